package dev.gantry;

import dev.gantry.check.KubernetesVersion;
import dev.gantry.extension.ProgramRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.output.Layout;
import dev.gantry.report.ReportFormat;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a run is asked to do, as read from its arguments. */
final class Arguments {

    static final String SETTINGS = "src/main/gantry";
    static final String DEFAULT_ENVIRONMENT = "default";

    private static final String USAGE = """
            usage: [generate|validate|environments|lines|lock|crd] [BLUEPRINT] [OPTION]...
              generate            writes the manifests (default)
              validate            writes nothing; also runs the program in a second JVM, and compares
              environments        writes nothing; shows what differs between two environments
              lines               writes nothing; shows the lines of fields in one environment, as JSON
              lock                writes nothing; asks whoever started it for what is taken from other places
              crd                 runs no program; writes the definitions of the kinds that classes of the module define
              BLUEPRINT           class name; found among the module's classes if it is left out
              --module DIR        the module's folder, which relative paths start from
              --classes DIR       the module's compiled classes
              --class-path PATHS  what else the program consists of
              --settings DIR      settings files, below the module's folder (src/main/gantry)
              --environment NAME  only this environment; can be repeated
              --set KEY=VALUE     overrides a setting; can be repeated
              --kubernetes-version VERSION  what the manifests are made for, such as 1.31 (%s)
              --output DIR        where the result goes (target/gantry; for crd target/gantry-crd)
              --format FORMATS    also makes these of all environments, separated by commas: kustomize, helm, gitops (yaml: none)
              --layout LAYOUT     object: a file for each resource (default); stack: one for each stack
              --resource ID       for lines: only of this resource, as APIVERSION|KIND|NAMESPACE|NAME; can be repeated
              --findings FILE     also writes the findings as JSON
              --source-root DIR   a folder of sources, for reports that name files; can be repeated
              --report FORMAT     text (default), json, sarif or annotations
              --time-limit SECONDS  for each environment (60)
              --colour            colours the text
              --verbose           also shows findings that were accepted, and why, and every field that hardening sets
              --help              this text
            """;

    enum Command {
        GENERATE,
        VALIDATE,
        ENVIRONMENTS,
        LINES,
        LOCK,
        CRD
    }

    Command command = Command.GENERATE;

    @Nullable
    String blueprint;

    @Nullable
    Path module;

    @Nullable
    Path classes;

    List<Path> classPath = List.of();
    String settings = SETTINGS;
    final List<String> environments = new ArrayList<>();
    private final SortedMap<String, String> overrides = new TreeMap<>();

    final List<String> resources = new ArrayList<>();

    @Nullable
    Path output;

    KubernetesVersion kubernetesVersion = KubernetesVersion.DEFAULT;
    Layout layout = Layout.OBJECT;
    final SortedSet<String> formats = new TreeSet<>();

    @Nullable
    Path findings;

    ReportFormat report = ReportFormat.TEXT;
    Duration timeLimit = Duration.ofSeconds(60);
    final List<Path> sourceRoots = new ArrayList<>();
    boolean colour;
    boolean verbose;
    boolean help;

    private Arguments() {}

    /**
     * Reads arguments.
     *
     * @throws FindingsException with everything that is wrong with them
     */
    static Arguments parse(String... arguments) {
        Arguments parsed = new Arguments();
        List<Finding> problems = new ArrayList<>();
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        boolean first = true;
        while (rest.hasNext()) {
            String argument = rest.next();
            if (first && isCommand(argument)) {
                parsed.command = Command.valueOf(argument.toUpperCase(Locale.ROOT));
            } else {
                parsed.take(argument, rest, problems);
            }
            first = false;
        }
        if (!problems.isEmpty()) {
            throw new FindingsException(problems);
        }
        return parsed;
    }

    /** What {@code --help} shows. */
    static String usage() {
        return USAGE.formatted(KubernetesVersion.DEFAULT);
    }

    SortedMap<String, String> overrides() {
        return Collections.unmodifiableSortedMap(overrides);
    }

    private void take(String argument, Iterator<String> rest, List<Finding> problems) {
        if (!argument.startsWith("-")) {
            if (blueprint != null) {
                problems.add(problem("There are two blueprints, " + blueprint + " and " + argument + "."));
            }
            blueprint = argument;
            return;
        }
        switch (argument) {
            case "--help", "-h" -> help = true;
            case "--verbose" -> verbose = true;
            case "--colour" -> colour = true;
            default -> {
                if (!USAGE.contains("  " + argument + " ")) {
                    problems.add(problem("There is no argument " + argument + "."));
                } else if (!rest.hasNext()) {
                    problems.add(problem("The argument " + argument + " needs a value."));
                } else {
                    takeValue(argument, rest.next(), problems);
                }
            }
        }
    }

    private void takeValue(String option, String value, List<Finding> problems) {
        try {
            switch (option) {
                case "--module" -> module = Path.of(value);
                case "--classes" -> classes = Path.of(value);
                case "--class-path" -> classPath = paths(value);
                case "--settings" -> settings = value;
                case "--environment" -> environments.add(value);
                case "--set" -> override(value, problems);
                case "--resource" -> resources.add(value);
                case "--kubernetes-version" -> kubernetesVersion = version(value, problems);
                case "--source-root" -> sourceRoots.add(Path.of(value));
                case "--format" -> formats(value);
                case "--output" -> output = Path.of(value);
                case "--layout" -> layout = Layout.valueOf(value.toUpperCase(Locale.ROOT));
                case "--findings" -> findings = Path.of(value);
                case "--report" -> report = ReportFormat.valueOf(value.toUpperCase(Locale.ROOT));
                case "--time-limit" -> timeLimit = Duration.ofSeconds(positive(value));
                default -> problems.add(problem("There is no argument " + option + "."));
            }
        } catch (InvalidPathException e) {
            problems.add(problem("The value \"" + value + "\" of " + option + " is not a path."));
        } catch (IllegalArgumentException e) {
            problems.add(problem("The argument " + option + " does not take \"" + value + "\"."));
        }
    }

    private static KubernetesVersion version(String value, List<Finding> problems) {
        KubernetesVersion version = KubernetesVersion.parse(value);
        if (version == null) {
            problems.add(problem("\"" + value + "\" is not a version of Kubernetes that this version of Gantry knows: "
                    + KubernetesVersion.OLDEST + " to " + KubernetesVersion.NEWEST + "."));
        }
        return version == null ? KubernetesVersion.DEFAULT : version;
    }

    private void override(String value, List<Finding> problems) {
        int equals = value.indexOf('=');
        if (equals <= 0) {
            problems.add(problem("The argument --set takes KEY=VALUE, but was given \"" + value + "\"."));
        } else {
            overrides.put(value.substring(0, equals), value.substring(equals + 1));
        }
    }

    /** The manifests are always made: every other format is proved equal to them. */
    private void formats(String value) {
        for (String format : value.split(",", -1)) {
            if (!format.isBlank() && !format.strip().equals("yaml")) {
                formats.add(format.strip());
            }
        }
    }

    private static List<Path> paths(String value) {
        List<Path> paths = new ArrayList<>();
        for (String path : value.split(File.pathSeparator, -1)) {
            if (!path.isEmpty()) {
                paths.add(Path.of(path));
            }
        }
        return List.copyOf(paths);
    }

    private static long positive(String value) {
        long number = Long.parseLong(value);
        if (number <= 0) {
            throw new IllegalArgumentException(value);
        }
        return number;
    }

    private static boolean isCommand(String argument) {
        for (Command each : Command.values()) {
            if (argument.equals(each.name().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static Finding problem(String message) {
        return Finding.of(ProgramRule.ARGUMENT, message).hint("Call it with --help to see what it takes.");
    }
}
