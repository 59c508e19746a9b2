package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.fake.FakeCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes {@code docs/transcript.md}: the life of a stack, as builds showed it. Fails if the page says something else. */
class TranscriptIT {

    private static final Path PAGE = Path.of("../docs/transcript.md");

    /** What Maven says by itself, and says about every build. */
    private static final Pattern MAVEN = Pattern.compile(
            "(Scanning for projects|-+(<.*>-+|\\[.*]-+)?$|Building |  from pom|--- |Total time|Finished at|BUILD SUCCESS"
                    + "|.* skip non existing|Copying \\d|Using '|Recompiling|Compiling|Changes detected|Nothing to compile|skipping|\\[Shop] making|.* is not ready: |$)");

    @TempDir
    Path folder;

    private final StringBuilder page = new StringBuilder();
    private FakeCluster cluster;
    private Path kubeconfig;
    private MavenProject shop;

    @Test
    void should_show_the_life_of_a_stack_as_it_is() throws Exception {
        cluster = FakeCluster.start();
        Controllers controllers = Controllers.of(cluster);
        try {
            kubeconfig = cluster.kubeconfig(folder.resolve("kubeconfig"));
            cluster.create("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n");
            shop = MavenProject.of("shop", "transcript", MavenProject.NEWEST);
            shop.maven("compile").succeeds();
            page.append(HEADER);

            step("What would happen? Nothing is written yet.", "gantry:diff");
            step("Do it, and wait until all is ready.", "gantry:apply");
            step("Nothing has changed since.", "gantry:diff");
            String[] change = {"-Dgantry.set.image=example.com/web:2", "-Dgantry.set.replicas=2"};
            step("Another image, and two servers. What would that do?", "gantry:diff", change);
            step("Do that, too.", "gantry:apply", change);
            step("What has been applied so far?", "gantry:history");
            step("That was a mistake: back.", "gantry:rollback");
            step("And away with all of it.", "gantry:destroy");
        } finally {
            controllers.close();
            cluster.close();
        }
        if (Boolean.getBoolean("gantry.docs.update")) {
            Files.writeString(PAGE, page.toString());
        }
        assertThat(page.toString())
                .as("docs/transcript.md; -Dgantry.docs.update=true writes it anew")
                .isEqualTo(Files.readString(PAGE));
    }

    private static final String HEADER = """
            # The life of a stack

            Builds of a small project, one after the other, with what they showed. What Maven says of every build is left out. A test runs
            them and compares: `mvn -pl maven-plugin -am verify -Dit.test=TranscriptIT -Dgantry.docs.update=true` writes this page anew.
            """;

    private void step(String what, String goal, String... options) throws IOException {
        String[] arguments = new String[options.length + 4];
        arguments[0] = goal;
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[options.length + 1] = "-Dgantry.environment=staging";
        arguments[options.length + 2] = "-Dgantry.kubeconfig=" + kubeconfig;
        arguments[options.length + 3] = "-Dgantry.parallel=1"; // so that objects come in one order
        MavenBuild build = shop.maven(arguments).succeeds();
        page.append('\n').append(what).append("\n\n```text\n$ mvn ").append(goal);
        for (String option : options) {
            page.append(' ').append(option);
        }
        page.append(" -Dgantry.environment=staging\n");
        for (String line : shown(build.log())) {
            page.append(line).append('\n');
        }
        page.append("```\n");
    }

    /** The lines of a log that are about Gantry, without what differs from run to run. */
    private List<String> shown(String log) {
        return log.lines()
                .filter(line -> line.startsWith("[INFO] ") || line.startsWith("[WARNING] "))
                .map(line -> line.replaceFirst("^\\[INFO] ", ""))
                .filter(line -> !MAVEN.matcher(line).lookingAt())
                .map(line -> line.replace(cluster.url(), "https://cluster.example.com:6443")
                        .replace(shop.file("").toAbsolutePath() + "/", "")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z?", "2026-05-04 10:21")
                        .replaceAll("\\b\\d+(\\.\\d+)? ?m?s\\b", "1 s"))
                .toList();
    }
}
