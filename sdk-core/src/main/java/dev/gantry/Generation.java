package dev.gantry;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.Digest;
import dev.gantry.bundle.HardenedStack;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.check.KubernetesVersion;
import dev.gantry.check.Manifest;
import dev.gantry.extension.RunBasis;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.Layout;
import dev.gantry.output.ManifestFiles;
import dev.gantry.program.Impurity;
import dev.gantry.settings.Binding;
import dev.gantry.settings.SettingsFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Runs a program for its environments, and makes a bundle of the results. */
final class Generation {

    /** From how many environments on they are made at once. */
    private static final int SEVERAL = 3;

    private final Program<?> program;
    private final RunBasis basis;
    private final SettingsFiles files;
    private final SortedMap<String, String> overrides;
    private final Layout layout;
    private final KubernetesVersion version;
    private final Duration timeLimit;
    private final boolean tracing;
    private final List<Finding> findings = new ArrayList<>();
    private final SortedMap<String, String> inputs;
    private final SortedMap<String, Made> made = new TreeMap<>();
    private final SortedMap<String, byte[]> manifests = new TreeMap<>();
    private final List<EnvironmentOutput> outputs = new ArrayList<>(0);
    private final Turns turns = new Turns();
    private final boolean keeping;

    /**
     * What a run came to.
     *
     * @param bundle index and findings
     * @param manifests content by path
     * @param decisions the author's, by environment
     * @param traced by environment, if lines of fields were asked for
     * @param outputs of each environment, if other formats or a comparison were asked for
     */
    record Outcome(
            Bundle bundle,
            SortedMap<String, byte[]> manifests,
            SortedMap<String, Decisions> decisions,
            SortedMap<String, List<Manifest>> traced,
            List<EnvironmentOutput> outputs) {

        /** The bundle with findings that were made after the run; the author's decisions hold for them too. */
        Bundle with(List<Finding> later) {
            List<Finding> all = new ArrayList<>(bundle.findings());
            for (Finding finding : later) {
                boolean decidable = finding.code().equals(Impurity.DIFFERENT_RESULT.code());
                all.add(decidable ? weighed(finding) : finding);
            }
            return withFindings(bundle, all);
        }

        /**
         * A finding that was made after the run, as the author has decided. One about all environments is decided where each
         * of them decides the same.
         */
        Finding weighed(Finding finding) {
            String environment = finding.environment();
            if (environment != null) {
                return decisions.getOrDefault(environment, Decisions.NONE).weighed(finding);
            }
            Set<Finding> weighed = new HashSet<>();
            decisions.values().forEach(decided -> weighed.add(decided.weighed(finding)));
            return weighed.size() == 1 ? weighed.iterator().next() : finding;
        }
    }

    /** A bundle with more findings. */
    static Bundle add(Bundle bundle, List<Finding> later) {
        List<Finding> all = new ArrayList<>(bundle.findings());
        all.addAll(later);
        return withFindings(bundle, all);
    }

    private static Bundle withFindings(Bundle bundle, List<Finding> findings) {
        return new Bundle(
                bundle.tool(), bundle.blueprint(), bundle.layout(), bundle.program(), bundle.environments(), findings);
    }

    /** One environment, before it is known which files all of them have read. */
    private record Made(
            String settings,
            List<BundleStack> stacks,
            List<IndexEntry> entries,
            List<HardenedStack> hardened,
            Decisions decisions,
            List<Manifest> traced) {}

    /** What came of one environment: nothing but findings, if it could not be made. */
    private record Result(
            String environment,
            @Nullable Made made,
            SortedMap<String, byte[]> manifests,
            @Nullable EnvironmentOutput output,
            List<Finding> findings) {}

    Generation(
            Program<?> program, RunBasis basis, Arguments arguments, Layout layout, SortedMap<String, String> inputs) {
        this.program = program;
        this.basis = basis;
        this.files = SettingsFiles.in(basis.directory(), arguments.settings);
        this.overrides = arguments.overrides();
        this.layout = layout;
        this.inputs = inputs;
        this.version = arguments.kubernetesVersion;
        this.timeLimit = arguments.timeLimit;
        this.tracing = arguments.command == Arguments.Command.LINES;
        this.keeping = !arguments.formats.isEmpty() || arguments.command == Arguments.Command.ENVIRONMENTS;
    }

    /**
     * Runs every environment, and collects what is found in all of them.
     *
     * @param asked the environments to make; all, if it is empty
     * @param digest of the program; empty if it is unknown
     * @param impurities what was found in the program's classes; one that ends the process keeps it from running
     */
    Outcome run(List<String> asked, String digest, List<Finding> impurities) {
        if (isRunnable(impurities)) {
            for (Result result : make(new ArrayList<>(environments(asked)), impurities)) {
                add(result);
            }
        } else {
            findings.addAll(impurities);
        }
        List<BundleEnvironment> environments = new ArrayList<>();
        SortedMap<String, Decisions> decisions = new TreeMap<>();
        SortedMap<String, List<Manifest>> traced = new TreeMap<>();
        for (Map.Entry<String, Made> entry : made.entrySet()) {
            String name = entry.getKey();
            Made one = entry.getValue();
            environments.add(
                    new BundleEnvironment(name, inputs(one.settings()), one.stacks(), one.entries(), one.hardened()));
            decisions.put(name, one.decisions());
            traced.put(name, one.traced());
        }
        String shown = layout.name().toLowerCase(Locale.ROOT);
        Bundle bundle = new Bundle(Version.tool(), program.name(), shown, digest, environments, findings);
        return new Outcome(bundle, manifests, decisions, traced, outputs);
    }

    private static boolean isRunnable(List<Finding> impurities) {
        for (Finding impurity : impurities) {
            if (impurity.code().equals(Impurity.PROCESS.code())) {
                return false;
            }
        }
        return true;
    }

    /** What the last run left has to be the same, if program and settings are. */
    static List<Finding> differences(Path output, Bundle bundle) {
        if (!Files.exists(output.resolve("gantry.json"))) {
            return List.of();
        }
        try {
            return Repetition.differences(BundleDirectory.read(output), bundle, "the last run");
        } catch (FindingsException e) {
            return List.of();
        }
    }

    private TreeSet<String> environments(List<String> asked) {
        if (!asked.isEmpty()) {
            return new TreeSet<>(asked);
        }
        try {
            TreeSet<String> all = new TreeSet<>(files.environments());
            return all.isEmpty() ? new TreeSet<>(List.of(Arguments.DEFAULT_ENVIRONMENT)) : all;
        } catch (FindingsException e) {
            findings.addAll(e.findings());
            return new TreeSet<>();
        }
    }

    /** A few, one after the other: to do so at once costs more than it saves. */
    private List<Result> make(List<String> environments, List<Finding> impurities) {
        List<Callable<Result>> all = new ArrayList<>(environments.size());
        List<Result> results = new ArrayList<>(environments.size());
        for (String environment : environments) {
            if (environments.size() < SEVERAL) {
                results.add(make(program, environment, impurities));
            } else {
                all.add(() -> make(program, environment, impurities));
            }
        }
        return all.isEmpty() ? results : SideBySide.all(all);
    }

    private void add(Result result) {
        findings.addAll(result.findings());
        manifests.putAll(result.manifests());
        if (result.made() != null) {
            made.put(result.environment(), result.made());
        }
        if (result.output() != null) {
            outputs.add(result.output());
        }
    }

    private <S extends Record> Result make(Program<S> typed, String environment, List<Finding> impurities) {
        try (Turns.Turn turn = turns.next()) {
            turn.take();
            Binding<S> binding = files.bind(typed.settings(), environment, overrides);
            Printing printing = new Printing(environment, layout);
            Synthesizer synthesizer = new Synthesizer(environment, basis, version, impurities, inputs, printing, turn);
            ClassLoader loader = typed.blueprint().getClass().getClassLoader();
            Blueprint<S> blueprint = typed.blueprint();
            Synthesis first = Limited.call(
                    environment,
                    timeLimit,
                    loader,
                    () -> tracing
                            ? synthesizer.traced(blueprint, binding.value())
                            : synthesizer.plain(blueprint, binding.value()));
            Synthesis synthesis = first;
            if (!tracing && !first.findings().isEmpty()) {
                turn.take(); // to wait for it takes nothing of the author's time
                synthesis = Limited.call(
                        environment, timeLimit, loader, () -> synthesizer.withLines(first, blueprint, binding.value()));
            }
            ManifestFiles printed = printing.of(synthesis.manifests());
            Made one = new Made(
                    binding.digest(),
                    synthesis.stacks(),
                    printed.entries(),
                    synthesis.hardened(),
                    synthesizer.decisions(),
                    tracing ? synthesis.manifests() : List.of());
            EnvironmentOutput output = !keeping
                    ? null
                    : new EnvironmentOutput(
                            environment,
                            binding.values(),
                            binding.lines(),
                            synthesizer.stackOutputs(),
                            synthesis.manifests());
            return new Result(environment, one, printed.files(), output, synthesis.findings());
        } catch (FindingsException e) {
            List<Finding> found = new ArrayList<>();
            for (Finding finding : e.findings()) {
                found.add(finding.in(environment, finding.stack()));
            }
            return new Result(environment, null, new TreeMap<>(), null, found);
        }
    }

    /**
     * What an environment depends on beside the program: its settings, the version of Kubernetes where one was given, and
     * the files that the program has read.
     */
    private String inputs(String settings) {
        boolean usual = version.equals(KubernetesVersion.DEFAULT);
        if (inputs.isEmpty() && usual) {
            return settings;
        }
        StringBuilder all = new StringBuilder(settings).append('\n');
        if (!usual) {
            all.append("kubernetes ").append(version).append('\n');
        }
        inputs.forEach(
                (file, digest) -> all.append(file).append(' ').append(digest).append('\n'));
        return Digest.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
