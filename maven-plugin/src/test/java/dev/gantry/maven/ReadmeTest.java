package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README lists the goals and properties that there are, and the page for users of Helm speaks of no others. */
class ReadmeTest {

    /** What it speaks of besides: settings, of which each is a property, and what tests take. */
    private static final Set<String> OTHERS = Set.of("set", "snapshots");

    private final String readme = text(Path.of("../README.md"));
    private final String descriptor = text(Path.of("target/classes/META-INF/maven/plugin.xml"));

    @Test
    void should_list_every_goal() {
        Set<String> goals = all("<goal>([a-z-]+)</goal>", descriptor);

        assertThat(goals).contains("generate", "apply");
        assertThat(all("\\| `gantry:([a-z-]+)` \\|", readme)).isEqualTo(goals);
    }

    @Test
    void should_list_every_property() {
        Set<String> properties = all("\\$\\{gantry\\.([A-Za-z]+)}", descriptor);

        Set<String> listed = all("\\| .*?`-Dgantry\\.([A-Za-z]+)", readme);
        listed.addAll(all(", `-Dgantry\\.([A-Za-z]+)", readme));
        listed.removeAll(OTHERS);
        assertThat(properties).contains("skip", "context");
        assertThat(listed).isEqualTo(properties);
    }

    @Test
    void should_speak_of_no_property_that_is_not_there() {
        Set<String> named = all("-Dgantry\\.([A-Za-z]+)", readme);
        named.addAll(all("`gantry\\.([A-Za-z]+)`", readme));
        named.removeAll(OTHERS);

        assertThat(all("\\$\\{gantry\\.([A-Za-z]+)}", descriptor)).containsAll(named);
    }

    @Test
    void should_tell_users_of_helm_of_goals_and_properties_that_there_are() {
        String page = text(Path.of("../docs/from-helm.md"));
        Set<String> properties = all("-Dgantry\\.([A-Za-z]+)", page);
        properties.removeAll(OTHERS);

        assertThat(all("<goal>([a-z-]+)</goal>", descriptor)).containsAll(all("(?<!dev\\.)gantry:([a-z-]+)", page));
        assertThat(all("\\$\\{gantry\\.([A-Za-z]+)}", descriptor)).containsAll(properties);
    }

    private static Set<String> all(String pattern, String text) {
        Set<String> all = new TreeSet<>();
        Pattern.compile(pattern).matcher(text).results().forEach(match -> all.add(match.group(1)));
        return all;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
