package dev.gantry.testing;

import static dev.gantry.testing.GantryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.Blueprint;
import dev.gantry.Gantry;
import dev.gantry.Synthesis;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Severity;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;

class SynthesisAssertTest {

    private static final Synthesis APP = shop(Shop.FAST);
    private static final Synthesis TWO_NAMESPACES = Gantry.synthesize(new TwoNamespaces(), Shop.FAST, "staging");

    @Test
    void should_pass_over_what_is_there() {
        assertThat(APP).hasCount("Deployment", 1).hasCount("ConfigMap", 0).hasNo("ConfigMap", "web");
        assertThat(APP).deployment("web").hasReplicas(3).container("web").hasEnv("MODE", "fast");
        assertThat(APP).service("web").hasPort(80);
        assertThat(APP).resource("Deployment", "web").isInStack("shop");
        assertThat(APP).resource("Deployment.apps", "web").hasNamespace("shop");
    }

    @Test
    void should_name_what_is_there_instead_of_a_resource() {
        assertThatThrownBy(() -> assertThat(APP).deployment("wbe"))
                .hasMessage(
                        "Expected the Deployment \"wbe\" for production, but there is 1 Deployment: Deployment shop/web"
                                + " (Shop.java:25).");
        assertThatThrownBy(() -> assertThat(APP).resource("NetworkPolicy", "web"))
                .hasMessage(
                        "Expected the NetworkPolicy \"web\" for production, but there are no NetworkPolicies; there is"
                                + " Service and Deployment.");
    }

    @Test
    void should_ask_for_the_namespace_where_it_is_needed() {
        assertThatThrownBy(() -> assertThat(TWO_NAMESPACES).resource("ConfigMap", "web"))
                .hasMessage("Expected one ConfigMap \"web\" for staging, but there are 2: ConfigMap blue/web"
                        + " (TwoNamespaces.java:12) and ConfigMap green/web (TwoNamespaces.java:13). Choose one"
                        + " with namespace(...), or name the kind with its group.");
    }

    @Test
    void should_look_at_one_namespace_only() {
        assertThat(TWO_NAMESPACES)
                .namespace("green")
                .hasCount("ConfigMap", 1)
                .resource("ConfigMap", "web")
                .field("data.colour")
                .isEqualTo("green");
        assertThatThrownBy(() -> assertThat(TWO_NAMESPACES).namespace("red").resource("ConfigMap", "web"))
                .hasMessageStartingWith(
                        "Expected the ConfigMap \"web\" in the namespace \"red\" for staging, but there are"
                                + " no ConfigMaps");
    }

    @Test
    void should_count() {
        assertThatThrownBy(() -> assertThat(APP).hasCount("Deployment", 2))
                .hasMessage(
                        "Expected that there are 2 Deployments for production, but there is 1 Deployment: Deployment"
                                + " shop/web (Shop.java:25).");
        assertThatThrownBy(() -> assertThat(APP).hasCount("ConfigMap", 1))
                .hasMessage("Expected that there is 1 ConfigMap for production, but there are no ConfigMaps; there is"
                        + " Service and Deployment.");
    }

    @Test
    void should_show_a_resource_that_should_not_be_there() {
        assertThatThrownBy(() -> assertThat(TWO_NAMESPACES).namespace("blue").hasNo("ConfigMap", "web"))
                .hasMessage("""
                        Expected no ConfigMap blue/web in the namespace "blue" for staging, but there is one.

                        ConfigMap blue/web (TwoNamespaces.java:12):
                          apiVersion: v1
                          kind: ConfigMap
                          metadata:
                            name: web
                            namespace: blue
                          data:
                            colour: blue""");
    }

    @Test
    void should_find_findings_by_code_and_place() {
        Synthesis wrong = shop(new Shop.Settings("shop:", "fast", 3, 70_000));

        assertThat(wrong)
                .hasFinding("GTY-VAL-005")
                .isError()
                .on("Deployment shop/web")
                .onField("spec.template.spec.containers[0].image")
                .at("Shop.java")
                .at("Shop.java", 30)
                .hasMessageContaining("empty tag");
    }

    @Test
    void should_show_what_was_found_instead() {
        Synthesis wrong = shop(new Shop.Settings("shop:", "fast", 3, 80));
        String report = """
                error GTY-VAL-005 Shop.java:30 Deployment shop/web spec.template.spec.containers[0].image
                  The image "shop:" has an empty tag.
                  hint: Write it as repository:tag or repository@sha256:digest.

                1 error""";

        assertThatThrownBy(() -> assertThat(wrong).hasNoFindings())
                .hasMessage("Expected no findings for production, but there are:\n\n" + report);
        assertThatThrownBy(() -> assertThat(wrong).hasNoErrors())
                .hasMessage("Expected no errors for production, but there are.\n\n" + report);
        assertThatThrownBy(() -> assertThat(wrong).hasFinding("GTY-NET-001"))
                .hasMessage("Expected the finding GTY-NET-001 for production, but there are:\n\n" + report);
        assertThatThrownBy(() -> assertThat(wrong).hasFinding("GTY-VAL-005").at("Shop.java", 34))
                .hasMessage("Expected a finding at Shop.java:34, but it is:\n\n" + report);
        assertThatThrownBy(() -> assertThat(APP).hasFinding("GTY-NET-001"))
                .hasMessage("Expected the finding GTY-NET-001 for production, but there is none.");
    }

    @Test
    void should_show_errors_where_a_resource_is_missing() {
        Blueprint<Shop.Settings> failing = (app, settings) -> {
            throw new IllegalStateException("no banner");
        };

        assertThatThrownBy(() -> assertThat(Gantry.synthesize(failing, Shop.FAST, "production"))
                        .deployment("web"))
                .hasMessageStartingWith(
                        "Expected the Deployment \"web\" for production, but there are no Deployments or"
                                + " anything else.\n\nerror GTY-")
                .hasMessageContaining("The blueprint threw java.lang.IllegalStateException: no banner");
    }

    @Test
    void should_not_count_what_the_author_accepted() {
        Blueprint<Shop.Settings> accepting = (app, settings) -> {
            app.finding("GTY-CFG-002", Severity.OFF, "the reader wants them");
            app.stack("web").add(ConfigMap.of("web", c -> c.text("lines", "a\r\nb\r\n")));
        };
        Synthesis accepted = Gantry.synthesize(accepting, Shop.FAST, "production");

        assertThat(accepted.findings()).isNotEmpty();
        assertThat(accepted).hasNoFindings();
    }

    @Test
    void should_take_conditions_and_descriptions_of_assertj() {
        assertThat(APP)
                .is(new Condition<>(app -> app.stacks().size() == 1, "one stack"))
                .satisfies(app -> assertThat(app.environment()).isEqualTo("production"));
        assertThatThrownBy(
                        () -> assertThat(APP).as("the shop").deployment("web").hasReplicas(4))
                .hasMessageStartingWith("[the shop] Expected spec.replicas to be 4, but it is 3 (Shop.java:28).");
    }

    private static Synthesis shop(Shop.Settings settings) {
        return Gantry.synthesize(new Shop(), settings, "production");
    }
}
