package dev.gantry.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.controller.Pace;
import dev.gantry.fake.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DefinitionsTest {

    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static final String WIDGETS = "/apis/example.com/v1/namespaces/default/widgets";

    private final FakeCluster cluster = FakeCluster.start();
    private final Client client = new Client(cluster);

    @AfterEach
    void stop() {
        cluster.close();
    }

    private Client.Answer define(String plural, String kind) {
        return client.post(DEFINITIONS, """
                metadata: {name: %1$s.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {plural: %1$s, kind: %2$s, shortNames: [%1$.2s]}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    subresources: {status: {}}
                    schema:
                      openAPIV3Schema:
                        type: object
                        properties:
                          spec:
                            type: object
                            required: [size]
                            properties:
                              size: {type: integer, minimum: 1, maximum: 5}
                              mode: {type: string, enum: [a, b], default: a}
                              items:
                                type: array
                                items: {type: object, properties: {k: {type: string}, v: {type: string}}}
                                x-kubernetes-list-type: map
                                x-kubernetes-list-map-keys: [k]
                              free: {type: object, x-kubernetes-preserve-unknown-fields: true}
                          status: {type: object, x-kubernetes-preserve-unknown-fields: true}
                """.formatted(plural, kind));
    }

    private static String condition(Client.Answer answer, String type) {
        for (JsonNode condition : Json.at(answer.body(), "status", "conditions")) {
            if (Json.text(condition, "type").equals(type)) {
                return Json.text(condition, "status") + " " + Json.text(condition, "reason") + " "
                        + Json.text(condition, "message");
            }
        }
        return "";
    }

    private static String widget(String spec) {
        return "{apiVersion: example.com/v1, kind: Widget, metadata: {name: w}, spec: " + spec + "}";
    }

    @Test
    void should_serve_a_kind_as_soon_as_it_is_established() {
        assertThat(client.get(WIDGETS).response().body()).isEqualTo("404 page not found\n");
        define("widgets", "Widget");

        Client.Answer definition = client.get(DEFINITIONS + "/widgets.example.com");
        assertThat(condition(definition, "Established"))
                .isEqualTo("True InitialNamesAccepted the initial names have been accepted");
        assertThat(client.get("/apis/example.com/v1")
                        .body()
                        .at("/resources/0/kind")
                        .asText())
                .isEqualTo("Widget");
        assertThat(client.post(WIDGETS, widget("{size: 1}")).text("spec", "mode"))
                .isEqualTo("a");
        assertThat(client.get(WIDGETS).text("kind")).isEqualTo("WidgetList");
    }

    @Test
    void should_take_its_time_when_told_to() {
        cluster.controllers().definitions(Pace.afterReads(2));
        define("widgets", "Widget");
        assertThat(condition(client.get(DEFINITIONS + "/widgets.example.com"), "Established"))
                .isEmpty();
        assertThat(condition(client.get(DEFINITIONS + "/widgets.example.com"), "Established"))
                .isEmpty();
        assertThat(condition(client.get(DEFINITIONS + "/widgets.example.com"), "Established"))
                .startsWith("True");
    }

    @Test
    void should_not_accept_names_that_are_taken() {
        define("widgets", "Widget");
        define("gadgets", "Widget");

        Client.Answer clash = client.get(DEFINITIONS + "/gadgets.example.com");
        assertThat(condition(clash, "NamesAccepted"))
                .isEqualTo("False ListKindConflict \"WidgetList\" is already in use");
        assertThat(condition(clash, "Established")).isEqualTo("False NotAccepted not all names are accepted");
        assertThat(client.get("/apis/example.com/v1/gadgets").status()).isEqualTo(404);

        client.delete(DEFINITIONS + "/widgets.example.com");
        assertThat(condition(client.get(DEFINITIONS + "/gadgets.example.com"), "Established"))
                .startsWith("True");
    }

    @Test
    void should_check_values_against_the_schema() {
        define("widgets", "Widget");
        assertThat(client.post(WIDGETS, widget("{size: 9}")).message())
                .isEqualTo(
                        "Widget.example.com \"w\" is invalid: spec.size: Invalid value: 9: spec.size in body should be less than"
                                + " or equal to 5");
        assertThat(client.post(WIDGETS, widget("{size: x}")).message())
                .endsWith(
                        "spec.size: Invalid value: \"string\": spec.size in body must be of type integer: \"string\"");
        assertThat(client.post(WIDGETS, widget("{}")).message()).endsWith("spec.size: Required value");
        assertThat(client.post(WIDGETS, widget("{size: 1, mode: c}")).message())
                .endsWith("spec.mode: Unsupported value: \"c\": supported values: \"a\", \"b\"");
        assertThat(client.post(WIDGETS + "?fieldValidation=Strict", widget("{size: 1, foo: 1}"))
                        .message())
                .isEqualTo(
                        "Widget in version \"v1\" cannot be handled as a Widget: strict decoding error: unknown field"
                                + " \"spec.foo\"");
        Client.Answer pruned = client.post(WIDGETS, widget("{size: 1, foo: 1, free: {bar: 1}}"));
        assertThat(Json.at(pruned.body(), "spec"))
                .isEqualTo(Json.read("{\"size\":1,\"free\":{\"bar\":1},\"mode\":\"a\"}"));
        assertThat(client.strategic(WIDGETS + "/w", "{}").status()).isEqualTo(415);
    }

    @Test
    void should_merge_lists_as_the_schema_says() {
        define("widgets", "Widget");
        client.apply("one", WIDGETS + "/w", widget("{size: 1, items: [{k: a, v: b}]}"));
        Client.Answer answer =
                client.apply("two", WIDGETS + "/w", widget("{items: [{k: c, v: d}], free: {x: {q: r}}}"));

        assertThat(Json.at(answer.body(), "spec", "items")).hasSize(2);
        assertThat(answer.owners())
                .contains(
                        "two Apply {\"f:spec\":{\"f:free\":{\"f:x\":{\".\":{},\"f:q\":{}}},\"f:items\":{\"k:{\\\"k\\\":\\\"c\\\"}\":"
                                + "{\".\":{},\"f:k\":{},\"f:v\":{}}}}}");
        assertThat(client.apply("two", WIDGETS + "/w", widget("{size: 2}")).message())
                .isEqualTo("Apply failed with 1 conflict: conflict with \"one\": .spec.size");
        assertThat(client.apply("two", WIDGETS + "/w", widget("{foo: 2}")).message())
                .isEqualTo(
                        "failed to create typed patch object (/w; example.com/v1, Kind=Widget): .spec.foo: field not declared in"
                                + " schema");
    }

    @Test
    void should_keep_the_status_apart() {
        define("widgets", "Widget");
        client.post(WIDGETS, widget("{size: 1}"));
        client.merge(WIDGETS + "/w", "{\"status\":{\"a\":1}}");
        assertThat(client.get(WIDGETS + "/w").body().has("status")).isFalse();
        client.merge(WIDGETS + "/w/status", "{\"status\":{\"a\":1},\"spec\":{\"size\":3}}");
        assertThat(client.get(WIDGETS + "/w").body().at("/status/a").asInt()).isEqualTo(1);
        assertThat(client.get(WIDGETS + "/w").body().at("/spec/size").asInt()).isEqualTo(1);
        assertThat(client.get(WIDGETS + "/w").body().at("/metadata/generation").asInt())
                .isEqualTo(1);
    }

    @Test
    void should_delete_all_objects_of_a_kind_with_its_definition() {
        define("widgets", "Widget");
        client.post(WIDGETS, widget("{size: 1}").replace("name: w", "name: w, finalizers: [x.y/z]"));
        client.delete(DEFINITIONS + "/widgets.example.com");

        assertThat(condition(client.get(DEFINITIONS + "/widgets.example.com"), "Terminating"))
                .startsWith("True");
        assertThat(client.post(WIDGETS, widget("{size: 1}").replace("name: w", "name: v"))
                        .message())
                .isEqualTo(
                        "widgets.example.com \"v\" is forbidden: create not allowed while custom resource definition is"
                                + " terminating");
        client.merge(WIDGETS + "/w", "{\"metadata\":{\"finalizers\":null}}");
        assertThat(client.get(DEFINITIONS + "/widgets.example.com").status()).isEqualTo(404);
        assertThat(client.get(WIDGETS).status()).isEqualTo(404);
    }

    @Test
    void should_refuse_definitions_that_are_wrong() {
        assertThat(client.post(
                                DEFINITIONS,
                                "{metadata: {name: x}, spec: {group: a.b, scope: Cluster, names: {plural: foos, kind: Foo}, versions:"
                                        + " [{name: v1, served: true, storage: true}]}}")
                        .message())
                .isEqualTo(
                        "CustomResourceDefinition.apiextensions.k8s.io \"x\" is invalid: [metadata.name: Invalid value: \"x\": must"
                                + " be spec.names.plural+\".\"+spec.group, spec.versions[0].schema.openAPIV3Schema: Required value]");
    }
}
