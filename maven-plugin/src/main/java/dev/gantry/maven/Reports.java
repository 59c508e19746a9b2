package dev.gantry.maven;

import dev.gantry.finding.Finding;
import dev.gantry.report.FindingCounts;
import dev.gantry.report.ReportContext;
import dev.gantry.report.ReportFormat;
import dev.gantry.report.SourceRoots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Brings a run's findings to who is to read them: to the log always, and to machines as they were asked for. */
final class Reports {

    private final Request request;
    private final Log log;

    Reports(Request request, Log log) {
        this.request = request;
        this.log = log;
    }

    /** Such as {@code sarif}. */
    static String name(ReportFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format of this name.
     *
     * @throws MojoFailureException if there is none
     */
    static ReportFormat named(String name) throws MojoFailureException {
        for (ReportFormat format : ReportFormat.values()) {
            if (name(format).equals(name)) {
                return format;
            }
        }
        throw new MojoFailureException(
                "gantry.report takes text, json, sarif or annotations, and not \"" + name + "\".");
    }

    /** Logs findings as text. */
    void log(List<Finding> findings) {
        FindingCounts counts = FindingCounts.of(findings);
        String text = ReportFormat.TEXT.render(findings, context());
        lines(text, counts.errors() > 0 ? log::error : counts.warnings() > 0 ? log::warn : log::info);
    }

    /** Logs a text; those of modules that are built at the same time do not mix. */
    void lines(String text, Consumer<String> level) {
        synchronized (Reports.class) {
            text.lines().forEach(level);
        }
    }

    /** Hands what the SDK wrote for machines to them. */
    void deliver(String report) throws MojoFailureException {
        switch (request.report()) {
            case TEXT -> {}
            // GitHub reads them from the console, and only from the beginning of a line.
            case ANNOTATIONS -> System.out.print(report);
            case JSON, SARIF -> write(report);
        }
    }

    /** Hands findings that this plugin has made to machines. */
    void deliver(List<Finding> findings, String tool) throws MojoFailureException {
        if (request.report() != ReportFormat.TEXT) {
            deliver(request.report().render(findings, context().tool(tool).fallback("pom.xml")));
        }
    }

    private void write(String report) throws MojoFailureException {
        Path file = request.module().target().resolve("gantry-report." + name(request.report()));
        try {
            if (!Files.exists(file) || !Files.readString(file).equals(report)) {
                Files.createDirectories(request.module().target());
                Files.writeString(file, report);
            }
            log.info("The findings are in " + file);
        } catch (IOException e) {
            throw new MojoFailureException("The report cannot be written: " + e);
        }
    }

    private ReportContext context() {
        MavenModule module = request.module();
        return ReportContext.plain()
                .sources(SourceRoots.of(Path.of(""), module.directory(), module.sourceRoots()))
                .colour(request.colour())
                .verbose(request.verbose());
    }
}
