package dev.gantry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.NoSettings;
import dev.gantry.TestRun;
import dev.gantry.finding.Finding;
import dev.gantry.yaml.YamlPrinter;
import io.fabric8.java.generator.Config;
import io.fabric8.java.generator.FileJavaGenerator;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on classes from definitions: what it shows is generated, compiled and run. */
class ClassesFromCrdsTest {

    private static final Path PAGE = Path.of("../docs/classes-from-crds.md");
    private static final Path FILES = Path.of("src/test/resources/dev/gantry/docs/crds");

    @TempDir
    Path module;

    @Test
    void should_show_what_generated_classes_make() throws Exception {
        String definition = Files.readString(FILES.resolve("tenants.yaml"));
        String program = Files.readString(FILES.resolve("Tenants.java"));
        write("src/main/crds/tenants.yaml", definition);
        new FileJavaGenerator(new Config(), module.resolve("src/main/crds").toFile())
                .run(module.resolve("generated").toFile());

        var made = TestRun.in(module, "production", blueprint(program));

        assertThat(made.findings()).isEmpty();
        String mistaken = program.replace("\"blue\");", "\"me\");");
        new Snippets()
                .is("definition", definition)
                .is("pom", Files.readString(FILES.resolve("pom.xml")).replace("@fabric8.version@", fabric8()))
                .is("program", program)
                .is(
                        "resource",
                        YamlPrinter.print(
                                TestRun.manifest(made, "Tenant", "blue").tree()))
                .is(
                        "mistake",
                        report(TestRun.in(module, "production", blueprint(mistaken))
                                .findings()))
                .check(PAGE);
    }

    private static String report(List<Finding> findings) {
        return TestRun.report(findings);
    }

    /** The version of the jar that the client's API came in. */
    private static String fabric8() {
        String jar = CustomResource.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return jar.replaceAll(".*kubernetes-client-api-(.*)\\.jar", "$1");
    }

    private Consumer<App> blueprint(String program) throws Exception {
        Path classes =
                Files.createDirectories(Files.createTempDirectory(module, "run").resolve("classes"));
        write("src/main/java/Tenants.java", program);
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        for (String folder : List.of("generated", "src/main/java")) {
            try (Stream<Path> files = Files.walk(module.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> arguments.add(file.toString()));
            }
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        @SuppressWarnings("unchecked")
        Blueprint<NoSettings> made = (Blueprint<NoSettings>)
                loader.loadClass("Tenants").getDeclaredConstructor().newInstance();
        return app -> made.define(app, new NoSettings());
    }

    private void write(String file, String content) throws IOException {
        Path path = module.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
