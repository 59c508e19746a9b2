package dev.gantry.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.model.Trees;
import dev.gantry.monitoring.promql.Expressions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prometheus' own judgement of what this module writes and says: {@code mvn -Ppromtool}, where {@code promtool} is
 * installed. It does not read PrometheusRule objects, so each {@code spec} becomes a file of rules.
 */
@Tag("promtool")
class PromtoolTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern RULE = Pattern.compile("rule (\\d+), ");
    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    private Path folder;

    @Test
    void should_accept_the_rules_that_the_builders_write() throws Exception {
        List<JsonNode> specs = RuleCases.cases().stream()
                .map(of -> Trees.of(of.made()).path("spec"))
                .toList();
        assertThat(specs).isNotEmpty();
        for (JsonNode spec : specs) {
            accept("a case", spec);
        }
    }

    @Test
    void should_accept_the_rules_of_the_examples() throws Exception {
        int rules = 0;
        for (Path file : manifests()) {
            for (JsonNode document : documents(file)) {
                if (document.path("kind").asText().equals("PrometheusRule")) {
                    accept(file.toString(), document.path("spec"));
                    rules++;
                }
            }
        }
        assertThat(rules)
                .as(
                        "PrometheusRules below examples/*/target/gantry: build the examples first, with mvn -DskipTests package")
                .isPositive();
    }

    @Test
    void should_agree_on_what_is_an_expression() throws Exception {
        assertThat(refused(Expressions.VALID)).as("of what is valid").isEmpty();
        assertThat(refused(Expressions.USELESS)).as("of what is of no use").isEmpty();
        assertThat(accepted(Expressions.INVALID)).as("of what is invalid").isEmpty();
        if (majorVersion() >= 3) {
            assertThat(refused(Expressions.NEWER)).as("of what is newer").isEmpty();
        }
    }

    private void accept(String name, JsonNode spec) throws Exception {
        Result result = check(spec);
        assertThat(result.output()).as(name).contains("SUCCESS");
        assertThat(result.code()).as(result.output()).isZero();
    }

    private List<String> refused(List<String> expressions) throws Exception {
        Set<Integer> refused = refusedPlaces(expressions);
        return expressions.stream()
                .filter(text -> refused.contains(expressions.indexOf(text)))
                .toList();
    }

    private List<String> accepted(List<String> expressions) throws Exception {
        Set<Integer> refused = refusedPlaces(expressions);
        return expressions.stream()
                .filter(text -> !refused.contains(expressions.indexOf(text)))
                .toList();
    }

    private Set<Integer> refusedPlaces(List<String> expressions) throws Exception {
        ObjectNode spec = MAPPER.createObjectNode();
        ObjectNode group = spec.putArray("groups").addObject().put("name", "g");
        ArrayNode rules = group.putArray("rules");
        for (int i = 0; i < expressions.size(); i++) {
            rules.addObject().put("record", "r" + i).put("expr", expressions.get(i));
        }
        Set<Integer> refused = new TreeSet<>();
        Matcher matcher = RULE.matcher(check(spec).output());
        while (matcher.find()) {
            refused.add(Integer.parseInt(matcher.group(1)) - 1);
        }
        return refused;
    }

    private record Result(int code, String output) {}

    /** The operator's own names of fields are Prometheus' own, but for the strategy, which is Thanos'. */
    private Result check(JsonNode spec) throws Exception {
        ObjectNode rules = spec.deepCopy();
        rules.path("groups").forEach(group -> ((ObjectNode) group).remove("partial_response_strategy"));
        if (majorVersion() < 3) {
            rules.path("groups").forEach(group -> ((ObjectNode) group).remove(List.of("labels", "query_offset")));
        }
        Path file = folder.resolve("rules.yaml");
        Files.writeString(file, MAPPER.writeValueAsString(rules));
        return run("--enable-feature=promql-experimental-functions", "check", "rules", "--lint=none", file.toString());
    }

    private static int majorVersion() throws Exception {
        Matcher version =
                Pattern.compile("version (\\d+)\\.").matcher(run("--version").output());
        assertThat(version.find()).isTrue();
        return Integer.parseInt(version.group(1));
    }

    private static Result run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new AssertionError("promtool is not installed: it comes with Prometheus", e);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.toString().replace('\\', '/').contains("/target/gantry/yaml/"))
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<JsonNode> documents(Path file) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        List<JsonNode> documents = new ArrayList<>();
        yaml.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile()).forEachRemaining(documents::add);
        return documents;
    }
}
