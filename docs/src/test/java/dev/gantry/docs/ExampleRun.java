package dev.gantry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Main;
import dev.gantry.tool.Tools;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A copy of an example, compiled and run as a build would.
 *
 * @param module the folder of the copy
 * @param report the findings
 * @param summary what else is said
 */
record ExampleRun(Path module, String report, String summary) {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /**
     * Runs a copy in which some files are different.
     *
     * @param module where the copy goes
     * @param changes content by path
     * @param arguments of the run, beside those that name the module
     */
    static ExampleRun of(Path module, String example, Map<String, String> changes, String... arguments)
            throws IOException {
        Path original = ROOT.resolve("examples").resolve(example);
        List<Path> programs = new ArrayList<>();
        for (Path file : sources(original)) {
            String relative = original.relativize(file).toString().replace(File.separatorChar, '/');
            Path target = module.resolve(relative);
            Files.createDirectories(target.getParent());
            String changed = changes.get(relative);
            Files.writeString(target, changed == null ? Files.readString(file) : changed);
            if (relative.endsWith(".java")) {
                programs.add(target);
            }
        }
        Path classes = Files.createDirectories(module.resolve("target/classes"));
        List<String> compiler = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none", "-g"));
        compiler.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        programs.forEach(program -> compiler.add(program.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, compiler.toArray(String[]::new)))
                .isZero();
        StringBuilder report = new StringBuilder();
        StringBuilder summary = new StringBuilder();
        try (Tools tools = Tools.in(ExampleRun.class.getClassLoader());
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, Main.class.getClassLoader())) {
            List<String> run = new ArrayList<>(
                    List.of("generate", "--module", module.toString(), "--classes", classes.toString()));
            run.addAll(List.of(arguments));
            Main.run(run.toArray(String[]::new), loader, report::append, summary::append, tools);
        }
        String shown = summary.toString().replace(module.toString(), "examples/" + example);
        Path here = Path.of("").toAbsolutePath();
        String findings = report.toString().replace(here.relativize(module).toString() + "/", "");
        return new ExampleRun(module, findings, shown);
    }

    /** The files of an example, without looking at its {@code target}: it may be built at the same time. */
    private static List<Path> sources(Path example) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("charts", "src/main")) {
            Path start = example.resolve(folder);
            if (Files.isDirectory(start)) {
                try (Stream<Path> files = Files.walk(start)) {
                    files.filter(Files::isRegularFile).sorted().forEach(sources::add);
                }
            }
        }
        return sources;
    }

    /** A manifest. */
    String yaml(String file) throws IOException {
        return file("yaml/" + file);
    }

    /** A file of the output. */
    String file(String file) throws IOException {
        return Files.readString(module.resolve("target/gantry").resolve(file));
    }
}
