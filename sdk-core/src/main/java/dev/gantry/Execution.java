package dev.gantry;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.WriteResult;
import dev.gantry.check.Manifest;
import dev.gantry.comparison.EnvironmentComparison;
import dev.gantry.console.Terminal;
import dev.gantry.extension.ProgramRule;
import dev.gantry.extension.Run;
import dev.gantry.extension.RunBasis;
import dev.gantry.extension.ToolAccess;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingJson;
import dev.gantry.finding.FindingsException;
import dev.gantry.output.Layout;
import dev.gantry.program.ModuleClasses;
import dev.gantry.program.ProgramDigest;
import dev.gantry.report.ReportContext;
import dev.gantry.report.ReportFormat;
import dev.gantry.report.SourceRoots;
import dev.gantry.report.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One run from arguments to result: finds the program, runs it, writes the bundle, reports. */
final class Execution {

    private final @Nullable Blueprint<?> given;
    private final ClassLoader loader;
    private final Consumer<String> report;
    private final Consumer<String> summary;
    private final @Nullable UnaryOperator<String> tools;
    private final Formats formats = new Formats();
    private Path module = Path.of("").toAbsolutePath();
    private RunBasis basis = RunBasis.of(module);

    /**
     * An execution.
     *
     * @param given the blueprint; {@code null} if it is to be found
     * @param tools does what needs programs of others; {@code null} for the tools of the class path
     */
    Execution(
            @Nullable Blueprint<?> given,
            ClassLoader loader,
            Consumer<String> report,
            Consumer<String> summary,
            @Nullable UnaryOperator<String> tools) {
        this.given = given;
        this.loader = loader;
        this.report = report;
        this.summary = summary;
        this.tools = tools;
    }

    /** Runs a program in a Java process of its own, and ends the process. */
    static void runAndExit(@Nullable Blueprint<?> given, String... arguments) {
        List<String> all = List.of(arguments);
        int format = all.indexOf("--report") + 1;
        Terminal terminal = Terminal.open(
                format > 0 && format < all.size() && !all.get(format).equalsIgnoreCase("text"));
        ClassLoader loader = given == null
                ? Thread.currentThread().getContextClassLoader()
                : given.getClass().getClassLoader();
        int result = new Execution(given, loader, terminal::report, terminal::summary, null).run(arguments);
        if (result == Main.NO_BLUEPRINT) {
            terminal.report(
                    "There is no blueprint among the compiled classes. Name its class, or give --classes DIR.\n");
        }
        terminal.exit(result);
    }

    int run(String... arguments) {
        Preloading preloading = Preloading.begin();
        try {
            return withArguments(arguments);
        } finally {
            preloading.close();
        }
    }

    private int withArguments(String... arguments) {
        Arguments parsed;
        try {
            parsed = Arguments.parse(arguments);
        } catch (FindingsException e) {
            report.accept(ReportFormat.TEXT.render(e.findings(), ReportContext.plain()));
            return Main.FINDINGS;
        }
        if (given != null && parsed.blueprint != null) {
            report.accept(ReportFormat.TEXT.render(
                    List.of(
                            Finding.of(
                                            ProgramRule.ARGUMENT,
                                            "There is no command \"" + parsed.blueprint
                                                    + "\", and the blueprint is given.")
                                    .hint(
                                            "Say generate, validate, environments, lines, crd or nothing, then options; --help lists them.")),
                    ReportContext.plain()));
            return Main.FINDINGS;
        }
        if (parsed.help) {
            summary.accept(Arguments.usage());
            return Main.OK;
        }
        List<Finding> findings;
        List<String> environments = List.of();
        int result;
        try {
            Bundle bundle = execute(parsed);
            if (bundle == null) {
                return Main.NO_BLUEPRINT;
            }
            findings = bundle.findings();
            environments = new ArrayList<>();
            for (BundleEnvironment environment : bundle.environments()) {
                environments.add(environment.name());
            }
            result = bundle.failed() ? Main.FINDINGS : Main.OK;
        } catch (FindingsException e) {
            findings = e.findings();
            result = Main.FINDINGS;
        }
        return report(parsed, environments, findings) ? result : Main.FINDINGS;
    }

    private @Nullable Bundle execute(Arguments arguments) {
        Program<?> program = given == null ? null : Program.of(given);
        ModuleFolder own = program == null
                ? new ModuleFolder(Path.of("").toAbsolutePath(), null)
                : ModuleFolder.of(program.blueprint().getClass());
        module = arguments.module == null ? own.directory() : arguments.module.toAbsolutePath();
        Path classes = arguments.classes == null ? own.classes() : module.resolve(arguments.classes);
        if (!Files.isDirectory(module)) {
            throw new FindingsException(Finding.of(ProgramRule.ARGUMENT, "There is no folder " + module + ".")
                    .hint("Give the module's folder with --module."));
        }
        basis = new RunBasis(
                module, arguments.kubernetesVersion.toString(), ToolAccess.of(module, tools), arguments.sourceRoots);
        refuseFormats(arguments);
        SortedMap<String, String> inputs = new ConcurrentSkipListMap<>();
        try {
            ModuleClasses compiled = ModuleClasses.in(classes == null ? module.resolve("target/classes") : classes);
            if (arguments.command == Arguments.Command.CRD) {
                return definitions(arguments, compiled);
            }
            if (program == null) {
                String name = arguments.blueprint != null ? arguments.blueprint : Program.find(compiled, loader);
                if (name == null) {
                    return null;
                }
                program = initialized(name, arguments, inputs);
            }
            List<Path> others =
                    new ArrayList<>(arguments.classPath.isEmpty() ? ClassPath.of(loader) : arguments.classPath);
            others.remove(classes);
            String digest = compiled.isEmpty() ? "" : ProgramDigest.of(compiled, others);
            return finish(arguments, program, inputs, digest, compiled);
        } catch (IOException e) {
            throw new FindingsException(Finding.of(ProgramRule.FILE, "The compiled classes cannot be read: " + e));
        }
    }

    private Bundle definitions(Arguments arguments, ModuleClasses compiled) {
        ModuleDefinitions definitions = new ModuleDefinitions(compiled, loader, basis);
        List<Manifest> made = definitions.make(arguments.kubernetesVersion);
        Bundle bundle = new Bundle(Version.tool(), "", "object", "", List.of(), definitions.findings());
        Path output = module.resolve(arguments.output == null ? Path.of("target/gantry-crd") : arguments.output);
        if (!bundle.failed()) {
            int changed = new DefinitionFiles(output).write(made);
            summary.accept(definitions.summary(shown(output), changed));
        }
        return bundle;
    }

    private void refuseFormats(Arguments arguments) {
        List<Finding> findings = new ArrayList<>(formats.missing(arguments.formats));
        if (!arguments.formats.isEmpty() && !arguments.environments.isEmpty()) {
            findings.add(Finding.of(
                            ProgramRule.ARGUMENT,
                            "The formats " + String.join(", ", arguments.formats)
                                    + " are made of all environments, and not of some.")
                    .hint("Leave out the environment, or ask for yaml only."));
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
    }

    /** Loads the program's class; what its static fields read is an input like any other. */
    private Program<?> initialized(String name, Arguments arguments, SortedMap<String, String> inputs) {
        return Limited.call("init", arguments.timeLimit, loader, () -> {
            Run run = Run.begin(basis, false, inputs);
            try {
                Program<?> program = Program.named(name, loader);
                if (!run.findings().isEmpty()) {
                    throw new FindingsException(run.findings());
                }
                return program;
            } finally {
                run.close();
            }
        });
    }

    private Bundle finish(
            Arguments arguments,
            Program<?> program,
            SortedMap<String, String> inputs,
            String digest,
            ModuleClasses compiled) {
        List<Finding> impurities = compiled.impurities(program.name());
        if (arguments.command == Arguments.Command.LINES) {
            return lines(arguments, program, inputs, digest, impurities);
        }
        if (arguments.command == Arguments.Command.ENVIRONMENTS) {
            Generation.Outcome outcome = new Generation(program, basis, arguments, arguments.layout, inputs)
                    .run(arguments.environments, digest, impurities);
            return compared(arguments, program, compiled, outcome);
        }
        boolean locking = arguments.command == Arguments.Command.LOCK;
        boolean validate = arguments.command == Arguments.Command.VALIDATE || locking;
        // Validation writes nothing, and its findings are to name one resource each.
        Layout layout = validate ? Layout.OBJECT : arguments.layout;
        Generation.Outcome outcome = new Generation(program, basis, arguments, layout, inputs)
                .run(arguments.environments, digest, impurities);
        Path output = module.resolve(arguments.output == null ? Path.of("target/gantry") : arguments.output);
        Bundle bundle = outcome.bundle();
        if (locking) {
            return bundle;
        }
        if (!bundle.failed()) {
            List<Finding> differences = new ArrayList<>(Generation.differences(output, bundle));
            if (validate) {
                differences.addAll(SecondRun.differences(program, module, arguments, outcome, loader));
            }
            bundle = outcome.with(differences);
        }
        Formats.Made others = new Formats.Made(new TreeMap<>(), List.of(), List.of());
        if (!bundle.failed() && !arguments.formats.isEmpty()) {
            others = others(arguments, program, compiled, outcome);
            bundle = Generation.add(
                    bundle, others.findings().stream().map(outcome::weighed).toList());
        }
        if (bundle.failed() || validate) {
            summary.accept(Summary.checked(bundle, arguments.verbose));
        } else {
            SortedMap<String, byte[]> manifests = new TreeMap<>(outcome.manifests());
            manifests.putAll(others.files());
            Bundle all = arguments.environments.isEmpty() ? bundle : Earlier.with(output, bundle, manifests);
            WriteResult written = BundleDirectory.write(output, all, manifests);
            List<String> folders = new ArrayList<>(List.of(shown(output.resolve("yaml"))));
            arguments.formats.forEach(format -> folders.add(shown(output.resolve(format))));
            summary.accept(Summary.written(bundle, written, String.join(", ", folders), arguments.verbose));
            others.notes().forEach(note -> summary.accept("  " + note + "\n"));
        }
        return bundle;
    }

    private Formats.Made others(
            Arguments arguments, Program<?> program, ModuleClasses compiled, Generation.Outcome outcome) {
        Experiments<?> experiments = experiments(arguments, program, compiled, outcome);
        Duration limit = arguments.timeLimit.multipliedBy(outcome.outputs().size());
        return Limited.call(
                "formats", limit, loader, () -> formats.make(arguments.formats, experiments, basis.tools()));
    }

    private Bundle compared(
            Arguments arguments, Program<?> program, ModuleClasses compiled, Generation.Outcome outcome) {
        if (!outcome.bundle().failed()) {
            Experiments<?> experiments = experiments(arguments, program, compiled, outcome);
            Duration limit = arguments.timeLimit.multipliedBy(outcome.outputs().size());
            summary.accept(Limited.call(
                    "environments",
                    limit,
                    loader,
                    () -> EnvironmentComparison.text(experiments, arguments.environments)));
        }
        return outcome.bundle();
    }

    private <S extends Record> Experiments<S> experiments(
            Arguments arguments, Program<S> program, ModuleClasses compiled, Generation.Outcome outcome) {
        List<Path> roots = sourceRoots(arguments);
        return new Experiments<>(program, basis, roots, compiled.compared(program.name()), outcome.outputs());
    }

    private List<Path> sourceRoots(Arguments arguments) {
        return arguments.sourceRoots.isEmpty()
                ? List.of(module.resolve("src/main/java"))
                : List.copyOf(arguments.sourceRoots);
    }

    private Bundle lines(
            Arguments arguments,
            Program<?> program,
            SortedMap<String, String> inputs,
            String digest,
            List<Finding> impurities) {
        Generation.Outcome outcome = new Generation(program, basis, arguments, arguments.layout, inputs)
                .run(arguments.environments, digest, impurities);
        if (!outcome.bundle().failed()) {
            summary.accept(TracedLines.of(outcome, arguments.resources).text());
        }
        return outcome.bundle();
    }

    /** Answers whether the findings could be written to where they were asked for. */
    private boolean report(Arguments arguments, List<String> environments, List<Finding> found) {
        List<Finding> findings = new ArrayList<>(found);
        boolean written = true;
        if (arguments.findings != null) {
            try {
                write(module.resolve(arguments.findings), FindingJson.text(findings));
            } catch (FindingsException e) {
                findings.addAll(e.findings());
                written = false;
            }
        }
        if (findings.isEmpty() && arguments.report == ReportFormat.TEXT) {
            return written;
        }
        Path base = Path.of("").toAbsolutePath();
        List<Path> roots = sourceRoots(arguments);
        ReportContext context = ReportContext.plain()
                .sources(SourceRoots.of(base, module, roots))
                .environments(environments)
                .rules(CoreRules.withChecks())
                .tool(Version.tool())
                .fallback("pom.xml")
                .colour(arguments.colour)
                .verbose(arguments.verbose);
        report.accept(arguments.report.render(findings, context));
        return written;
    }

    private static void write(Path file, String text) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new FindingsException(
                    Finding.of(ProgramRule.ARGUMENT, "The findings cannot be written to " + file + ": " + e));
        }
    }

    /** Relative to the working directory where that is shorter. */
    private static String shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
    }
}
