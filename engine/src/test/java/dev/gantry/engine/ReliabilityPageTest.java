package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds that {@code docs/reliability.md} names tests that there are, and all of them. */
class ReliabilityPageTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(should_\\w+)`");
    private static final Pattern SCENARIOS = Pattern.compile("(Faults|Contract)Test\\.java$");
    private static final Pattern METHOD = Pattern.compile("void (should_\\w+)\\(");

    @Test
    void should_name_every_test_of_the_contract_and_of_faults() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        Matcher each = NAMED.matcher(Files.readString(Path.of("../docs/reliability.md")));
        while (each.find()) {
            named.add(each.group(1) + "." + each.group(2));
        }

        TreeSet<String> tests = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java/dev/gantry/engine"))) {
            for (Path file : files.filter(
                            path -> SCENARIOS.matcher(path.toString()).find())
                    .toList()) {
                tests.addAll(methods(file));
            }
        }

        assertThat(named).isEqualTo(tests);
    }

    private static List<String> methods(Path file) throws IOException {
        String type = file.getFileName().toString().replace(".java", "");
        List<String> methods = new ArrayList<>();
        Matcher each = METHOD.matcher(Files.readString(file));
        while (each.find()) {
            methods.add(type + "." + each.group(1));
        }
        return methods;
    }
}
