package dev.gantry;

import dev.gantry.check.KubernetesVersion;
import dev.gantry.check.Manifest;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.extension.RunBasis;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Severity;
import dev.gantry.program.ModuleClasses;
import dev.gantry.schema.DefinitionClasses;
import dev.gantry.schema.ResourceClass;
import dev.gantry.schema.SchemaRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The definitions of the kinds that a module's classes define, without a program. */
final class ModuleDefinitions {

    private static final List<String> MARKS = List.of(
            "Lio/fabric8/kubernetes/model/annotation/Group;", "Lio/fabric8/kubernetes/model/annotation/Version;");

    private final RunBasis basis;
    private final SortedMap<String, List<Class<?>>> kinds = new TreeMap<>();
    private List<Finding> findings = List.of();

    /**
     * The definitions of a module.
     *
     * @throws FindingsException if a class cannot be loaded
     */
    ModuleDefinitions(ModuleClasses compiled, ClassLoader loader, RunBasis basis) {
        this.basis = basis;
        for (String name : compiled.annotated(MARKS)) {
            Class<?> type = load(name, loader);
            Kind kind = ResourceClass.of(type).kind();
            kinds.computeIfAbsent(kind.group() + "/" + kind.name(), x -> new ArrayList<>())
                    .add(type);
        }
        // The version that is stored first, then the newer before the older ones.
        kinds.values()
                .forEach(types -> types.sort(Comparator.<Class<?>, Boolean>comparing(
                                type -> !ResourceClass.of(type).isStored())
                        .thenComparing(type -> ResourceClass.of(type).version(), Comparator.reverseOrder())));
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new FindingsException(Finding.of(SchemaRule.CLASS, "The class " + name + " cannot be loaded: " + e)
                    .hint("Put what it needs on the class path of the module.")
                    .at(Origin.source(sourceOf(name), 0)));
        }
    }

    /** Makes the definitions. */
    List<Manifest> make(KubernetesVersion version) {
        Synthesizer synthesizer = new Synthesizer("crd", basis, version, List.of(), new TreeMap<>(), manifests -> {});
        Synthesis made = synthesizer.run(this::define, new NoSettings());
        SortedMap<String, Class<?>> byName = new TreeMap<>();
        kinds.values()
                .forEach(types -> byName.put(ResourceClass.of(types.get(0)).definition(), types.get(0)));
        findings =
                made.findings().stream().map(finding -> placed(finding, byName)).toList();
        return made.manifests();
    }

    /** What was found when they were made. */
    List<Finding> findings() {
        return findings;
    }

    /** What was made, for whoever reads the log. */
    String summary(String folder, int changed) {
        if (kinds.isEmpty()) {
            return "No class of the module has @Group and @Version, so there is no definition to make.\n";
        }
        StringBuilder text = new StringBuilder("Gantry made " + counted(kinds.size(), "definition") + "\n");
        for (List<Class<?>> types : kinds.values()) {
            ResourceClass first = ResourceClass.of(types.get(0));
            List<String> versions =
                    types.stream().map(type -> ResourceClass.of(type).version()).toList();
            text.append("  ")
                    .append(first.definition())
                    .append(" (")
                    .append(String.join(", ", versions))
                    .append(") from ")
                    .append(types.get(0).getName())
                    .append('\n');
        }
        return text.append("  written to ")
                .append(folder)
                .append(" (")
                .append(counted(changed, "file"))
                .append(" changed)\n")
                .toString();
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void define(App app, NoSettings settings) {
        if (kinds.isEmpty()) {
            return;
        }
        Stack stack = app.stack("crd");
        for (List<Class<?>> types : kinds.values()) {
            DefinitionClasses classes = DefinitionClasses.of(types.get(0));
            types.subList(1, types.size()).forEach(classes::add);
            classes.describe();
            stack.add(new Definition(new Definition.Builder(classes)
                    .finding(
                            SchemaRule.COMMENTS.code(),
                            Severity.OFF,
                            "without a program, the comments that are at hand are taken")));
        }
    }

    /** A definition that no program makes. */
    private static final class Definition extends Resource {

        private Definition(Builder builder) {
            super(builder);
        }

        private static final class Builder extends ResourceBuilder<Builder> {

            private Builder(DefinitionClasses classes) {
                super(DefinitionClasses.KIND, classes.name());
                classes.writeTo(this, root());
            }
        }
    }

    /** No line of a program has made these definitions, but whoever runs this: the class is what there is to be changed. */
    private static Finding placed(Finding finding, SortedMap<String, Class<?>> byName) {
        String resource = finding.resource() == null ? "" : finding.resource();
        Class<?> type = byName.get(resource.substring(resource.lastIndexOf(' ') + 1));
        Finding plain = finding.in(null, null);
        return type == null ? plain : plain.at(Origin.source(sourceOf(type.getName()), 0));
    }

    private static String sourceOf(String className) {
        int dollar = className.indexOf('$');
        return (dollar < 0 ? className : className.substring(0, dollar)).replace('.', '/') + ".java";
    }
}
