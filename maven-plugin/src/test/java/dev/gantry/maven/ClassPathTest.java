package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A build that only generates does not pay for the goals that speak to clusters. */
class ClassPathTest {

    private static final Pattern OWN = Pattern.compile("dev/gantry/maven/[A-Za-z0-9$]+");

    @Test
    void should_bring_of_fabric8_only_what_it_takes_to_reach_a_server() {
        Set<String> jars = new TreeSet<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String name = String.valueOf(Path.of(element).getFileName());
            if (name.startsWith("kubernetes-")) {
                jars.add(name.replaceFirst("-[0-9.]+\\.jar", ""));
            }
        }

        assertThat(jars)
                .containsExactly(
                        "kubernetes-client-api",
                        "kubernetes-httpclient-jdk",
                        "kubernetes-model-common",
                        "kubernetes-model-core");
    }

    @Test
    void should_load_nothing_of_the_engine_where_no_cluster_is_spoken_to() {
        Set<String> seen = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>();
        for (Class<?> goal : List.of(GenerateMojo.class, ValidateMojo.class)) {
            waiting.add(goal.getName().replace('.', '/'));
        }
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (seen.add(name)) {
                String constants = bytes(name);
                assertThat(constants).as(name).doesNotContain("dev/gantry/engine", "io/fabric8", "com/fasterxml");
                OWN.matcher(constants).results().forEach(match -> waiting.add(match.group()));
            }
        }

        assertThat(seen).contains("dev/gantry/maven/ProgramRun").doesNotContain("dev/gantry/maven/Deployment");
    }

    /** The class file, in which names stand as they are. */
    private static String bytes(String name) {
        try (InputStream in = ClassPathTest.class.getResourceAsStream("/" + name + ".class")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
