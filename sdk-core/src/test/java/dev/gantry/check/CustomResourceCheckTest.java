package dev.gantry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Quantity;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.config.Secret;
import dev.gantry.customresource.CustomResource;
import dev.gantry.customresource.CustomResourceDefinition;
import dev.gantry.finding.Finding;
import dev.gantry.raw.Raw;
import dev.gantry.yaml.YamlPrinter;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomResourceCheckTest {

    @Group("example.com")
    @Version("v1")
    record WebApp(Spec spec, Status status) implements Namespaced {}

    record Spec(
            @Required Image image,
            @Min(1) @Max(10) @SpecReplicas Integer replicas,
            Quantity memory,
            Database database) {}

    record Database(String secretName, String note) {}

    record Status(@StatusReplicas int replicas) {}

    @Group("example.com")
    @Version("v1")
    record Tenant(TenantSpec spec) {}

    record TenantSpec(@Required String owner) {}

    private static final Spec GOOD =
            new Spec(Image.of("example.com/shop:7"), 3, Quantity.mebi(300), new Database(null, "x"));

    @Test
    void should_write_values_in_their_order_and_without_nulls() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop").label("team", "checkout"));
            Secret secret = shop.add(Secret.of(
                    "database",
                    s -> s.text("password", "x").finding("GTY-CFG-003", dev.gantry.finding.Severity.OFF, "a test")));
            CustomResource app1 = shop.add(CustomResource.of(
                    "blue",
                    WebApp.class,
                    GOOD,
                    r -> r.annotation("example.com/note", "n").reference("database.secretName", secret)));
            shop.add(HorizontalPodAutoscaler.of(
                    "blue", app1, h -> h.replicas(2, 9).memoryAverage("300Mi")));
        });

        assertThat(made.findings()).filteredOn(Finding::isError).isEmpty();
        assertThat(YamlPrinter.print(TestRun.manifest(made, "WebApp", "blue").tree()))
                .isEqualTo("""
                        apiVersion: example.com/v1
                        kind: WebApp
                        metadata:
                          name: blue
                          namespace: shop
                          labels:
                            team: checkout
                          annotations:
                            example.com/note: "n"
                        spec:
                          image: example.com/shop:7
                          replicas: 3
                          memory: 300Mi
                          database:
                            note: x
                            secretName: database
                        """);
        assertThat(TestRun.manifest(made, "WebApp", "blue").references()).hasSize(1);
    }

    @Test
    void should_give_a_cluster_wide_resource_no_namespace() {
        Synthesis made = TestRun.of(app -> app.stack("shop", s -> s.namespace("shop"))
                .add(CustomResource.of("blue", Tenant.class, new TenantSpec("me"), r -> {})));

        assertThat(made.findings()).isEmpty();
        assertThat(made.manifests().get(0).id().namespace()).isNull();
    }

    @Test
    void should_compare_with_the_class_where_there_is_no_definition() {
        assertThat(TestRun.report(app -> app.stack("shop")
                        .add(CustomResource.of( // @made
                                "blue", WebApp.class, new Spec(null, 0, null, null), r -> {}))))
                .isEqualTo(Lines.fill(CustomResourceCheckTest.class, """
                        error GTY-CRD-015 @made WebApp blue spec
                          spec has no image, which is required.
                          hint: Give image a value.

                        error GTY-CRD-018 @made WebApp blue spec.replicas
                          0 is below 1.
                          hint: Give a value that its definition allows.
                        """));
    }

    @Test
    void should_compare_with_the_definition_of_the_program_as_it_comes_out() {
        assertThat(TestRun.findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(CustomResourceDefinition.of(
                            WebApp.class,
                            d -> d.rawFields(tree -> tree.set(
                                    "spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.replicas.maximum",
                                    2))));
                    shop.add(CustomResource.of("blue", WebApp.class, GOOD, r -> {}));
                }))
                .extracting(Finding::message)
                .containsExactly("3 is above 2.");
    }

    @Test
    void should_compare_raw_objects_with_the_definition_of_the_program() {
        assertThat(TestRun.findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(CustomResourceDefinition.of(WebApp.class, d -> {}));
                    shop.add(Raw.of(new GenericKubernetesResourceBuilder()
                            .withApiVersion("example.com/v1")
                            .withKind("WebApp")
                            .withNewMetadata()
                            .withName("green")
                            .endMetadata()
                            .addToAdditionalProperties("spec", Map.of("image", "a:1", "replcas", 3))
                            .build()));
                }))
                .extracting(finding -> finding.code() + " " + finding.field())
                .containsExactly("GTY-CRD-016 spec.replcas");
    }

    @Test
    void should_report_the_flaws_of_values_within_the_spec() {
        assertThat(TestRun.findings(app -> app.stack("shop")
                        .add(CustomResource.of(
                                "blue",
                                WebApp.class,
                                new Spec(Image.of("UPPER"), 1, Quantity.of("300 MB"), null),
                                r -> {}))))
                .extracting(finding -> finding.code() + " " + finding.field())
                .containsExactlyInAnyOrder("GTY-VAL-005 spec.image", "GTY-VAL-004 spec.memory");
    }

    @Test
    void should_not_name_a_resource_that_was_not_added() {
        assertThat(TestRun.findings(app -> app.stack("shop")
                        .add(CustomResource.of(
                                "blue",
                                WebApp.class,
                                GOOD,
                                r -> r.reference("database.secretName", Secret.of("database", s -> {}))))))
                .extracting(Finding::code)
                .containsExactly("GTY-PRG-003");
    }

    @Test
    @SuppressWarnings("NullAway") // what authors outside of null-marked code may do
    void should_find_what_cannot_be_a_custom_resource() {
        assertThat(TestRun.findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(CustomResource.of("a", WebApp.class, null, r -> {}));
                    shop.add(CustomResource.of("b", WebApp.class, "text", r -> {}));
                    shop.add(CustomResource.of("c", Tenant.class, new TenantSpec("me"), r -> r.namespace("shop")));
                    shop.add(
                            CustomResource.of("d", WebApp.class, GOOD, r -> r.reference("a..b", Secret.existing("x"))));
                    shop.add(CustomResource.of("e", WebApp.class, GOOD, r -> r.reference("a", null)));
                }))
                .extracting(finding -> finding.code() + " " + finding.resource() + " " + finding.field())
                .contains(
                        "GTY-VAL-001 WebApp a spec",
                        "GTY-CRD-020 WebApp b spec",
                        "GTY-VAL-011 Tenant c metadata.namespace",
                        "GTY-VAL-009 WebApp d spec.a[\"\"].b",
                        "GTY-VAL-001 WebApp e spec");
    }

    @Test
    @SuppressWarnings("NullAway")
    void should_say_so_if_there_is_no_class() {
        assertThat(TestRun.findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(CustomResource.of("a", null, GOOD, r -> {}));
                    shop.add(CustomResourceDefinition.of(null, d -> d.version(null)));
                }))
                .extracting(Finding::code)
                .contains("GTY-VAL-001")
                .doesNotContain("GTY-PRG-008");
    }

    @Test
    void should_find_an_autoscaler_of_a_class_without_scale() {
        assertThat(TestRun.findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    CustomResource blue = CustomResource.existing("blue", Tenant.class);
                    shop.add(HorizontalPodAutoscaler.of(
                            "blue", blue, h -> h.replicas(2, 9).memoryAverage("300Mi")));
                    shop.add(CustomResource.of("green", Tenant.class, new TenantSpec("me"), r -> {}));
                }))
                .extracting(finding -> finding.code() + " " + finding.resource())
                .containsExactly("GTY-CRD-021 HorizontalPodAutoscaler shop/blue");
    }

    @Test
    void should_scale_one_that_lives_outside_of_the_program() {
        Synthesis made = TestRun.of(app -> app.stack("shop", s -> s.namespace("shop"))
                .add(HorizontalPodAutoscaler.of(
                        "blue",
                        CustomResource.existing("blue", WebApp.class).in("shop"),
                        h -> h.replicas(2, 9).memoryAverage("300Mi"))));

        assertThat(made.findings()).isEmpty();
        assertThat(made.manifests().get(0).tree().at("/spec/scaleTargetRef").toString())
                .isEqualTo("{\"kind\":\"WebApp\",\"name\":\"blue\",\"apiVersion\":\"example.com/v1\"}");
    }
}
