package dev.gantry.comparison;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.ProgramRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.Experiment;
import dev.gantry.output.ExperimentResult;
import dev.gantry.output.ProgramOutput;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What it takes to get from one environment to another. The program is run with the settings of the first, of which one at a time is
 * that of the second: what then is as in the second, this setting moves. What no setting moves alone is moved by several.
 */
public final class EnvironmentComparison {

    private final EnvironmentOutput from;
    private final EnvironmentOutput to;
    private final List<Effect> effects = new ArrayList<>();
    private final Set<Movement> all;
    private final Set<Movement> unexplained;
    private final List<Movement> ofName;

    private EnvironmentComparison(ProgramOutput program, EnvironmentOutput from, EnvironmentOutput to) {
        this.from = from;
        this.to = to;
        this.all = new LinkedHashSet<>(Movement.between(from.manifests(), to.manifests()));
        this.unexplained = new LinkedHashSet<>(all);
        for (SettingDifference setting : SettingDifference.between(from, to)) {
            effects.add(effect(program, setting));
        }
        this.ofName = explained(touched(run(program, to.name(), from.settings())));
    }

    /**
     * The comparison as text, to be read by people.
     *
     * @param program what was made for the environments, and the program itself
     * @param asked two environments, in the order in which they are compared; if it is another number, or none for all, their settings
     *     are shown side by side
     * @throws FindingsException if there is one environment only
     */
    public static String text(ProgramOutput program, List<String> asked) {
        List<EnvironmentOutput> environments = new ArrayList<>();
        for (String name : asked.isEmpty() ? names(program) : new ArrayList<>(new LinkedHashSet<>(asked))) {
            program.environments().stream()
                    .filter(environment -> environment.name().equals(name))
                    .forEach(environments::add);
        }
        return switch (environments.size()) {
            case 0, 1 ->
                throw new FindingsException(Finding.of(
                                ProgramRule.ARGUMENT,
                                "There is one environment, " + String.join(", ", names(program))
                                        + ", and none to compare it with.")
                        .hint("Name two with -Dgantry.from and -Dgantry.to, or add a settings file for another."));
            case 2 -> ComparisonText.of(new EnvironmentComparison(program, environments.get(0), environments.get(1)));
            default -> SettingsTable.of(environments);
        };
    }

    EnvironmentOutput from() {
        return from;
    }

    EnvironmentOutput to() {
        return to;
    }

    List<Effect> effects() {
        return effects;
    }

    /** All that moves on the way. */
    Set<Movement> all() {
        return all;
    }

    /** What moves because the program asks how the environment is called. */
    List<Movement> ofName() {
        return ofName;
    }

    /** What moves only if several settings do. */
    Set<Movement> together() {
        return unexplained;
    }

    private Effect effect(ProgramOutput program, SettingDifference setting) {
        ExperimentResult result = run(program, from.name(), setting.moved(from.settings()));
        if (result instanceof ExperimentResult.Rejected rejected) {
            return new Effect(
                    setting, List.of(), List.of(), rejected.findings().get(0).message());
        }
        List<Movement> touched = touched(result);
        return new Effect(setting, explained(touched), touched, null);
    }

    private List<Movement> explained(List<Movement> touched) {
        List<Movement> explained = touched.stream().filter(all::contains).toList();
        explained.forEach(unexplained::remove);
        return explained;
    }

    private List<Movement> touched(ExperimentResult result) {
        return result instanceof ExperimentResult.Made made
                ? Movement.between(from.manifests(), made.manifests())
                : List.of();
    }

    private static ExperimentResult run(ProgramOutput program, String name, ObjectNode settings) {
        return program.run(new Experiment(name, settings, new TreeMap<>()));
    }

    private static List<String> names(ProgramOutput program) {
        return program.environments().stream().map(EnvironmentOutput::name).toList();
    }
}
