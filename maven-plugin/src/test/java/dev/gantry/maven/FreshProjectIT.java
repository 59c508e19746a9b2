package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One project as the README has it. Each step builds on the one before, since starting Maven is what takes the time. */
class FreshProjectIT {

    private static final String FULL_NAME = "dev.gantry:gantry-maven-plugin:" + MavenProject.GANTRY + ":generate";

    @ParameterizedTest
    @ValueSource(strings = {"oldest", "newest"})
    void should_generate_in_the_ordinary_build(String which) throws IOException {
        MavenProject shop = MavenProject.of("shop", "fresh-" + which, version(which));

        shop.maven("gantry:generate")
                .fails()
                .says("The module shop is not compiled: run mvn process-classes, or mvn compile gantry:generate.");

        shop.maven("process-classes")
                .succeeds()
                .says(
                        "[INFO] [Shop] making production – ünïcode",
                        "Gantry made 6 resources for 2 environments from com.acme.Shop",
                        "hardened to restricted: shop (2 workloads: runAsNonRoot, seccompProfile, allowPrivilegeEscalation, capabilities)",
                        "no findings",
                        "written to " + Path.of("target/gantry/yaml") + " (6 files changed)");
        assertThat(shop.manifest("", "production/shop", "configmap-settings"))
                .contains("host: shop.from-pom.example.com");
        Map<String, FileTime> times = times(shop.file("target/gantry"));
        assertThat(times).hasSizeGreaterThan(8);

        shop.maven("-o", "process-classes").succeeds().says("(6 files unchanged)");
        assertThat(times(shop.file("target/gantry"))).isEqualTo(times);

        shop.replace("src/main/java/com/acme/Shop.java", ".port(HTTP, 80)", ".port(Port.tcp(\"metrics\", 9091), 80)");
        shop.maven("-o", "process-classes")
                .fails()
                .says("error GTY-NET-", "src/main/java/com/acme/Shop.java:34", "nothing was written")
                .says("1 error in shop; see above");
        assertThat(times(shop.file("target/gantry"))).isEqualTo(times);
    }

    @Test
    void should_take_options_from_the_command_line() throws IOException {
        MavenProject shop = MavenProject.of("shop", "options", MavenProject.NEWEST);

        shop.maven(
                        "compile",
                        FULL_NAME,
                        "-Dgantry.set.host=shop.from-cli.example.com",
                        "-Dgantry.set.replicas=7",
                        "-Dgantry.environment=staging")
                .succeeds()
                .says("for 1 environment", "staging  shop 3");
        assertThat(shop.manifest("", "staging/shop", "configmap-settings")).contains("host: shop.from-cli.example.com");
        assertThat(shop.manifest("", "staging/shop", "deployment-web")).contains("replicas: 7");
        assertThat(shop.file("target/gantry/yaml/production")).doesNotExist();

        shop.maven("-o", "gantry:generate", "-Dgantry.environment=staging,production", "-Dgantry.layout=stack")
                .succeeds()
                .says("for 2 environments", "3 deleted");
        assertThat(names(shop.file("target/gantry/yaml"))).containsExactly("production/shop.yaml", "staging/shop.yaml");

        Map<String, FileTime> times = times(shop.file("target/gantry"));
        shop.maven("-o", "gantry:generate", "gantry:help", "-Dgantry.skip", "-Dgantry.layout=object")
                .succeeds()
                .says("Skipped, since gantry.skip is set.")
                .says("gantry:generate", "gantry:validate", "gantry:help");
        assertThat(times(shop.file("target/gantry"))).isEqualTo(times);

        shop.maven("-o", "gantry:generate", "-Dgantry.kubernetesVersion=1.99")
                .fails()
                .says("\"1.99\" is not a version of Kubernetes that this version of Gantry knows");

        shop.maven("-o", "gantry:generate", "-Dgantry.environment=moon")
                .fails()
                .says("src/main/gantry/moon.yaml does not exist");
    }

    private static String version(String which) {
        return which.equals("oldest") ? MavenProject.OLDEST : MavenProject.NEWEST;
    }

    private static Map<String, FileTime> times(Path folder) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        for (String name : names(folder)) {
            times.put(name, Files.getLastModifiedTime(folder.resolve(name)));
        }
        return times;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
