package dev.gantry.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Problem;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.extension.Run;
import dev.gantry.program.SourceComments;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The classes of one kind, one for each version, and what they say of its definition. */
public final class DefinitionClasses {

    /** The kind of definitions themselves. */
    public static final Kind KIND = Kind.cluster("apiextensions.k8s.io/v1", "CustomResourceDefinition");

    private final List<ResourceClass> versions = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean statusSubresource = true;
    private boolean described;

    private DefinitionClasses() {}

    /**
     * The classes of a kind, of which this is the first.
     *
     * @param type {@code null} becomes a problem
     */
    public static DefinitionClasses of(@Nullable Class<?> type) {
        DefinitionClasses classes = new DefinitionClasses();
        if (type == null) {
            classes.problems.add(new Problem("", Flaw.missing(), null));
        } else {
            classes.add(type);
        }
        return classes;
    }

    /** Adds the class of another version. */
    public void add(Class<?> type) {
        ResourceClass version = ResourceClass.of(type);
        String path = "spec.versions[" + versions.size() + "]";
        version.flaws().forEach(flaw -> problems.add(new Problem(path, flaw, null)));
        if (!versions.isEmpty()) {
            ResourceClass first = versions.get(0);
            Kind one = first.kind();
            Kind other = version.kind();
            if (!one.group().equals(other.group())
                    || !one.name().equals(other.name())
                    || one.scope() != other.scope()) {
                problems.add(new Problem(
                        path,
                        new Flaw(
                                SchemaRule.VERSIONS,
                                version + " is of the kind " + described(other) + ", and " + first + " of "
                                        + described(one) + ".",
                                "Give both the same @Group and @Kind; and let both implement Namespaced, or none."),
                        null));
            }
        }
        versions.add(version);
    }

    private static String described(Kind kind) {
        return kind.name() + "." + kind.group()
                + (kind.scope() == Kind.Scope.CLUSTER ? " (not namespaced)" : " (namespaced)");
    }

    /** Whether the status of every version that has one is a subresource. */
    public void statusSubresource(boolean enabled) {
        statusSubresource = enabled;
    }

    /** Takes descriptions from the comments of the classes. */
    public void describe() {
        described = true;
    }

    /** The name of the definition. */
    public String name() {
        return versions.isEmpty() ? "" : versions.get(0).definition();
    }

    /** Writes the definition to the builder of a resource, of which this is the manifest. */
    public void writeTo(ResourceBuilder<?> builder, Fields manifest) {
        entries(versions.stream().flatMap(each -> each.labels().stream()).toList())
                .forEach(builder::label);
        entries(versions.stream().flatMap(each -> each.annotations().stream()).toList())
                .forEach(builder::annotation);
        Fields spec = manifest.object("spec");
        spec().properties().forEach(field -> spec.tree(field.getKey(), field.getValue()));
        manifest.problems(problems);
    }

    private static SortedMap<String, String> entries(List<String> texts) {
        SortedMap<String, String> entries = new TreeMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            entries.put(equals < 0 ? text : text.substring(0, equals), equals < 0 ? "" : text.substring(equals + 1));
        }
        return entries;
    }

    private ObjectNode spec() {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        if (versions.isEmpty()) {
            return spec;
        }
        ResourceClass first = versions.get(0);
        spec.put("group", first.group());
        ObjectNode names = spec.putObject("names");
        names.put("plural", first.plural());
        names.put("singular", first.singular());
        addAll(names, "shortNames", first.shortNames());
        names.put("kind", first.kind().name());
        addAll(names, "categories", first.categories());
        spec.put("scope", first.kind().scope() == Kind.Scope.CLUSTER ? "Cluster" : "Namespaced");
        ArrayNode trees = spec.putArray("versions");
        SourceComments comments = described ? comments() : null;
        for (ResourceClass version : versions) {
            String path = "spec.versions[" + trees.size() + "]";
            trees.add(version.versionTree(path, statusSubresource, comments, problems));
        }
        return spec;
    }

    private static SourceComments comments() {
        Run run = Run.current();
        return run == null ? SourceComments.in(List.of()) : SourceComments.of(run);
    }

    private static void addAll(ObjectNode object, String field, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode list = object.putArray(field);
            texts.forEach(list::add);
        }
    }
}
