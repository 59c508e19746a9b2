package dev.gantry.istio;

import static dev.gantry.TestRun.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Image;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.cluster.Namespace;
import dev.gantry.workload.Deployment;
import org.junit.jupiter.api.Test;

class InjectionTest {

    private static final Image IMAGE = Image.of("registry.example.com/web:1");

    @Test
    void should_label_namespaces() {
        Synthesis made = TestRun.of(app -> {
            Stack cluster = app.stack("cluster");
            cluster.add(Namespace.of("on", Injection::enable));
            cluster.add(Namespace.of("off", Injection::disable));
            cluster.add(Namespace.of("tagged", n -> Injection.revision(n, "stable")));
            cluster.add(Namespace.of("ambient", Injection::ambient));
        });

        assertThat(labels(made, "on")).isEqualTo("{\"istio-injection\":\"enabled\"}");
        assertThat(labels(made, "off")).isEqualTo("{\"istio-injection\":\"disabled\"}");
        assertThat(labels(made, "tagged")).isEqualTo("{\"istio.io/rev\":\"stable\"}");
        assertThat(labels(made, "ambient")).isEqualTo("{\"istio.io/dataplane-mode\":\"ambient\"}");
    }

    @Test
    void should_label_pods() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = app.stack("shop");
            shop.add(Deployment.of(
                    "on", d -> Injection.enable(d).selector("app", "on").container("web", IMAGE, c -> {})));
            shop.add(Deployment.of(
                    "off", d -> Injection.disable(d).selector("app", "off").container("web", IMAGE, c -> {})));
            shop.add(Deployment.of(
                    "tagged",
                    d -> Injection.revision(d, "1-27").selector("app", "tagged").container("web", IMAGE, c -> {})));
        });

        assertThat(podLabels(made, "on")).isEqualTo("{\"sidecar.istio.io/inject\":\"true\",\"app\":\"on\"}");
        assertThat(podLabels(made, "off")).isEqualTo("{\"sidecar.istio.io/inject\":\"false\",\"app\":\"off\"}");
        assertThat(podLabels(made, "tagged")).isEqualTo("{\"istio.io/rev\":\"1-27\",\"app\":\"tagged\"}");
    }

    private static String labels(Synthesis made, String name) {
        return manifest(made, "Namespace", name).tree().at("/metadata/labels").toString();
    }

    private static String podLabels(Synthesis made, String name) {
        return manifest(made, "Deployment", name)
                .tree()
                .at("/spec/template/metadata/labels")
                .toString();
    }
}
