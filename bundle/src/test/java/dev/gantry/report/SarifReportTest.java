package dev.gantry.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifReportTest {

    private static final ReportContext CONTEXT = ReportContext.plain()
            .environments(List.of("production", "staging", "test"))
            .rules(Arrays.asList(Samples.SampleRule.values()))
            .tool("gantry/0.4.2")
            .fallback("pom.xml");

    @Test
    void should_have_what_the_format_requires() throws IOException {
        JsonNode log = render(Samples.ALL);
        assertThat(log.at("/version").asText()).isEqualTo("2.1.0");
        assertThat(log.at("/runs")).hasSize(1);
        assertThat(log.at("/runs/0/tool/driver/name").asText()).isEqualTo("gantry");
        assertThat(log.at("/runs/0/tool/driver/version").asText()).isEqualTo("0.4.2");
        JsonNode rules = log.at("/runs/0/tool/driver/rules");
        assertThat(log.at("/runs/0/results")).hasSize(4).allSatisfy(result -> {
            assertThat(result.at("/message/text").asText()).isNotEmpty();
            assertThat(result.at("/level").asText()).isIn("error", "warning");
            assertThat(rules.get(result.at("/ruleIndex").asInt()).get("id")).isEqualTo(result.get("ruleId"));
            assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                            .asText())
                    .isNotEmpty();
        });
    }

    @Test
    void should_describe_the_rules() throws IOException {
        JsonNode rule = render(List.of()).at("/runs/0/tool/driver/rules/2");
        assertThat(rule.toString())
                .isEqualTo("{\"id\":\"GTY-SET-001\",\"shortDescription\":{\"text\":\"An unknown key\"},"
                        + "\"defaultConfiguration\":{\"level\":\"warning\"}}");
    }

    @Test
    void should_name_a_rule_that_is_not_known() throws IOException {
        JsonNode log =
                new ObjectMapper().readTree(ReportFormat.SARIF.render(List.of(Samples.PORT), ReportContext.plain()));
        assertThat(log.at("/runs/0/tool/driver/rules").toString()).isEqualTo("[{\"id\":\"GTY-NET-003\"}]");
        assertThat(log.at("/runs/0/tool/driver").has("version")).isFalse();
    }

    @Test
    void should_say_what_is_wrong_and_where() throws IOException {
        JsonNode result = render(Samples.ALL).at("/runs/0/results/0");
        assertThat(result.at("/ruleId").asText()).isEqualTo("GTY-NET-003");
        assertThat(result.at("/message/text").asText())
                .isEqualTo(
                        "No workload has the port \"metrics\". (in production, staging)\nDeclare it on a container.");
        assertThat(result.at("/locations/0").toString())
                .isEqualTo("{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"com/acme/Shop.java\"},"
                        + "\"region\":{\"startLine\":31}},\"logicalLocations\":[{\"name\":\"spec.ports[1].targetPort\","
                        + "\"fullyQualifiedName\":\"Service shop/web spec.ports[1].targetPort\","
                        + "\"kind\":\"property\"}]}");
        assertThat(result.at("/relatedLocations/0").toString())
                .isEqualTo("{\"id\":1,\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"com/acme/Web.java\"},"
                        + "\"region\":{\"startLine\":44}},"
                        + "\"message\":{\"text\":\"the Deployment web-stable is made here\"}}");
        assertThat(result.at("/properties").toString())
                .isEqualTo("{\"environments\":[\"production\",\"staging\"],\"stack\":\"shop\"}");
    }

    @Test
    void should_give_line_and_column_of_a_file() throws IOException {
        assertThat(render(List.of(Samples.SETTING))
                        .at("/runs/0/results/0/locations/0/physicalLocation/region")
                        .toString())
                .isEqualTo("{\"startLine\":3,\"startColumn\":7}");
    }

    @Test
    void should_keep_the_level_of_a_suppressed_result_and_justify_it() throws IOException {
        JsonNode result = render(List.of(Samples.SECRET)).at("/runs/0/results/0");
        assertThat(result.at("/level").asText()).isEqualTo("error");
        assertThat(result.at("/suppressions").toString())
                .isEqualTo("[{\"kind\":\"inSource\",\"justification\":\"a test database\"}]");
    }

    @Test
    void should_keep_the_fingerprint_when_lines_move() throws IOException {
        Finding moved = Samples.PORT.at(Origin.source("com/acme/Shop.java", 99));
        Finding other = Samples.PORT.on("Service shop/web", "spec.ports[2].targetPort");
        assertThat(fingerprint(List.of(moved), 0)).isEqualTo(fingerprint(List.of(Samples.PORT), 0));
        assertThat(fingerprint(List.of(other), 0)).isNotEqualTo(fingerprint(List.of(Samples.PORT), 0));
        assertThat(fingerprint(List.of(Samples.PORT, moved), 1)).isNotEqualTo(fingerprint(List.of(moved), 0));
    }

    @Test
    void should_encode_a_path_as_a_uri() throws IOException {
        assertThat(render(List.of(Samples.PORT.at(Origin.source("com/größe/A b%.java", 1))))
                        .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("com/gr%C3%B6%C3%9Fe/A%20b%25.java");
    }

    private static String fingerprint(List<Finding> findings, int index) throws IOException {
        return render(findings)
                .at("/runs/0/results/" + index + "/partialFingerprints")
                .get("gantryFinding/v1")
                .asText();
    }

    private static JsonNode render(List<Finding> findings) throws IOException {
        return new ObjectMapper().readTree(ReportFormat.SARIF.render(findings, CONTEXT));
    }
}
