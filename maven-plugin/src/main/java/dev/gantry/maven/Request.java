package dev.gantry.maven;

import dev.gantry.bundle.ResourceId;
import dev.gantry.report.ReportFormat;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the program is asked to do.
 *
 * @param command {@code generate}, {@code validate}, {@code environments} or {@code lines}
 * @param module the module whose program it is
 * @param blueprint the name of its class; {@code null} if it is to be found
 * @param environments all, if empty
 * @param settings the folder of the settings files; {@code null} for the usual one
 * @param output where the result goes
 * @param formats what is made beside the manifests, such as {@code kustomize}; {@code yaml} may be among them
 * @param layout {@code object} or {@code stack}; {@code null} for the usual one
 * @param kubernetesVersion such as {@code 1.31}; {@code null} for the default of the SDK
 * @param overrides settings, by key
 * @param timeLimit in seconds; {@code null} for the usual one
 * @param report how findings are written
 * @param failOnWarning whether warnings end the build
 * @param verbose whether findings that were accepted are shown
 * @param colour whether the log is coloured
 */
record Request(
        String command,
        MavenModule module,
        @Nullable String blueprint,
        List<String> environments,
        @Nullable String settings,
        Path output,
        List<String> formats,
        @Nullable String layout,
        @Nullable String kubernetesVersion,
        SortedMap<String, String> overrides,
        @Nullable Integer timeLimit,
        ReportFormat report,
        boolean failOnWarning,
        boolean verbose,
        boolean colour) {

    /** The format that is always made. */
    private static final String YAML = "yaml";

    /** What people call the program: its blueprint, if that is known, and the module otherwise. */
    String name() {
        return blueprint == null ? module.name() : blueprint;
    }

    /** Whether anything is made beside the manifests. */
    boolean hasOtherFormats() {
        return !formats.stream().allMatch(YAML::equals);
    }

    /**
     * The arguments for the SDK. What is as usual is left out, so that an older SDK need not know of it.
     *
     * @param findings where the SDK is to write the findings
     */
    List<String> arguments(Path findings) {
        List<String> arguments = new ArrayList<>(List.of(command));
        if (blueprint != null) {
            arguments.add(blueprint);
        }
        add(arguments, "--module", module.directory());
        add(arguments, "--classes", module.classes());
        if (!module.classPath().isEmpty()) {
            add(arguments, "--class-path", classPath());
        }
        module.sourceRoots().forEach(root -> add(arguments, "--source-root", root));
        environments.forEach(environment -> add(arguments, "--environment", environment));
        overrides.forEach((key, value) -> add(arguments, "--set", key + "=" + value));
        add(arguments, "--settings", settings);
        add(arguments, "--output", output);
        if (hasOtherFormats()) {
            add(arguments, "--format", String.join(",", formats));
        }
        add(arguments, "--layout", layout);
        add(arguments, "--kubernetes-version", kubernetesVersion);
        add(arguments, "--time-limit", timeLimit);
        add(arguments, "--findings", findings);
        if (report != ReportFormat.TEXT) {
            add(arguments, "--report", Reports.name(report));
        }
        if (verbose) {
            arguments.add("--verbose");
        }
        if (colour) {
            arguments.add("--colour");
        }
        return arguments;
    }

    /**
     * The arguments for the SDK to tell the lines of the fields of some resources.
     *
     * @param findings where the SDK is to write the findings
     */
    List<String> lineArguments(Path findings, List<ResourceId> resources) {
        List<String> arguments = arguments(findings);
        arguments.set(0, "lines");
        for (ResourceId id : resources) {
            String namespace = Objects.requireNonNullElse(id.namespace(), "");
            add(arguments, "--resource", String.join("|", id.apiVersion(), id.kind(), namespace, id.name()));
        }
        return arguments;
    }

    private String classPath() {
        return module.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static void add(List<String> arguments, String option, @Nullable Object value) {
        if (value != null) {
            arguments.add(option);
            arguments.add(value.toString());
        }
    }
}
