package dev.gantry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.check.KubernetesVersion;
import dev.gantry.findings.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README shows what the quickstart really is, does, and says when it is wrong. */
final class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String SOURCE = "src/main/java/com/example/quickstart/Quickstart.java";
    private static final String PRODUCTION = "src/main/gantry/production.yaml";
    private static final String MESH = "src/main/java/com/example/canary/Mesh.java";

    private static final String TEST = "src/test/java/com/example/quickstart/QuickstartTest.java";

    @TempDir
    Path copy;

    @Test
    void should_show_what_the_quickstart_does() throws Exception {
        Path quickstart = ROOT.resolve("examples/quickstart");
        String source = Files.readString(quickstart.resolve(SOURCE));
        String production = Files.readString(quickstart.resolve(PRODUCTION));

        ExampleRun good = run("quickstart", "good", Map.of());
        assertThat(good.report()).isEmpty();
        ExampleRun wrongPort = run(
                "quickstart", "port", Map.of(SOURCE, replaced(source, "port(HTTP, 80)", "port(Port.http(9090), 80)")));
        ExampleRun wrongKey =
                run("quickstart", "key", Map.of(PRODUCTION, replaced(production, "maxReplicas", "maxReplica")));
        String mesh = Files.readString(ROOT.resolve("examples/canary").resolve(MESH));
        ExampleRun closed = run(
                "canary",
                "mesh",
                Map.of(MESH, replaced(mesh, "\n                .portLevelMtls(METRICS, PERMISSIVE)", "")));

        ExampleRun kustomize =
                ExampleRun.of(copy.resolve("kustomize"), "quickstart", Map.of(), "--format", "kustomize");

        new Snippets()
                .is("program", source)
                .is("settings", production)
                .is("summary", good.summary())
                .is("manifest", good.yaml("production/shop/42-deployment-shop.yaml"))
                .is("wrong-port", wrongPort.report())
                .is("wrong-key", wrongKey.report())
                .is("mesh", method(mesh, "    void secure() {"))
                .is("closed-mesh", of("production", closed.report()))
                .is("pom", dependencies(quickstart))
                .is("checks", Catalogue.table())
                .is("overlay", kustomize.file("kustomize/overlays/production/shop/kustomization.yaml"))
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

    /** One method, without the indentation of its class. */
    private static String method(String source, String start) {
        return between(source, start, "\n    }\n").stripTrailing().stripIndent();
    }

    /** What is found in one environment, of findings that others have too. */
    private static String of(String environment, String report) {
        return report.replace(" (in " + environment + ", staging)", "");
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

    private ExampleRun run(String example, String name, Map<String, String> changes) throws IOException {
        return ExampleRun.of(copy.resolve(name), example, changes);
    }
}
