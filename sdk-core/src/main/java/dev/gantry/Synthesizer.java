package dev.gantry;

import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.HardenedStack;
import dev.gantry.check.Check;
import dev.gantry.check.FileSecret;
import dev.gantry.check.KubernetesVersion;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.StackFacts;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Problem;
import dev.gantry.extension.Run;
import dev.gantry.extension.RunBasis;
import dev.gantry.finding.Finding;
import dev.gantry.output.StackOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a blueprint and brings what it made into its final form: placement, stack defaults, hardening, late values, content
 * hashes, the author's edits, checks. If anything is found, the blueprint runs once more with the lines of fields traced,
 * which is sound because it is pure, and costs nothing as long as all is well.
 */
final class Synthesizer {

    private final String environment;
    private final RunBasis basis;
    private final KubernetesVersion version;
    private final List<Finding> before;
    private final SortedMap<String, String> inputs;
    private final Consumer<List<Manifest>> complete;
    private final Turns.Turn turn;
    private Decisions decisions = Decisions.NONE;
    private List<StackOutput> stackOutputs = List.of();

    /**
     * A synthesizer for one environment.
     *
     * @param basis what its runs have in common with others
     * @param version of Kubernetes that the manifests are made for
     * @param before what was found before the program ran; the author's decisions hold for it too
     * @param inputs takes the files that the program reads, each with the digest of what was there
     * @param complete takes the manifests of the first run before they are checked, in the order of the result
     */
    Synthesizer(
            String environment,
            RunBasis basis,
            KubernetesVersion version,
            List<Finding> before,
            SortedMap<String, String> inputs,
            Consumer<List<Manifest>> complete) {
        this(environment, basis, version, before, inputs, complete, new Turns().next());
    }

    /**
     * A synthesizer for one environment of several.
     *
     * @param turn taken while the author's code runs
     */
    Synthesizer(
            String environment,
            RunBasis basis,
            KubernetesVersion version,
            List<Finding> before,
            SortedMap<String, String> inputs,
            Consumer<List<Manifest>> complete,
            Turns.Turn turn) {
        this.turn = turn;
        this.environment = environment;
        this.basis = basis;
        this.version = version;
        this.before = before;
        this.inputs = inputs;
        this.complete = complete;
    }

    Synthesizer(String environment, Path directory) {
        this(
                environment,
                RunBasis.of(directory, KubernetesVersion.DEFAULT.toString()),
                KubernetesVersion.DEFAULT,
                List.of(),
                new TreeMap<>(),
                manifests -> {});
    }

    <S extends Record> Synthesis run(Blueprint<S> blueprint, S settings) {
        Synthesis plain = plain(blueprint, settings);
        return plain.findings().isEmpty() ? plain : withLines(plain, blueprint, settings);
    }

    /** Runs it once, without the lines of fields. */
    <S extends Record> Synthesis plain(Blueprint<S> blueprint, S settings) {
        return once(blueprint, settings, false);
    }

    /** Runs it once more, for the lines of what was found. */
    <S extends Record> Synthesis withLines(Synthesis plain, Blueprint<S> blueprint, S settings) {
        Synthesis traced = once(blueprint, settings, true);
        return keys(plain).equals(keys(traced)) ? traced : plain;
    }

    /** The author's decisions about findings, after a run. */
    Decisions decisions() {
        return decisions;
    }

    /** What emitters know of the stacks, after a run. */
    List<StackOutput> stackOutputs() {
        return stackOutputs;
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
        turn.take();
        App app = new App(environment);
        AuthorCode author = new AuthorCode(loader(blueprint));
        try (Run run = Run.begin(basis, tracing, inputs)) {
            List<Check> checks = new ArrayList<>();
            List<Finding> thrown = new ArrayList<>(author.run("A check", () -> checks.addAll(allChecks())));
            thrown.addAll(author.run("The blueprint", () -> blueprint.define(app, settings)));
            boolean ended = thrown.isEmpty() && run.findings().isEmpty();
            FindingLog log = new FindingLog(environment, app, checks);
            for (List<Finding> found : List.of(thrown, before, app.findings(), run.findings())) {
                log.addAll(found);
            }
            Placement placement = new Placement(app, log);
            Assembly assembly = new Assembly(app, run, placement, author, log);
            assembly.finish();
            List<Manifest> manifests = placement.manifests();
            List<StackFacts> facts = new ArrayList<>();
            List<String> stacks = new ArrayList<>();
            for (Stack stack : app.stacks()) {
                facts.add(stack.facts());
                stacks.add(stack.name());
            }
            List<Manifest> ordered = Placement.inOrder(stacks, manifests);
            if (!tracing) {
                complete.accept(ordered);
            }
            turn.close();
            Links.check(placement, run.made(), ended, log);
            if (ended) {
                log.addAll(run.unmet());
            }
            StackOrder order = new StackOrder(app.stacks(), placement);
            order.check(log);
            for (Placed placed : placement.placed()) {
                for (Problem problem : Draft.of(placed.resource()).problems()) {
                    log.add(placed, problem);
                }
            }
            List<FileSecret> secrets = placement.fileSecrets();
            Model model = new Model(environment, version, facts, manifests, secrets);
            for (Check check : checks) {
                Runnable look =
                        run.isLackingResources() ? () -> check.checkAlone(model, log) : () -> check.check(model, log);
                log.addAll(author.run("The check " + check.getClass().getName(), look));
            }
            decisions = Decisions.of(app, ordered);
            stackOutputs = app.stacks().stream()
                    .map(stack -> stack.output(settings, secrets))
                    .toList();
            return new Synthesis(
                    environment, stacks(app.stacks(), order), ordered, hardened(app.stacks(), ordered), log.findings());
        }
    }

    private static List<BundleStack> stacks(List<Stack> stacks, StackOrder order) {
        List<BundleStack> all = new ArrayList<>(stacks.size());
        for (Stack stack : stacks) {
            all.add(new BundleStack(
                    stack.name(),
                    stack.namespace(),
                    order.dependencies(stack),
                    stack.generated().all()));
        }
        return all;
    }

    private static List<HardenedStack> hardened(List<Stack> stacks, List<Manifest> manifests) {
        List<HardenedStack> hardened = new ArrayList<>(0);
        for (Stack stack : stacks) {
            if (stack.hardening() != null) {
                hardened.add(new HardenedStack(
                        stack.name(),
                        stack.hardening().toString(),
                        manifests.stream()
                                .filter(m -> m.stack().equals(stack.name())
                                        && !m.hardened().isEmpty())
                                .map(m -> new HardenedStack.Change(m.id(), m.hardened()))
                                .toList()));
            }
        }
        return hardened;
    }

    private static List<Check> allChecks() {
        List<Check> checks = new ArrayList<>();
        for (Check check : ServiceLoader.load(Check.class, Check.class.getClassLoader())) {
            checks.add(check);
        }
        return checks;
    }

    private static ClassLoader loader(Blueprint<?> blueprint) {
        ClassLoader loader = blueprint.getClass().getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }
}
