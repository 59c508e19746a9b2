package dev.gantry.testing;

import static dev.gantry.testing.GantryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.Gantry;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.Synthesis;
import dev.gantry.yaml.YamlPrinter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestAssertTest {

    private static final Synthesis APP = Gantry.synthesize(new Shop(), Shop.FAST, "production");

    private static final String SERVICE = "\n\nService shop/web (Shop.java:40):\n"
            + YamlPrinter.print(APP.manifests().get(0).tree()).indent(2).stripTrailing();

    @Test
    void should_pass_over_a_service_as_it_is() {
        assertThat(APP)
                .service("web")
                .hasPort(80)
                .hasPort(Shop.HTTP, 80)
                .hasSelector("app", "web")
                .hasLabel("team", "checkout")
                .hasNamespace("shop")
                .isInStack("shop");
    }

    @Test
    void should_show_what_is_wrong_with_a_service() {
        assertThatThrownBy(() -> assertThat(APP).service("web").hasPort(81))
                .hasMessage("Expected the port 81 in Service shop/web, but it has 80 to http/TCP." + SERVICE);
        assertThatThrownBy(() -> assertThat(APP).service("web").hasPort(Port.tcp("metrics", 8080), 80))
                .hasMessage(
                        "Expected the port 80 for metrics (8080/TCP) in Service shop/web, but it has 80 to http/TCP."
                                + SERVICE);
        assertThatThrownBy(() -> assertThat(APP).service("web").hasSelector("app", "shop"))
                .hasMessage("Expected Service shop/web to select app=shop, but it selects app=web (Shop.java:40)."
                        + SERVICE);
    }

    @Test
    void should_show_what_is_wrong_with_metadata() {
        assertThatThrownBy(() -> assertThat(APP).service("web").hasLabel("team", "search"))
                .hasMessage("Expected the label team of Service shop/web to be \"search\", but it is \"checkout\""
                        + " (Shop.java:40)." + SERVICE);
        assertThatThrownBy(() -> assertThat(APP).service("web").hasAnnotation("owner", "ann"))
                .hasMessage(
                        "Expected the annotation owner of Service shop/web to be \"ann\", but it has no such annotation."
                                + SERVICE);
        assertThatThrownBy(() -> assertThat(APP).service("web").hasNamespace("search"))
                .hasMessage("Expected Service shop/web to be in the namespace \"search\", but it is in \"shop\"."
                        + SERVICE);
        assertThatThrownBy(() -> assertThat(APP).service("web").isInStack("search"))
                .hasMessage(
                        "Expected Service shop/web to be in the stack \"search\", but it is in \"shop\"." + SERVICE);
    }

    @Test
    void should_compare_fields_by_value_and_type() {
        ResourceAssert service = assertThat(APP).resource("Service", "web");

        service.field("spec.ports[0].port")
                .isEqualTo(80)
                .isEqualTo(80L)
                .isNotEqualTo("80")
                .exists();
        service.field("spec.selector").isEqualTo(Map.of("app", "web")).hasSize(1);
        service.field("spec.ports[0].name").isEqualTo("http").contains("tt");
        service.field("spec.type").isAbsent();
        service.field("spec.ports").satisfies(ports -> assertThat(ports).hasSize(1));
        assertThat(APP)
                .deployment("web")
                .field("spec.template.spec.containers[0].resources.limits.memory")
                .isEqualTo(Quantity.of("512Mi"))
                .isNotEqualTo(null);
    }

    @Test
    void should_show_what_is_wrong_with_a_field() {
        ResourceAssert service = assertThat(APP).resource("Service", "web");

        assertThatThrownBy(() -> service.field("spec.ports[0].port").isEqualTo("80"))
                .hasMessage("Expected spec.ports[0].port to be \"80\", but it is 80 (Shop.java:40)." + SERVICE);
        assertThatThrownBy(() -> service.field("spec.selector").isEqualTo(List.of("app")))
                .hasMessage(
                        "Expected spec.selector to be [app], but it is {\"app\":\"web\"} (Shop.java:40)." + SERVICE);
        assertThatThrownBy(() -> service.field("spec.port").isEqualTo(80))
                .hasMessage("Expected the field spec.port, but spec has ports and selector." + SERVICE);
        assertThatThrownBy(() -> service.field("spec.selector").isAbsent())
                .hasMessage("Expected no field spec.selector, but it is {\"app\":\"web\"} (Shop.java:40)." + SERVICE);
        assertThatThrownBy(() -> service.field("spec.ports[0].port").isNotEqualTo(80))
                .hasMessage("Expected spec.ports[0].port not to be 80, but it is (Shop.java:40)." + SERVICE);
        assertThatThrownBy(() -> service.field("spec.ports").hasSize(2))
                .hasMessage("Expected spec.ports to have the size 2, but it has 1 (Shop.java:40)." + SERVICE);
        assertThatThrownBy(() -> service.field("spec.ports[0].name").contains("s"))
                .hasMessage(
                        "Expected spec.ports[0].name to contain \"s\", but it is \"http\" (Shop.java:40)." + SERVICE);
    }

    @Test
    void should_begin_with_a_manifest_too() {
        assertThat(APP.manifests().get(0)).field("kind").isEqualTo("Service");
    }
}
