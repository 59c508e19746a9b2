package dev.gantry.findings;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gantry.finding.Rule;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every rule that the SDK can report, and every example of one. */
final class Catalogue {

    private static final List<String> AREAS =
            List.of("PRG", "VAL", "NET", "WRK", "PDB", "HPA", "STO", "LIM", "CFG", "SET", "RAW", "PUR", "OUT");

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
