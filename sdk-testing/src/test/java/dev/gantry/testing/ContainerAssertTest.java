package dev.gantry.testing;

import static dev.gantry.testing.GantryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.Gantry;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Synthesis;
import dev.gantry.yaml.YamlPrinter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ContainerAssertTest {

    private static final Synthesis APP = Gantry.synthesize(new Shop(), Shop.FAST, "production");

    @Test
    void should_pass_over_a_container_as_it_is() {
        assertThat(APP)
                .deployment("web")
                .hasPodLabel("app", "web")
                .hasAnnotation("example.com/owner", "ann")
                .container("web")
                .hasEnv("MODE", "fast")
                .hasEnv("PASSWORD")
                .hasNoEnv("DEBUG")
                .hasImage("shop:1.2")
                .hasImage(Image.of("shop", "1.2"))
                .hasPort(Shop.HTTP)
                .hasPort(8080)
                .hasRequests("250m", "256Mi")
                .hasLimits("500m", "512Mi")
                .satisfies(container -> assertThat(container.path("env")).hasSize(2))
                .field("env[1].valueFrom.secretKeyRef.name")
                .isEqualTo("database");
    }

    @Test
    void should_show_the_line_and_the_manifest() {
        assertThatThrownBy(() -> web().hasEnv("MODE", "slow"))
                .hasMessage("""
                        Expected the variable MODE of the container "web" of Deployment shop/web to be "slow", \
                        but it is "fast" (Shop.java:34).

                        Deployment shop/web (Shop.java:25):
                        """
                        + YamlPrinter.print(APP.manifests().get(1).tree())
                                .indent(2)
                                .stripTrailing());
    }

    @Test
    void should_say_what_a_variable_is_instead() {
        assertFails(
                () -> web().hasEnv("MODUS", "fast"),
                "Expected the variable MODUS of the container \"web\" of Deployment shop/web to be \"fast\", but it has MODE"
                        + " and PASSWORD.");
        assertFails(
                () -> web().hasEnv("PASSWORD", "123"),
                "Expected the variable PASSWORD of the container \"web\" of Deployment shop/web to be \"123\", but it comes"
                        + " from {\"secretKeyRef\":{\"name\":\"database\",\"key\":\"password\"}} (Shop.java:35).");
        assertFails(
                () -> web().hasEnv("DEBUG"),
                "Expected the variable DEBUG in the container \"web\" of Deployment shop/web, but it has MODE and"
                        + " PASSWORD.");
        assertFails(
                () -> web().hasNoEnv("MODE"),
                "Expected no variable MODE in the container \"web\" of Deployment shop/web, but there is one"
                        + " (Shop.java:34).");
    }

    @Test
    void should_say_what_a_container_has_instead() {
        assertFails(
                () -> web().hasImage("shop:1.3"),
                "Expected the image of the container \"web\" of Deployment shop/web to be \"shop:1.3\", but it is"
                        + " \"shop:1.2\" (Shop.java:30).");
        assertFails(
                () -> web().hasPort(Port.tcp("metrics", 8080)),
                "Expected the port metrics (8080/TCP) in the container \"web\" of Deployment shop/web, but it has http"
                        + " (8080/TCP).");
        assertFails(
                () -> web().hasPort(8081),
                "Expected the port 8081 in the container \"web\" of Deployment shop/web, but it has http (8080/TCP).");
        assertFails(
                () -> web().hasRequests("250m", "128Mi"),
                "Expected the resources.requests.memory of the container \"web\" of Deployment shop/web to be \"128Mi\", but"
                        + " it is \"256Mi\" (Shop.java:38).");
        assertFails(
                () -> web().field("resources.limits.gpu").exists(),
                "Expected the field spec.template.spec.containers[0].resources.limits.gpu, but resources.limits has cpu and"
                        + " memory.");
    }

    @Test
    void should_name_the_containers_that_are_there() {
        assertFails(
                () -> assertThat(APP).deployment("web").container("sidecar"),
                "Expected the container \"sidecar\" in Deployment shop/web, but it has \"web\".");
        assertFails(
                () -> assertThat(APP).deployment("web").initContainer("migrate"),
                "Expected the init container \"migrate\" in Deployment shop/web, but it has none.");
        assertFails(
                () -> assertThat(APP).deployment("web").hasPodLabel("app", "shop"),
                "Expected the label app of the pods of Deployment shop/web to be \"shop\", but it is \"web\""
                        + " (Shop.java:27).");
    }

    private static ContainerAssert web() {
        return assertThat(APP).deployment("web").container("web");
    }

    private static void assertFails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(message + "\n\nDeployment shop/web (Shop.java:25):\n  apiVersion: apps/v1\n");
    }
}
