package dev.gantry.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatchTest {

    private static final String WEB = Client.DEPLOYMENTS + "/web";

    private final FakeCluster cluster = FakeCluster.start();
    private final Client client = new Client(cluster);

    @BeforeEach
    void create() {
        client.post(
                Client.DEPLOYMENTS,
                "{metadata: {name: web, labels: {a: b}, finalizers: [x.y/a, x.y/b]}, spec: {selector: {matchLabels: {app: web}},"
                        + " template: {metadata: {labels: {app: web}}, spec: {containers: [{name: one, image: a, env: [{name: A,"
                        + " value: a}, {name: B, value: b}]}, {name: two, image: b}]}}}}");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static JsonNode containers(Client.Answer answer) {
        return Json.at(answer.body(), "spec", "template", "spec", "containers");
    }

    @Test
    void should_merge_lists_by_key_and_delete_elements() {
        Client.Answer answer = client.strategic(
                WEB,
                "{\"spec\":{\"template\":{\"spec\":{\"$setElementOrder/containers\":[{\"name\":\"three\"},{\"name\":\"one\"}],"
                        + "\"containers\":[{\"name\":\"one\",\"env\":[{\"name\":\"A\",\"$patch\":\"delete\"}]},{\"name\":\"two\","
                        + "\"$patch\":\"delete\"},{\"name\":\"three\",\"image\":\"c\"}]}}}}");

        assertThat(containers(answer).findValuesAsText("image")).containsExactly("c", "a");
        assertThat(containers(answer).get(1).path("env")).isEqualTo(Json.read("[{\"name\":\"B\",\"value\":\"b\"}]"));
    }

    @Test
    void should_delete_values_and_replace_objects_by_directive() {
        Client.Answer answer = client.strategic(
                WEB,
                "{\"metadata\":{\"$deleteFromPrimitiveList/finalizers\":[\"x.y/a\"],\"labels\":{\"$patch\":\"replace\",\"c\":"
                        + "\"d\"}}}");

        assertThat(Json.at(answer.body(), "metadata", "finalizers")).isEqualTo(Json.read("[\"x.y/b\"]"));
        assertThat(Json.at(answer.body(), "metadata", "labels")).isEqualTo(Json.read("{\"c\":\"d\"}"));
    }

    @Test
    void should_keep_only_the_keys_that_are_retained() {
        Client.Answer answer =
                client.strategic(WEB, "{\"spec\":{\"strategy\":{\"$retainKeys\":[\"type\"],\"type\":\"Recreate\"}}}");

        assertThat(Json.at(answer.body(), "spec", "strategy")).isEqualTo(Json.read("{\"type\":\"Recreate\"}"));
    }

    @Test
    void should_replace_lists_by_merge_patch() {
        Client.Answer answer = client.merge(
                WEB,
                "{\"metadata\":{\"labels\":{\"a\":null}},\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"x\","
                        + "\"image\":\"y\"}]}}}}");

        assertThat(containers(answer)).hasSize(1);
        assertThat(answer.body().path("metadata").has("labels")).isFalse();
    }

    @Test
    void should_carry_out_operations() {
        Client.Answer answer = client.patch(
                WEB,
                "[{\"op\":\"test\",\"path\":\"/spec/template/spec/containers/0/name\",\"value\":\"one\"},"
                        + "{\"op\":\"replace\",\"path\":\"/spec/template/spec/containers/0/image\",\"value\":\"z\"},"
                        + "{\"op\":\"add\",\"path\":\"/spec/template/spec/containers/-\",\"value\":{\"name\":\"x\",\"image\":\"q\"}},"
                        + "{\"op\":\"remove\",\"path\":\"/spec/template/spec/containers/1\"},"
                        + "{\"op\":\"copy\",\"from\":\"/metadata/labels/a\",\"path\":\"/metadata/labels/c~1d\"},"
                        + "{\"op\":\"move\",\"from\":\"/metadata/labels/a\",\"path\":\"/metadata/labels/e\"}]");

        assertThat(containers(answer).findValuesAsText("image")).containsExactly("z", "q");
        assertThat(Json.at(answer.body(), "metadata", "labels")).isEqualTo(Json.read("{\"c/d\":\"b\",\"e\":\"b\"}"));
    }

    @Test
    void should_refuse_operations_that_do_not_apply() {
        Client.Answer failed = client.patch(WEB, "[{\"op\":\"test\",\"path\":\"/spec/replicas\",\"value\":7}]");
        assertThat(failed.status()).isEqualTo(422);
        assertThat(failed.message()).isEqualTo("the server rejected our request due to an error in our request");
        assertThat(client.patch(WEB, "[{\"op\":\"remove\",\"path\":\"/spec/nope\"}]")
                        .status())
                .isEqualTo(422);
        assertThat(client.patch(WEB, "{}").status()).isEqualTo(400);
        assertThat(client.send("PATCH", WEB, "application/x", "{}").status()).isEqualTo(415);
    }

    @Test
    void should_raise_the_generation_with_the_specification_only() {
        assertThat(generation(client.merge(WEB, "{\"metadata\":{\"labels\":{\"x\":\"z\"}}}")))
                .isEqualTo(1);
        assertThat(generation(client.merge(WEB + "/status", "{\"status\":{\"replicas\":1}}")))
                .isEqualTo(1);
        assertThat(generation(client.merge(WEB, "{\"spec\":{\"replicas\":4}}"))).isEqualTo(2);
        assertThat(generation(client.merge(WEB, "{\"spec\":{\"replicas\":4}}"))).isEqualTo(2);
    }

    private static int generation(Client.Answer answer) {
        return Json.at(answer.body(), "metadata", "generation").asInt();
    }
}
