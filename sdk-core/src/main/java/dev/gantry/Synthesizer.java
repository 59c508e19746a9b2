package dev.gantry;

import dev.gantry.check.Check;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Origins;
import dev.gantry.extension.Problem;
import dev.gantry.extension.ProgramRule;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs a blueprint and brings what it made into its final form: placement and stack defaults, late values, content
 * hashes, the author's edits, checks. If anything is found, the blueprint runs once more with the lines of fields traced,
 * which is sound because it is pure, and costs nothing as long as all is well.
 */
final class Synthesizer {

    private final String environment;
    private final Path directory;
    private final List<Finding> before;
    private final List<Check> checks;
    private SortedMap<String, String> inputs = Collections.emptySortedMap();

    /**
     * A synthesizer for one environment.
     *
     * @param directory the folder that relative paths of the program start from
     * @param before what was found before the program ran; the author's decisions hold for it too
     */
    Synthesizer(String environment, Path directory, List<Finding> before) {
        this.environment = environment;
        this.directory = directory;
        this.before = before;
        this.checks = ServiceLoader.load(Check.class, Check.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    <S extends Record> Synthesis run(Blueprint<S> blueprint, S settings) {
        Synthesis plain = once(blueprint, settings, false);
        if (plain.findings().isEmpty()) {
            return plain;
        }
        Synthesis traced = once(blueprint, settings, true);
        return keys(plain).equals(keys(traced)) ? traced : plain;
    }

    /** The files that the program has read, each with the digest of what was there. */
    SortedMap<String, String> inputs() {
        return inputs;
    }

    /** Runs it once, with the lines of fields. */
    <S extends Record> Synthesis traced(Blueprint<S> blueprint, S settings) {
        return once(blueprint, settings, true);
    }

    private static Set<List<@Nullable String>> keys(Synthesis synthesis) {
        Set<List<@Nullable String>> keys = new HashSet<>();
        for (Finding finding : synthesis.findings()) {
            List<@Nullable String> key = new ArrayList<>();
            key.add(finding.code());
            key.add(finding.resource());
            key.add(finding.field());
            keys.add(key);
        }
        return keys;
    }

    private <S extends Record> Synthesis once(Blueprint<S> blueprint, S settings, boolean tracing) {
        App app = new App(environment);
        try (Run run = Run.begin(directory, tracing)) {
            FindingLog log = new FindingLog(environment, app, checks);
            boolean complete = define(blueprint, app, settings, log);
            before.forEach(log::add);
            Placement placement = new Placement(app, log);
            Assembly assembly = new Assembly(app, run, placement, log);
            assembly.finish();
            Links.check(placement, run.made(), complete, log);
            for (Placed placed : placement.placed()) {
                for (Problem problem : Draft.of(placed.resource()).problems()) {
                    log.add(placed, problem);
                }
            }
            inputs = run.inputs();
            List<Manifest> manifests = placement.manifests();
            Model model = new Model(environment, manifests);
            for (Check check : checks) {
                check.check(model, log);
            }
            List<String> stacks = app.stacks().stream().map(Stack::name).toList();
            return new Synthesis(environment, stacks, Placement.inOrder(stacks, manifests), log.findings());
        }
    }

    /** Answers whether the blueprint came to its end. */
    private static <S extends Record> boolean define(Blueprint<S> blueprint, App app, S settings, FindingLog log) {
        try {
            blueprint.define(app, settings);
            return true;
        } catch (FindingsException e) {
            e.findings().forEach(log::add);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            log.add(thrown(blueprint, e));
        }
        return false;
    }

    private static Finding thrown(Blueprint<?> blueprint, Throwable thrown) {
        Throwable cause =
                thrown instanceof ExceptionInInitializerError && thrown.getCause() != null ? thrown.getCause() : thrown;
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        ClassLoader loader = blueprint.getClass().getClassLoader();
        return Finding.of(
                        ProgramRule.THREW,
                        "The blueprint threw " + cause.getClass().getName() + message)
                .hint("It stopped at this line; what comes after it was not made.")
                .at(loader == null ? null : Origins.in(cause.getStackTrace(), loader));
    }
}
