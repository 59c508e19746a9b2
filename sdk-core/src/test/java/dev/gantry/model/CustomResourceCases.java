package dev.gantry.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.config.Secret;
import dev.gantry.customresource.CustomResource;
import dev.gantry.customresource.CustomResourceDefinition;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.PrinterColumn;
import io.fabric8.crd.generator.annotation.PrinterColumnFormat;
import io.fabric8.crd.generator.annotation.SelectableField;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionSpecBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsBuilder;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.LabelSelector;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

final class CustomResourceCases {

    private CustomResourceCases() {}

    @Group("cache.example.com")
    @Version("v2")
    @ShortNames("mc")
    @Categories("caches")
    @AdditionalPrinterColumn(
            name = "AGE",
            jsonPath = ".metadata.creationTimestamp",
            type = AdditionalPrinterColumn.Type.DATE,
            format = PrinterColumnFormat.DATE_TIME,
            priority = 3,
            getDescription = "since when")
    record Cache(Spec spec, Status status) implements Namespaced {}

    @ValidationRule(value = "self.size > 1", message = "too small")
    record Spec(
            @Required @SpecReplicas int size,
            @Max(0.5) double ratio,

            @Default("disk") @SelectableField @PrinterColumn(name = "TIER")
            Tier tier,

            String secret,
            Backup backup) {}

    record Backup(String secret) {}

    record Status(@StatusReplicas int ready, @LabelSelector String selector) {}

    enum Tier {
        @JsonProperty("memory")
        MEMORY,
        @JsonProperty("disk")
        DISK
    }

    @Group("cache.example.com")
    @Version(value = "v1", storage = false, deprecated = true, deprecationWarning = "use v2")
    @io.fabric8.kubernetes.model.annotation.Kind("Cache")
    record OldCache(OldSpec spec) implements Namespaced {}

    record OldSpec(boolean on) {}

    @Group("cache.example.com")
    @Version("v1")
    record Plain(String status) {}

    static List<Case> cases() {
        return List.of(
                definition(),
                new Case(
                        "a definition without a subresource",
                        CustomResourceDefinition.of(Plain.class, d -> d.statusSubresource(false)),
                        new CustomResourceDefinitionBuilder()
                                .withMetadata(
                                        Cases.named("plains.cache.example.com").build())
                                .withNewSpec()
                                .withGroup("cache.example.com")
                                .withScope("Cluster")
                                .withNewNames()
                                .withKind("Plain")
                                .withPlural("plains")
                                .withSingular("plain")
                                .endNames()
                                .addNewVersion()
                                .withName("v1")
                                .withServed(true)
                                .withStorage(true)
                                .withNewSchema()
                                .withOpenAPIV3Schema(object().addToProperties("status", string())
                                        .build())
                                .endSchema()
                                .endVersion()
                                .endSpec()
                                .build()),
                new Case(
                        "a custom resource",
                        CustomResource.of(
                                "blue",
                                Cache.class,
                                new Spec(7, 0.25, Tier.MEMORY, null, null),
                                r -> r.namespace("other")
                                        .reference("secret", Secret.existing("first"))
                                        .reference("backup.secret", Secret.existing("second"))),
                        resource(
                                "other",
                                Map.of(
                                        "size",
                                        7,
                                        "ratio",
                                        0.25,
                                        "tier",
                                        "memory",
                                        "secret",
                                        "first",
                                        "backup",
                                        Map.of("secret", "second")))));
    }

    private static Object resource(String namespace, Map<String, Object> spec) {
        return Map.of(
                "apiVersion",
                "cache.example.com/v2",
                "kind",
                "Cache",
                "metadata",
                Map.of("name", "blue", "namespace", namespace),
                "spec",
                spec);
    }

    private static Case definition() {
        UnaryOperator<CustomResourceDefinitionSpecBuilder> byHand = spec -> spec.withGroup("cache.example.com")
                .withScope("Namespaced")
                .withNewNames()
                .withKind("Cache")
                .withPlural("caches")
                .withSingular("cache")
                .withShortNames("mc")
                .withCategories("caches")
                .endNames()
                .addNewVersion()
                .withName("v2")
                .withServed(true)
                .withStorage(true)
                .withNewSchema()
                .withOpenAPIV3Schema(object().addToProperties(
                                "spec",
                                object().withRequired("size")
                                        .addToProperties(
                                                "size",
                                                new JSONSchemaPropsBuilder()
                                                        .withType("integer")
                                                        .withFormat("int32")
                                                        .build())
                                        .addToProperties(
                                                "ratio",
                                                new JSONSchemaPropsBuilder()
                                                        .withType("number")
                                                        .withMaximum(0.5)
                                                        .build())
                                        .addToProperties(
                                                "tier",
                                                new JSONSchemaPropsBuilder()
                                                        .withType("string")
                                                        .withEnum(text("memory"), text("disk"))
                                                        .withDefault(text("disk"))
                                                        .build())
                                        .addToProperties("secret", string())
                                        .addToProperties(
                                                "backup",
                                                object().addToProperties("secret", string())
                                                        .build())
                                        .addNewXKubernetesValidation()
                                        .withRule("self.size > 1")
                                        .withMessage("too small")
                                        .endXKubernetesValidation()
                                        .build())
                        .addToProperties(
                                "status",
                                object().addToProperties(
                                                "ready",
                                                new JSONSchemaPropsBuilder()
                                                        .withType("integer")
                                                        .build())
                                        .addToProperties("selector", string())
                                        .build())
                        .build())
                .endSchema()
                .withNewSubresources()
                .withNewStatus()
                .endStatus()
                .withNewScale(".status.selector", ".spec.size", ".status.ready")
                .endSubresources()
                .addNewAdditionalPrinterColumn()
                .withName("TIER")
                .withType("string")
                .withJsonPath(".spec.tier")
                .endAdditionalPrinterColumn()
                .addNewAdditionalPrinterColumn()
                .withName("AGE")
                .withType("date")
                .withFormat("date-time")
                .withPriority(3)
                .withDescription("since when")
                .withJsonPath(".metadata.creationTimestamp")
                .endAdditionalPrinterColumn()
                .addNewSelectableField(".spec.tier")
                .endVersion()
                .addNewVersion()
                .withName("v1")
                .withServed(true)
                .withStorage(false)
                .withDeprecated(true)
                .withDeprecationWarning("use v2")
                .withNewSchema()
                .withOpenAPIV3Schema(object().addToProperties(
                                "spec",
                                object().addToProperties(
                                                "on",
                                                new JSONSchemaPropsBuilder()
                                                        .withType("boolean")
                                                        .build())
                                        .build())
                        .build())
                .endSchema()
                .endVersion();
        return new Case(
                "a definition of two versions",
                CustomResourceDefinition.of(Cache.class, d -> d.version(OldCache.class)),
                new CustomResourceDefinitionBuilder()
                        .withMetadata(Cases.named("caches.cache.example.com").build())
                        .withSpec(byHand.apply(new CustomResourceDefinitionSpecBuilder())
                                .build())
                        .build());
    }

    private static JSONSchemaPropsBuilder object() {
        return new JSONSchemaPropsBuilder().withType("object");
    }

    private static JSONSchemaProps string() {
        return new JSONSchemaPropsBuilder().withType("string").build();
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }
}
