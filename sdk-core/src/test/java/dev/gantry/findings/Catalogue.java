package dev.gantry.findings;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule that the SDK can report, and every example of one. */
public final class Catalogue {

    private static final List<String> AREAS = List.of(
            "PRG", "VAL", "NET", "ING", "NPL", "WRK", "PDB", "HPA", "VPA", "CFG", "STO", "LIM", "ACC", "SEC", "API", "SET", "RAW",
            "PUR", "OUT");

    /** Rules that no small example can trigger, and when they are reported. Keep it short. */
    static final Map<String, String> WITHOUT_EXAMPLE = Map.of();

    private Catalogue() {}

    /** The constants of every enum that is a rule, by area and number. */
    static List<Rule> rules() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.gantry");
        List<Rule> rules = new ArrayList<>();
        classes.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Rule.class))
                .forEach(type -> {
                    for (Object constant : type.reflect().getEnumConstants()) {
                        rules.add((Rule) constant);
                    }
                });
        rules.sort(Comparator.<Rule>comparingInt(rule -> area(rule.code())).thenComparing(Rule::code));
        return rules;
    }

    /** The examples in classes of the name {@code ...Examples}. */
    static List<Trial> examples() {
        List<Trial> trials = new ArrayList<>();
        new ClassFileImporter()
                .importPackages("dev.gantry").stream()
                        .filter(type -> type.getSimpleName().endsWith("Examples"))
                        .forEach(type -> {
                            Class<?> owner = type.reflect();
                            for (Method method : owner.getDeclaredMethods()) {
                                add(owner, method.getAnnotation(Example.class), method, null, trials);
                            }
                            Stream.of(owner.getDeclaredClasses())
                                    .forEach(member ->
                                            add(owner, member.getAnnotation(Example.class), null, member, trials));
                        });
        trials.sort(Comparator.comparing(trial -> trial.example().value()));
        return trials;
    }

    /** A table of all rules for readers: a row for each area. */
    public static String table() {
        SortedMap<Integer, List<Rule>> areas = new TreeMap<>();
        rules().forEach(rule ->
                areas.computeIfAbsent(area(rule.code()), x -> new ArrayList<>()).add(rule));
        StringBuilder table = new StringBuilder("| Area | Codes | What is found |\n|---|---|---|\n");
        for (List<Rule> rules : areas.values()) {
            String first = rules.get(0).code();
            String last = rules.get(rules.size() - 1).code();
            String heading = heading(first.substring(4, 7));
            String anchor = heading.toLowerCase(Locale.ROOT).replace(' ', '-');
            table.append("| [")
                    .append(heading)
                    .append("](docs/findings.md#")
                    .append(anchor)
                    .append(") | `");
            table.append(first).append("` to `").append(last.substring(8)).append("` | ");
            table.append(rules.stream().map(Rule::title).collect(Collectors.joining("; ")))
                    .append(" |\n");
        }
        return table.toString();
    }

    /** What people call an area. */
    static String heading(String area) {
        return switch (area) {
            case "PRG" -> "Programs";
            case "VAL" -> "Values";
            case "NET" -> "Services";
            case "ING" -> "Ingresses";
            case "NPL" -> "Network policies";
            case "WRK" -> "Workloads";
            case "HPA" -> "Autoscalers";
            case "CFG" -> "Configuration";
            case "SEC" -> "Security";
            case "API" -> "Versions of APIs";
            case "SET" -> "Settings";
            case "RAW" -> "Raw objects";
            case "PUR" -> "Purity";
            case "OUT" -> "Output";
            default -> area;
        };
    }

    /** The place of an area in the order of the catalogue. */
    static int area(String code) {
        int area = AREAS.indexOf(code.substring(4, 7));
        return area < 0 ? AREAS.size() : area;
    }

    private static void add(Class<?> owner, Example example, Method method, Class<?> type, List<Trial> trials) {
        if (example != null) {
            trials.add(new Trial(owner, example, method, type));
        }
    }
}
