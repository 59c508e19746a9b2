package dev.gantry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Main;
import dev.gantry.check.KubernetesVersion;
import dev.gantry.findings.Catalogue;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README shows what the quickstart really is, does, and says when it is wrong. */
final class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String SOURCE = "src/main/java/com/example/quickstart/Quickstart.java";

    private static final String TEST = "src/test/java/com/example/quickstart/QuickstartTest.java";

    @TempDir
    Path copy;

    @Test
    void should_show_what_the_quickstart_does() throws Exception {
        Path quickstart = ROOT.resolve("examples/quickstart");
        String source = Files.readString(quickstart.resolve(SOURCE));
        String production = Files.readString(quickstart.resolve("src/main/gantry/production.yaml"));

        Run good = run("good", source, production);
        assertThat(good.report).isEmpty();
        Run wrongPort = run("port", replaced(source, "port(HTTP, 80)", "port(Port.http(9090), 80)"), production);
        Run wrongKey = run("key", source, replaced(production, "maxReplicas", "maxReplica"));

        new Snippets()
                .is("program", source)
                .is("settings", production)
                .is("summary", good.summary)
                .is("manifest", good.manifest("production/shop/42-deployment-shop.yaml"))
                .is("wrong-port", wrongPort.report)
                .is("wrong-key", wrongKey.report)
                .is("pom", dependencies(quickstart))
                .is("checks", Catalogue.table())
                .is("test", Files.readString(quickstart.resolve(TEST)))
                .check(ROOT.resolve("README.md"));
    }

    @Test
    void should_name_the_versions_of_kubernetes() throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md")))
                .contains("made for, %s by default; Gantry knows %s to %s."
                        .formatted(KubernetesVersion.DEFAULT, KubernetesVersion.OLDEST, KubernetesVersion.NEWEST));
    }

    /** What a project adds to its own file: the dependencies, and the plugin. */
    private static String dependencies(Path quickstart) throws IOException {
        String pom = Files.readString(quickstart.resolve("pom.xml"));
        String dependencies = between(pom, "  <dependencies>\n", "  </dependencies>\n");
        String plugin = between(pom, "      <plugin>\n        <groupId>dev.gantry", "      </plugin>\n");
        return (dependencies + "\n  <build>\n    <plugins>\n" + plugin + "    </plugins>\n  </build>\n")
                .indent(-2)
                .replace("${gantry.version}", "0.1.0")
                .replace(
                        "${junit.version}", between(pom, "<junit.version>", "<").replaceAll("<[^>]*>?", ""));
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        assertThat(from).as(start).isNotNegative();
        return text.substring(from, text.indexOf(end, from + start.length()) + end.length());
    }

    private static String replaced(String text, String part, String by) {
        assertThat(text).contains(part);
        return text.replace(part, by);
    }

    private record Run(Path module, String report, String summary) {

        String manifest(String file) throws IOException {
            return Files.readString(module.resolve("target/gantry/yaml").resolve(file));
        }
    }

    /** Compiles and runs a copy of the quickstart, as a build would. */
    private Run run(String name, String source, String production) throws IOException {
        Path module = copy.resolve(name);
        Path original = ROOT.resolve("examples/quickstart/src/main/gantry");
        Path settings = Files.createDirectories(module.resolve("src/main/gantry"));
        try (Stream<Path> files = Files.list(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, settings.resolve(file.getFileName().toString()));
            }
        }
        Files.writeString(settings.resolve("production.yaml"), production);
        Path java = module.resolve(SOURCE);
        Files.createDirectories(java.getParent());
        Files.writeString(java, source);
        Path classes = Files.createDirectories(module.resolve("target/classes"));
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none", "-g"));
        arguments.addAll(List.of("-classpath", System.getProperty("java.class.path"), java.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        StringBuilder report = new StringBuilder();
        StringBuilder summary = new StringBuilder();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, Main.class.getClassLoader())) {
            String[] run = {"generate", "--module", module.toString(), "--classes", classes.toString()};
            Main.run(run, loader, report::append, summary::append);
        }
        String shown = summary.toString().replace(module.toString(), "examples/quickstart");
        Path here = Path.of("").toAbsolutePath();
        String findings = report.toString().replace(here.relativize(module).toString() + "/", "");
        return new Run(module, findings, shown);
    }
}
