package dev.gantry;

import static java.util.Objects.requireNonNull;

import dev.gantry.check.KubernetesVersion;
import dev.gantry.check.Manifest;
import dev.gantry.extension.RunBasis;
import dev.gantry.finding.Finding;
import dev.gantry.report.ReportContext;
import dev.gantry.report.ReportFormat;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Runs a program as users run theirs, with every check on the class path. */
public final class TestRun {

    /** What is found in every program that says nothing of security: tests of other things do without it. */
    private static final Set<String> ADVICE = Set.of("GTY-SEC-001", "GTY-SEC-002", "GTY-SEC-006");

    private static final Path FOLDER = Path.of("src/test/resources");

    private TestRun() {}

    /** What a program makes in the environment {@code staging}. */
    public static Synthesis of(Consumer<App> program) {
        return in("staging", program);
    }

    /** What a program makes in an environment. */
    public static Synthesis in(String environment, Consumer<App> program) {
        return in(FOLDER, environment, program);
    }

    /** What a program makes in an environment, with its files in a folder. */
    public static Synthesis in(Path folder, String environment, Consumer<App> program) {
        Synthesis made = whole(new Synthesizer(environment, folder), program);
        List<Finding> findings = without(ADVICE, made.findings());
        return new Synthesis(made.environment(), made.stacks(), made.manifests(), made.hardened(), findings);
    }

    /** What a program makes, with the advice that small programs are spared otherwise. */
    public static Synthesis advised(Consumer<App> program) {
        return whole(new Synthesizer("staging", FOLDER), program);
    }

    /** What is found in a program that is made for a version of Kubernetes, without advice. */
    public static List<Finding> findings(String version, Consumer<App> program) {
        return findings(FOLDER, version, program);
    }

    /** What is found in a program that is made for a version of Kubernetes, with its files in a folder, without advice. */
    public static List<Finding> findings(Path folder, String version, Consumer<App> program) {
        Synthesizer synthesizer = new Synthesizer(
                "staging",
                RunBasis.of(folder),
                requireNonNull(KubernetesVersion.parse(version)),
                List.of(),
                new TreeMap<>(),
                manifests -> {});
        return without(ADVICE, whole(synthesizer, program).findings());
    }

    /** What is found in the example of a rule: if the rule is advice, that too. */
    public static List<Finding> findingsOf(String code, Consumer<App> program) {
        Set<String> others = new HashSet<>(ADVICE);
        others.remove(code);
        return without(others, advised(program).findings());
    }

    private static Synthesis whole(Synthesizer synthesizer, Consumer<App> program) {
        return synthesizer.run((app, settings) -> program.accept(app), new NoSettings());
    }

    private static List<Finding> without(Set<String> codes, List<Finding> findings) {
        return findings.stream().filter(f -> !codes.contains(f.code())).toList();
    }

    /** What is found in a program, the accepted findings too. */
    public static List<Finding> findings(Consumer<App> program) {
        return of(program).findings();
    }

    /** What is found in a program, as a terminal shows it, without the counts. */
    public static String report(Consumer<App> program) {
        return report(findings(program));
    }

    /** Findings as a terminal shows them, without the counts. */
    public static String report(List<Finding> findings) {
        String text = ReportFormat.TEXT.render(findings, ReportContext.plain().environments(List.of("staging")));
        int counts = text.lastIndexOf("\n\n");
        return counts < 0 ? "" : text.substring(0, counts + 1);
    }

    /** The manifest of a kind and name. */
    public static Manifest manifest(Synthesis synthesis, String kind, String name) {
        return synthesis.manifests().stream()
                .filter(m -> m.id().kind().equals(kind) && m.id().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
