package dev.gantry.maven;

import dev.gantry.bundle.FieldLines;
import dev.gantry.bundle.ResourceId;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingJson;
import dev.gantry.report.FindingCounts;
import dev.gantry.report.ReportFormat;
import dev.gantry.tool.Tool;
import dev.gantry.tool.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** One run of a module's program, from request to log. */
final class ProgramRun {

    private static final int OK = 0;
    private static final int NO_BLUEPRINT = 3;

    private final Request request;
    private final MavenModule module;
    private final String pluginVersion;
    private final Log log;
    private final Reports reports;
    private final @Nullable Tool tool;
    private List<Finding> findings = List.of();

    ProgramRun(Request request, String pluginVersion, Log log) {
        this(request, pluginVersion, log, null);
    }

    /**
     * A run with a tool that no other run has.
     *
     * @param tool {@code null} for none
     */
    ProgramRun(Request request, String pluginVersion, Log log, @Nullable Tool tool) {
        this.tool = tool;
        this.request = request;
        this.module = request.module();
        this.pluginVersion = pluginVersion;
        this.log = log;
        this.reports = new Reports(request, log);
    }

    /**
     * Runs the program.
     *
     * @return whether there was one
     * @throws MojoFailureException for whatever the user can do something about, in one sentence
     */
    boolean run() throws MojoFailureException, MojoExecutionException {
        if (module.packaging().equals("pom")) {
            return passOver("has packaging pom");
        }
        try (Sdk sdk = Sdk.of(module)) {
            if (!sdk.isPresent()) {
                if (request.blueprint() != null) {
                    throw new MojoFailureException("The blueprint " + request.blueprint()
                            + " needs the Gantry SDK: add the dependency dev.gantry:gantry-sdk-core:" + pluginVersion
                            + " to " + module.name() + ".");
                }
                return passOver("does not depend on the Gantry SDK");
            }
            if (module.isUncompiled()) {
                throw new MojoFailureException("The module " + module.name()
                        + " is not compiled: run mvn process-classes, or mvn compile gantry:" + request.command()
                        + ".");
            }
            return run(sdk);
        }
    }

    /** What the run has found; nothing before it. */
    List<Finding> findings() {
        return findings;
    }

    private boolean run(Sdk sdk) throws MojoFailureException, MojoExecutionException {
        Path file = null;
        try {
            file = Files.createTempFile("gantry-findings", ".json");
            Files.delete(file);
            StringBuilder report = new StringBuilder();
            StringBuilder summary = new StringBuilder();
            int result = guarded(sdk, request.arguments(file), log::info, report, summary);
            if (result == NO_BLUEPRINT) {
                return passOver("has no blueprint");
            }
            List<Finding> found = Files.exists(file) ? FindingJson.parse(Files.readString(file)) : null;
            findings = found == null ? List.of() : found;
            tell(found, report.toString(), summary.toString());
            judge(result, found);
            return true;
        } catch (IOException e) {
            throw new MojoExecutionException("The findings cannot be read: " + e.getMessage(), e);
        } finally {
            delete(file);
        }
    }

    /**
     * Runs the program once more for the lines of the fields of some resources.
     *
     * @return {@code null} if it does not tell, as one of an older SDK
     */
    @Nullable
    FieldLines lines(List<ResourceId> resources) throws MojoExecutionException {
        Path file = null;
        try (Sdk sdk = Sdk.of(module)) {
            file = Files.createTempFile("gantry-findings", ".json");
            StringBuilder lines = new StringBuilder();
            List<String> arguments = request.lineArguments(file, resources);
            int result = guarded(sdk, arguments, log::debug, new StringBuilder(), lines);
            return result == OK ? FieldLines.parse(lines.toString()) : null;
        } catch (IOException | MojoFailureException e) {
            log.debug("The lines of fields are not known", e);
            return null;
        } finally {
            delete(file);
        }
    }

    private int guarded(
            Sdk sdk, List<String> arguments, Consumer<String> printed, StringBuilder report, StringBuilder summary)
            throws MojoFailureException, MojoExecutionException {
        ModuleFrames frames = new ModuleFrames(module.classes());
        ExitGuard guard = ExitGuard.begin(sdk.loader(), frames, finding -> reports.log(List.of(finding)));
        Capture capture = Capture.begin(sdk.loader(), line -> printed.accept("[" + label(frames) + "] " + line));
        // Nothing of Helm is loaded before the program asks for it.
        try (Tools tools = Tools.with(tool, ProgramRun.class.getClassLoader())) {
            return sdk.run(arguments, pluginVersion, report::append, summary::append, tools);
        } finally {
            capture.close();
            guard.close();
        }
    }

    /** Whose line it is: that of the class on whose stack it was printed. */
    private String label(ModuleFrames frames) {
        String program = frames.program(Thread.currentThread().getStackTrace());
        return program == null ? module.name() : program;
    }

    private void tell(@Nullable List<Finding> findings, String report, String summary) throws MojoFailureException {
        if (findings == null) {
            // The arguments were not understood, and neither was where the findings should go.
            reports.lines(report, log::error);
            return;
        }
        if (request.report() == ReportFormat.TEXT) {
            FindingCounts counts = FindingCounts.of(findings);
            reports.lines(report, counts.errors() > 0 ? log::error : counts.warnings() > 0 ? log::warn : log::info);
        } else {
            reports.log(findings);
            reports.deliver(report);
        }
        reports.lines(summary, log::info);
    }

    private void judge(int result, @Nullable List<Finding> findings) throws MojoFailureException {
        FindingCounts counts = FindingCounts.of(findings == null ? List.of() : findings);
        if (counts.errors() > 0) {
            throw new MojoFailureException(counts + " in " + request.name() + "; see above");
        }
        if (result != OK) {
            throw new MojoFailureException("The run of " + request.name() + " failed; see above");
        }
        if (counts.warnings() > 0 && request.failOnWarning()) {
            throw new MojoFailureException(
                    counts + " in " + request.name() + ", and gantry.failOnWarning is set; see above");
        }
    }

    private boolean passOver(String reason) {
        String line = "Nothing to do: " + module.name() + " " + reason + ".";
        if (module.alone()) {
            log.info(line);
        } else {
            log.debug(line); // An inherited plugin is not to fill the log.
        }
        return false;
    }

    private static void delete(@Nullable Path file) throws MojoExecutionException {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new MojoExecutionException("A temporary file cannot be deleted", e);
        }
    }
}
