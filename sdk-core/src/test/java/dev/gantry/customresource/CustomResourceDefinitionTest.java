package dev.gantry.customresource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Lines;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.finding.Finding;
import dev.gantry.yaml.YamlPrinter;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalSelectableField;
import io.fabric8.crd.generator.annotation.Annotations;
import io.fabric8.crd.generator.annotation.Labels;
import io.fabric8.crd.generator.annotation.PrinterColumn;
import io.fabric8.crd.generator.annotation.PrinterColumnFormat;
import io.fabric8.crd.generator.annotation.SelectableField;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.LabelSelector;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import io.fabric8.kubernetes.model.annotation.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomResourceDefinitionTest {

    @Group("cache.example.com")
    @Version("v1")
    @Kind("MemoryCache")
    @Plural("memorycaches")
    @Singular("memorycache")
    @ShortNames({"mc", "mcs"})
    @Categories({"all", "caches"})
    @Labels({"team=cache", "plain"})
    @Annotations("example.com/owner=cache team")
    @AdditionalPrinterColumn(
            name = "AGE",
            type = AdditionalPrinterColumn.Type.DATE,
            jsonPath = ".metadata.creationTimestamp",
            priority = 1)
    @AdditionalPrinterColumn(
            jsonPath = ".status.conditions[?(@.type==\"Ready\")].status",
            getDescription = "Whether it can be used",
            format = PrinterColumnFormat.NONE)
    @AdditionalSelectableField(jsonPath = ".spec.tier")
    record Cache(CacheSpec spec, CacheStatus status) implements Namespaced {}

    record CacheSpec(
            @Required @SpecReplicas @PrinterColumn(name = "WANTED", priority = 2, format = PrinterColumnFormat.INT32)
            int size,

            @SelectableField String tier,
            String zone) {}

    record CacheStatus(
            @StatusReplicas @PrinterColumn int ready,
            @LabelSelector String selector,
            @PrinterColumn(name = "SINCE") Instant since,
            List<Condition> conditions) {}

    record Condition(String type, String status) {}

    @Test
    void should_say_all_that_annotations_say() {
        assertThat(yaml(CustomResourceDefinition.of(Cache.class, d -> {}))).isEqualTo("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: memorycaches.cache.example.com
                  labels:
                    plain: ""
                    team: cache
                  annotations:
                    example.com/owner: cache team
                spec:
                  group: cache.example.com
                  names:
                    plural: memorycaches
                    singular: memorycache
                    shortNames:
                      - mc
                      - mcs
                    kind: MemoryCache
                    categories:
                      - all
                      - caches
                  scope: Namespaced
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      schema:
                        openAPIV3Schema:
                          type: object
                          properties:
                            spec:
                              type: object
                              required:
                                - size
                              properties:
                                size:
                                  type: integer
                                  format: int32
                                tier:
                                  type: string
                                zone:
                                  type: string
                            status:
                              type: object
                              properties:
                                ready:
                                  type: integer
                                selector:
                                  type: string
                                since:
                                  type: string
                                  format: date-time
                                conditions:
                                  type: array
                                  items:
                                    type: object
                                    properties:
                                      type:
                                        type: string
                                      status:
                                        type: string
                      subresources:
                        status: {}
                        scale:
                          specReplicasPath: .spec.size
                          statusReplicasPath: .status.ready
                          labelSelectorPath: .status.selector
                      additionalPrinterColumns:
                        - name: WANTED
                          type: integer
                          format: int32
                          priority: 2
                          jsonPath: .spec.size
                        - name: READY
                          type: integer
                          jsonPath: .status.ready
                        - name: SINCE
                          type: date
                          jsonPath: .status.since
                        - name: AGE
                          type: date
                          priority: 1
                          jsonPath: .metadata.creationTimestamp
                        - name: STATUS
                          type: string
                          description: Whether it can be used
                          jsonPath: .status.conditions[?(@.type=="Ready")].status
                      selectableFields:
                        - jsonPath: .spec.tier
                        - jsonPath: .spec.tier
                """);
    }

    @Group("example.com")
    @Version(value = "v1beta1", storage = false, deprecated = true, deprecationWarning = "use v1")
    @Kind("Tenant")
    record TenantV1Beta1(TenantSpec spec) {}

    @Group("example.com")
    @Version("v1")
    record Tenant(TenantSpec spec, Void status, String note) {}

    record TenantSpec(@Min(1) int quota) {}

    @Test
    void should_have_a_version_for_each_class_and_no_status_where_there_is_none() {
        assertThat(yaml(CustomResourceDefinition.of(Tenant.class, d -> d.version(TenantV1Beta1.class))))
                .contains("  scope: Cluster\n")
                .endsWith("""
                          versions:
                            - name: v1
                              served: true
                              storage: true
                              schema:
                                openAPIV3Schema:
                                  type: object
                                  properties:
                                    spec:
                                      type: object
                                      properties:
                                        quota:
                                          type: integer
                                          format: int32
                                          minimum: 1
                                    note:
                                      type: string
                            - name: v1beta1
                              served: true
                              storage: false
                              deprecated: true
                              deprecationWarning: use v1
                              schema:
                                openAPIV3Schema:
                                  type: object
                                  properties:
                                    spec:
                                      type: object
                                      properties:
                                        quota:
                                          type: integer
                                          format: int32
                                          minimum: 1
                        """);
    }

    @Group("example.com")
    @Version("v1")
    record Bounded(BoundedSpec spec) implements Namespaced {}

    record BoundedSpec(@Min(7) @Max(3) int size) {}

    @Test
    void should_name_the_property_of_the_class_that_no_schema_can_have() {
        assertThat(TestRun.findings(app -> app.stack("shop").add(CustomResourceDefinition.of(Bounded.class, d -> {}))))
                .extracting(Finding::message)
                .containsExactly("BoundedSpec.size: minimum is 7, and maximum is 3: no value is allowed.");
    }

    abstract static class Common<T> extends CustomResource<T, CacheStatus> {
        private static final long serialVersionUID = 1L;
    }

    @Group("example.com")
    @Version("v1")
    static final class Shop extends Common<TenantSpec> implements Namespaced {
        private static final long serialVersionUID = 1L;
        private Map<String, String> notes = Map.of();

        public Map<String, String> getNotes() {
            return notes;
        }
    }

    @Test
    void should_take_spec_and_status_of_a_class_that_extends_the_one_of_fabric8() {
        assertThat(yaml(CustomResourceDefinition.of(Shop.class, d -> {})))
                .contains("name: shops.example.com\n", "scope: Namespaced\n", "quota:\n", "selector:\n", "status: {}\n")
                .contains(
                        "notes:\n              type: object\n              additionalProperties:\n                type: string\n")
                .doesNotContain("metadata:\n                  ", "crdName", "plural: \n");
    }

    /** A kind with comments. */
    @Group("example.com")
    @Version("v1")
    record Told(ToldSpec spec) implements Namespaced {}

    /**
     * What is asked for.
     *
     * @param text of any {@code kind}
     */
    record ToldSpec(
            String text,
            /** How many. */
            int number,
            ToldBean bean) {}

    static final class ToldBean {

        /** From the field &amp; nothing else. */
        public String field;

        private String other;

        /** What a getter says. */
        public String getOther() {
            return other;
        }
    }

    @Test
    void should_describe_fields_with_their_javadoc(@TempDir Path module) throws IOException {
        copySource(module);

        Synthesis made = TestRun.in(
                module,
                "staging",
                app -> app.stack("shop")
                        .add(CustomResourceDefinition.of(Told.class, d -> d.descriptionsFromJavadoc())));

        assertThat(made.findings()).isEmpty();
        assertThat(YamlPrinter.print(made.manifests().get(0).tree())
                        .replaceAll("(?s).*openAPIV3Schema", "openAPIV3Schema"))
                .isEqualTo("""
                        openAPIV3Schema:
                                  description: A kind with comments.
                                  type: object
                                  properties:
                                    spec:
                                      type: object
                                      properties:
                                        text:
                                          description: of any kind
                                          type: string
                                        number:
                                          description: How many.
                                          type: integer
                                          format: int32
                                        bean:
                                          type: object
                                          properties:
                                            field:
                                              description: From the field & nothing else.
                                              type: string
                                            other:
                                              description: What a getter says.
                                              type: string
                        """);
    }

    private static void copySource(Path module) throws IOException {
        String file = CustomResourceDefinitionTest.class.getName().replace('.', '/') + ".java";
        Path copy = module.resolve("src/main/java").resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(Path.of("src/test/java").resolve(file), copy);
    }

    @Test
    void should_warn_of_comments_that_are_not_at_hand(@TempDir Path module) {
        Synthesis made = TestRun.in(
                module,
                "staging",
                app -> app.stack("shop")
                        .add(CustomResourceDefinition.of(Tenant.class, d -> d.descriptionsFromJavadoc()))); // @told

        assertThat(TestRun.report(made.findings())).isEqualTo(Lines.fill(CustomResourceDefinitionTest.class, """
                warning GTY-CRD-006 @told CustomResourceDefinition tenants.example.com spec.versions[0].schema.openAPIV3Schema
                  The source file of dev.gantry.customresource.CustomResourceDefinitionTest$Tenant is in no source folder of the module, so its properties get no descriptions.
                  hint: Describe them with @JsonPropertyDescription, or leave out descriptionsFromJavadoc().
                """));
    }

    private static String yaml(CustomResourceDefinition definition) {
        Synthesis made = TestRun.of(app -> app.stack("shop").add(CustomResourceDefinition.of(Tenant.class, d -> {})));
        assertThat(made.findings()).isEmpty();
        return YamlPrinter.print(dev.gantry.extension.Draft.of(definition).copyTree());
    }
}
