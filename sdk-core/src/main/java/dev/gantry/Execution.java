package dev.gantry;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.bundle.WriteResult;
import dev.gantry.console.Terminal;
import dev.gantry.extension.ProgramRule;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run from arguments to result: finds the program, runs it, writes the bundle, reports. */
final class Execution {

    private final @Nullable Blueprint<?> given;
    private final ClassLoader loader;
    private final Consumer<String> report;
    private final Consumer<String> summary;

    Execution(@Nullable Blueprint<?> given, ClassLoader loader, Consumer<String> report, Consumer<String> summary) {
        this.given = given;
        this.loader = loader;
        this.report = report;
        this.summary = summary;
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
        int result = new Execution(given, loader, terminal::report, terminal::summary).run(arguments);
        if (result == Main.NO_BLUEPRINT) {
            terminal.report(
                    "There is no blueprint among the compiled classes. Name its class, or give --classes DIR.\n");
        }
        terminal.exit(result);
    }

    int run(String... arguments) {
        Arguments parsed;
        try {
            parsed = Arguments.parse(arguments);
        } catch (FindingsException e) {
            report.accept(ReportFormat.TEXT.render(e.findings(), ReportContext.plain()));
            return Main.FINDINGS;
        }
        if (parsed.help) {
            summary.accept(Arguments.USAGE);
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
            environments = bundle.environments().stream().map(e -> e.name()).toList();
            result = bundle.failed() ? Main.FINDINGS : Main.OK;
        } catch (FindingsException e) {
            findings = e.findings();
            result = Main.FINDINGS;
        }
        report(parsed, environments, findings);
        return result;
    }

    private @Nullable Bundle execute(Arguments arguments) {
        Program<?> program = given == null ? null : Program.of(given);
        Path classes = arguments.classes;
        Path module = arguments.module;
        try {
            if (program != null && (classes == null || module == null)) {
                ModuleFolder own = ModuleFolder.of(program.blueprint().getClass());
                classes = classes == null ? own.classes() : classes;
                module = module == null ? own.directory() : module;
            }
            ModuleClasses compiled = ModuleClasses.in(classes == null ? Path.of("target/classes") : classes);
            if (program == null) {
                String name = arguments.blueprint != null ? arguments.blueprint : Program.find(compiled, loader);
                if (name == null) {
                    return null;
                }
                program = Limited.call("init", arguments.timeLimit, loader, () -> Program.named(name, loader));
            }
            if (module == null) {
                module = ModuleFolder.of(program.blueprint().getClass()).directory();
            }
            String digest = compiled.isEmpty() ? "" : ProgramDigest.of(compiled, arguments.classPath);
            List<Finding> impurities = compiled.impurities(program.name());
            return finish(arguments, program, module, digest, impurities);
        } catch (IOException e) {
            throw new FindingsException(Finding.of(ProgramRule.FILE, "The compiled classes cannot be read: " + e));
        }
    }

    private Bundle finish(
            Arguments arguments, Program<?> program, Path module, String digest, List<Finding> impurities) {
        if (arguments.command == Arguments.Command.VALIDATE) {
            arguments.layout = Layout.OBJECT; // nothing is written, and a finding is to name one resource
        }
        Generation.Outcome outcome =
                new Generation(program, module, arguments).run(arguments.environments, digest, impurities);
        Path output = module.resolve(arguments.output == null ? Path.of("target/gantry") : arguments.output);
        Bundle bundle = outcome.bundle();
        if (!bundle.failed()) {
            List<Finding> differences = new ArrayList<>(Generation.differences(output, bundle));
            if (arguments.command == Arguments.Command.VALIDATE) {
                differences.addAll(SecondRun.differences(program.name(), module, arguments, outcome, loader));
            }
            bundle = with(bundle, differences);
        }
        if (bundle.failed() || arguments.command == Arguments.Command.VALIDATE) {
            summary.accept(Summary.checked(bundle));
        } else {
            WriteResult written = BundleDirectory.write(output, bundle, outcome.manifests());
            summary.accept(Summary.written(bundle, written, shown(output.resolve("yaml"))));
        }
        return bundle;
    }

    private static Bundle with(Bundle bundle, List<Finding> more) {
        if (more.isEmpty()) {
            return bundle;
        }
        List<Finding> all = new ArrayList<>(bundle.findings());
        all.addAll(more);
        return new Bundle(
                bundle.tool(), bundle.blueprint(), bundle.layout(), bundle.program(), bundle.environments(), all);
    }

    private void report(Arguments arguments, List<String> environments, List<Finding> findings) {
        if (arguments.findings != null) {
            write(arguments.findings, FindingJson.text(findings));
        }
        if (findings.isEmpty() && arguments.report == ReportFormat.TEXT) {
            return;
        }
        Path base = Path.of("").toAbsolutePath();
        Path module = arguments.module == null ? base : arguments.module.toAbsolutePath();
        List<Path> roots = arguments.sourceRoots.isEmpty()
                ? List.of(module.resolve("src/main/java"))
                : List.copyOf(arguments.sourceRoots);
        ReportContext context = ReportContext.plain()
                .sources(SourceRoots.of(base, module, roots))
                .environments(environments)
                .rules(CoreRules.all())
                .tool(Version.tool())
                .fallback("pom.xml")
                .colour(arguments.colour)
                .verbose(arguments.verbose);
        report.accept(arguments.report.render(findings, context));
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
