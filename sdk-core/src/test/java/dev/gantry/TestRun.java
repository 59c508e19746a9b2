package dev.gantry;

import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import dev.gantry.report.ReportContext;
import dev.gantry.report.ReportFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Runs a program as users run theirs, with every check on the class path. */
public final class TestRun {

    private TestRun() {}

    /** What a program makes in the environment {@code staging}. */
    public static Synthesis of(Consumer<App> program) {
        return in("staging", program);
    }

    /** What a program makes in an environment. */
    public static Synthesis in(String environment, Consumer<App> program) {
        return in(Path.of("src/test/resources"), environment, program);
    }

    /** What a program makes in an environment, with its files in a folder. */
    public static Synthesis in(Path folder, String environment, Consumer<App> program) {
        return new Synthesizer(environment, folder).run((app, settings) -> program.accept(app), new NoSettings());
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
