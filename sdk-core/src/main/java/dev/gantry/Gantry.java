package dev.gantry;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.settings.Binding;
import dev.gantry.settings.SettingsFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs blueprints: from a {@code main} method, and in tests. */
public final class Gantry {

    private Gantry() {}

    /**
     * Runs a blueprint as a program of its own, and ends the Java process: with 0 if all is well, 1 if there are errors.
     *
     * <pre>{@code
     * public static void main(String[] args) {
     *     Gantry.run(new Shop(), args);
     * }
     * }</pre>
     *
     * @param arguments as {@link Main} takes them, without the name of a blueprint
     */
    public static void run(Blueprint<?> blueprint, String... arguments) {
        Execution.runAndExit(blueprint, arguments);
    }

    /**
     * Runs a blueprint with given settings. Relative paths of the program start from its module's folder.
     *
     * <p>The lines of fields are traced, so that a test can name them.
     */
    public static <S extends Record> Synthesis synthesize(Blueprint<S> blueprint, S settings, String environment) {
        return new Synthesizer(environment, module(blueprint)).traced(blueprint, settings);
    }

    /**
     * Runs a blueprint for one environment of its module, with the settings that its file holds.
     *
     * @throws FindingsException if settings are wrong; what is wrong with the resources is in the result
     */
    public static Synthesis synthesize(Blueprint<?> blueprint, String environment) {
        Path module = module(blueprint);
        return synthesize(Program.of(blueprint), SettingsFiles.in(module, Arguments.SETTINGS), module, environment);
    }

    /**
     * Runs a blueprint for every environment of its module.
     *
     * @return by environment
     * @throws FindingsException if settings are wrong, with what is wrong in any environment; what is wrong with the
     *     resources is in each result
     */
    public static SortedMap<String, Synthesis> synthesize(Blueprint<?> blueprint) {
        Program<?> program = Program.of(blueprint);
        Path module = module(blueprint);
        SettingsFiles files = SettingsFiles.in(module, Arguments.SETTINGS);
        TreeSet<String> environments = new TreeSet<>(files.environments());
        if (environments.isEmpty()) {
            environments.add(Arguments.DEFAULT_ENVIRONMENT);
        }
        SortedMap<String, Synthesis> results = new TreeMap<>();
        List<Finding> problems = new ArrayList<>(0);
        for (String environment : environments) {
            try {
                results.put(environment, synthesize(program, files, module, environment));
            } catch (FindingsException e) {
                e.findings().forEach(finding -> problems.add(finding.in(environment, finding.stack())));
            }
        }
        if (!problems.isEmpty()) {
            throw new FindingsException(problems);
        }
        return Collections.unmodifiableSortedMap(results);
    }

    private static Path module(Blueprint<?> blueprint) {
        return ModuleFolder.of(blueprint.getClass()).directory();
    }

    private static <S extends Record> Synthesis synthesize(
            Program<S> program, SettingsFiles files, Path module, String environment) {
        Binding<S> binding = files.bind(program.settings(), environment, Collections.emptySortedMap());
        return new Synthesizer(environment, module).traced(program.blueprint(), binding.value());
    }
}
