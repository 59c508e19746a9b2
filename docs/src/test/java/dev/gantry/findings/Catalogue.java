package dev.gantry.findings;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gantry.finding.Rule;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every rule that the SDK or the engine can report, and every example of one. */
public final class Catalogue {

    /** Each area as people call it, in the order of the page. */
    private static final List<String> AREAS = List.of(
            "PRG Programs",
            "VAL Values",
            "NET Services",
            "ING Ingresses",
            "NPL Network policies",
            "IST Routes of the mesh",
            "MSH Policies of the mesh",
            "WRK Workloads",
            "POD Pods",
            "PDB Disruption budgets",
            "HPA Autoscalers",
            "VPA Vertical autoscalers",
            "CFG Configuration",
            "STO Storage",
            "LIM Limits and priorities",
            "ACC Access",
            "SEC Security",
            "CRD Custom resources",
            "API Versions of APIs",
            "ARG Argo CD",
            "MON Monitors and Prometheus",
            "PRM Alerts and expressions",
            "SET Settings",
            "RAW Raw objects",
            "LCK Locked sources",
            "PUR Purity",
            "OUT Output",
            "HLM Helm charts",
            "KUS Kustomize",
            "GIT GitOps",
            "PUB Publishing",
            "DEP Choice of what is deployed",
            "CLU Clusters",
            "APY Applying",
            "REL Stacks in a cluster",
            "OPR Operators",
            "OWN Objects of custom resources");

    /** Rules that no small example can trigger, and when they are reported. Keep it short. */
    static final Map<String, String> WITHOUT_EXAMPLE = Map.of(
            "GTY-KUS-001",
            "Before a Kustomize tree is written, it is built as `kustomize build` would, and compared with the program, object by"
                    + " object. That they differ is a mistake of Gantry's. Nothing is written; please report it.",
            "GTY-CLU-009",
            "The server shows a certificate that the kubeconfig's `certificate-authority` has not signed: the file is of"
                    + " another cluster, or something stands between that has a certificate of its own. Take the kubeconfig"
                    + " that the cluster's administrator gives out.",
            "GTY-PUB-005",
            "Neither the configuration of the repository nor that of the machine says `user.name` and `user.email`, nor does the"
                    + " environment with `GIT_AUTHOR_NAME` and `GIT_AUTHOR_EMAIL`. Gantry makes up no author.",
            "GTY-OPR-006",
            "Another program listens on the port that `health(...)` names. Of two operators on one machine, give each its own.",
            "GTY-HLM-106",
            "Twenty findings about charts are shown, and then how many there are besides: a chart that is wrong mostly is wrong in one"
                    + " place that many objects depend on.",
            "GTY-HLM-107",
            "Helm is a library of the machine's own kind, which comes with the plugin: for Linux with glibc on amd64 and arm64,"
                    + " macOS on both, and Windows on amd64. Alpine has musl: use an image with glibc for the builds that make"
                    + " charts. Everything else works without it.");

    private static final List<Rule> RULES = readRules();

    private static final List<Trial> EXAMPLES = readExamples();

    private Catalogue() {}

    /** The constants of every enum that is a rule, by area and number. */
    static List<Rule> rules() {
        return RULES;
    }

    /** The examples in classes of the name {@code ...Examples}. */
    static List<Trial> examples() {
        return EXAMPLES;
    }

    private static List<Rule> readRules() {
        List<Rule> rules = new ArrayList<>();
        imported(new ImportOption.DoNotIncludeTests(), location -> !location.contains("-tests.jar")).stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Rule.class))
                .forEach(type -> {
                    for (Object constant : type.reflect().getEnumConstants()) {
                        rules.add((Rule) constant);
                    }
                });
        rules.sort(Comparator.<Rule>comparingInt(rule -> area(rule.code())).thenComparing(Rule::code));
        return List.copyOf(rules);
    }

    private static List<Trial> readExamples() {
        List<Trial> trials = new ArrayList<>();
        for (JavaClass type : imported(location -> location.contains("Examples"))) {
            if (type.getSimpleName().endsWith("Examples")) {
                Class<?> owner = type.reflect();
                for (Method method : owner.getDeclaredMethods()) {
                    add(owner, method.getAnnotation(Example.class), method, null, trials);
                }
                for (Class<?> member : owner.getDeclaredClasses()) {
                    add(owner, member.getAnnotation(Example.class), null, member, trials);
                }
            }
        }
        trials.sort(Comparator.comparing(trial -> trial.example().value()));
        return List.copyOf(trials);
    }

    /** Without the classes of libraries that ours use: nothing is asked about them, and there are many. */
    private static JavaClasses imported(ImportOption... options) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter(List.of(options)).importPackages("dev.gantry");
        });
    }

    /** Tables of all rules for readers: one for each area, folded up. */
    public static String table() {
        SortedMap<Integer, List<Rule>> areas = new TreeMap<>();
        rules().forEach(rule ->
                areas.computeIfAbsent(area(rule.code()), x -> new ArrayList<>()).add(rule));
        StringBuilder table = new StringBuilder();
        for (List<Rule> rules : areas.values()) {
            String heading = heading(rules.get(0).code().substring(4, 7));
            table.append("<details><summary>%s (%d)</summary>\n\n".formatted(heading, rules.size()))
                    .append("| Code | | What is found |\n|---|---|---|\n");
            for (Rule rule : rules) {
                String code = rule.code();
                table.append("| [%s](docs/findings.md#%s) | %s | %s |\n"
                        .formatted(
                                code,
                                code.toLowerCase(Locale.ROOT),
                                rule.severity().name().toLowerCase(Locale.ROOT),
                                rule.title()));
            }
            table.append("\n</details>\n");
        }
        return table.toString();
    }

    /** What people call an area. */
    static String heading(String area) {
        return AREAS.stream()
                .filter(each -> each.startsWith(area))
                .findFirst()
                .orElseThrow()
                .substring(4);
    }

    /** The place of an area in the order of the catalogue. */
    static int area(String code) {
        return AREAS.indexOf(code.substring(4, 7) + " " + heading(code.substring(4, 7)));
    }

    private static void add(Class<?> owner, Example example, Method method, Class<?> type, List<Trial> trials) {
        if (example != null) {
            trials.add(new Trial(owner, example, method, type));
        }
    }
}
