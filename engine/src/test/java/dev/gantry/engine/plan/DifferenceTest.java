package dev.gantry.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.status.Live;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static String between(String before, String after) {
        return text(Difference.between(Live.object(before), Live.object(after)));
    }

    private static String spec(String before, String after) {
        return between("spec: " + before, "spec: " + after);
    }

    private static String text(List<FieldChange> changes) {
        StringBuilder out = new StringBuilder();
        for (FieldChange change : changes) {
            out.append(change.path()).append(": ").append(change.before());
            out.append(" -> ").append(change.after()).append('\n');
        }
        return out.toString();
    }

    @Test
    void should_show_what_is_added_changed_and_removed() {
        assertThat(spec("{a: 1, b: x, c: {d: true}}", "{b: y, c: {d: true, e: 2}, f: {g: h}}"))
                .isEqualTo("""
                spec.a: 1 -> null
                spec.b: "x" -> "y"
                spec.c.e: null -> 2
                spec.f: null -> {"g":"h"}
                """);
    }

    @Test
    void should_find_nothing_where_nothing_changes() {
        assertThat(spec("{a: 1, b: [1, {c: d}], e: null}", "{a: 1.0, b: [1, {c: d}]}"))
                .isEmpty();
        assertThat(spec("{a: '1'}", "{a: 1}")).isEqualTo("spec.a: \"1\" -> 1\n");
    }

    @Test
    void should_leave_out_what_the_server_notes_for_itself() {
        assertThat(between("""
                metadata:
                  name: web
                  uid: a
                  generation: 1
                  resourceVersion: "1"
                  creationTimestamp: x
                  selfLink: x
                  managedFields: [{manager: a}]
                  annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}"}
                status: {replicas: 1}
                """, """
                metadata:
                  name: web
                  uid: b
                  generation: 2
                  resourceVersion: "2"
                  creationTimestamp: y
                  managedFields: [{manager: b}]
                status: {replicas: 2}
                """)).isEmpty();
    }

    @Test
    void should_quote_names_as_findings_do() {
        assertThat(between(
                        "metadata: {labels: {app.kubernetes.io/name: a, team: b}}",
                        "metadata: {labels: {app.kubernetes.io/name: b, team: c}}"))
                .isEqualTo("""
                        metadata.labels["app.kubernetes.io/name"]: "a" -> "b"
                        metadata.labels.team: "b" -> "c"
                        """);
    }

    @Test
    void should_show_labels_and_data_key_by_key_even_if_there_were_none() {
        assertThat(between("{kind: ConfigMap}", "{kind: ConfigMap, data: {a: b, c: d}, metadata: {labels: {e: f}}}"))
                .isEqualTo("""
                        data.a: null -> "b"
                        data.c: null -> "d"
                        metadata: null -> {"labels":{"e":"f"}}
                        """);
        assertThat(between("{kind: ConfigMap, data: {a: b}}", "{kind: ConfigMap}"))
                .isEqualTo("data.a: \"b\" -> null\n");
    }

    @Test
    void should_compare_items_of_the_same_name() {
        assertThat(spec(
                        "{containers: [{name: web, image: a}, {name: old}]}",
                        "{containers: [{name: web, image: b}, {name: proxy}]}"))
                .isEqualTo("""
                        spec.containers[web].image: "a" -> "b"
                        spec.containers[old]: {"name":"old"} -> null
                        spec.containers[proxy]: null -> {"name":"proxy"}
                        """);
    }

    @Test
    void should_find_other_keys_where_there_are_no_names() {
        assertThat(spec("{ports: [{containerPort: 80}]}", "{ports: [{containerPort: 80, hostPort: 1}]}"))
                .isEqualTo("spec.ports[80/TCP].hostPort: null -> 1\n");
        assertThat(spec(
                        "{ports: [{port: 53, protocol: UDP}, {port: 53}]}",
                        "{ports: [{port: 53, protocol: UDP, targetPort: 1}, {port: 53}]}"))
                .isEqualTo("spec.ports[53/UDP].targetPort: null -> 1\n");
        assertThat(spec(
                        "{m: [{mountPath: /a, name: x}, {mountPath: /b, name: x}]}",
                        "{m: [{mountPath: /a, name: x}, {mountPath: /b, name: x, readOnly: true}]}"))
                .isEqualTo("spec.m[/b].readOnly: null -> true\n");
        assertThat(spec("{rules: [{host: a.example, x: 1}]}", "{rules: [{host: a.example, x: 2}]}"))
                .isEqualTo("spec.rules[a.example].x: 1 -> 2\n");
        assertThat(spec(
                        "{rules: [{alert: Down, expr: a}, {record: r, expr: b}]}",
                        "{rules: [{alert: Down, expr: c}, {record: r, expr: b}]}"))
                .isEqualTo("spec.rules[Down].expr: \"a\" -> \"c\"\n");
        assertThat(spec("{tolerations: [{key: gpu, effect: A}]}", "{tolerations: [{key: gpu, effect: B}]}"))
                .isEqualTo("spec.tolerations[gpu].effect: \"A\" -> \"B\"\n");
        assertThat(spec("{x: [{name: '7', a: 1}]}", "{x: [{name: '7', a: 2}]}")).isEqualTo("spec.x[\"7\"].a: 1 -> 2\n");
    }

    @Test
    void should_say_that_items_change_places() {
        assertThat(spec("{env: [{name: a}, {name: b}, {name: c}]}", "{env: [{name: c}, {name: a}, {name: d}]}"))
                .isEqualTo("""
                        spec.env[b]: {"name":"b"} -> null
                        spec.env[d]: null -> {"name":"d"}
                        spec.env: ["a","c"] -> ["c","a"]
                        """);
    }

    @Test
    void should_compare_items_without_a_key_by_what_stands_around_them() {
        assertThat(spec("{from: [{a: 1}, {a: 2}, {a: 3}]}", "{from: [{a: 0}, {a: 1}, {a: 2}, {b: 3}]}"))
                .isEqualTo("""
                        spec.from[0]: null -> {"a":0}
                        spec.from[3].a: 3 -> null
                        spec.from[3].b: null -> 3
                        """);
        assertThat(spec("{rules: [{name: a}, {name: a}]}", "{rules: [{name: a}]}"))
                .isEqualTo("spec.rules[1]: {\"name\":\"a\"} -> null\n");
    }

    @Test
    void should_show_short_lists_of_values_as_a_whole_and_long_ones_by_item() {
        assertThat(spec("{args: [a, b]}", "{args: [a, c, b]}"))
                .isEqualTo("spec.args: [\"a\",\"b\"] -> [\"a\",\"c\",\"b\"]\n");
        String words = "a".repeat(60) + ", " + "b".repeat(60) + ", " + "c".repeat(60);
        assertThat(spec("{args: [" + words + "]}", "{args: [new, " + words + ", last]}"))
                .isEqualTo("""
                spec.args[0]: null -> "new"
                spec.args[4]: null -> "last"
                """);
    }

    @Test
    void should_show_a_list_that_comes_or_goes_as_a_whole() {
        assertThat(spec("{}", "{ports: [{port: 1}]}")).isEqualTo("spec.ports: null -> [{\"port\":1}]\n");
        assertThat(spec("{ports: []}", "{ports: [{port: 1}]}")).isEqualTo("spec.ports: [] -> [{\"port\":1}]\n");
        assertThat(spec("{a: [1]}", "{a: {b: 1}}")).isEqualTo("spec.a: [1] -> {\"b\":1}\n");
    }

    @Test
    void should_mask_the_values_of_secrets_and_show_that_they_change() {
        assertThat(
                        between(
                                "{apiVersion: v1, kind: Secret, type: Opaque, data: {same: c2FtZQ==, rotated: b2xk, gone: Z29uZQ==}}",
                                "{apiVersion: v1, kind: Secret, type: Opaque, data: {same: c2FtZQ==, rotated: bmV3, added: YWRk}}"))
                .isEqualTo("""
                        data.rotated: "(secret)" -> "(another secret)"
                        data.gone: "(secret)" -> null
                        data.added: null -> "(secret)"
                        """);
        assertThat(between(
                        "{apiVersion: v1, kind: Secret}", "{apiVersion: v1, kind: Secret, stringData: {a: hunter2}}"))
                .isEqualTo("stringData.a: null -> \"(secret)\"\n");
        assertThat(between(
                        "{apiVersion: v1, kind: Secret, data: hunter1}",
                        "{apiVersion: v1, kind: Secret, data: hunter2}"))
                .isEqualTo("data: \"(secret)\" -> \"(another secret)\"\n");
    }

    @Test
    void should_not_repeat_the_values_of_secrets_from_the_annotation_of_client_side_apply() {
        ObjectNode secret = Live.object("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: db
                  annotations:
                    kubectl.kubernetes.io/last-applied-configuration: '{"data":{"password":"aHVudGVyMg=="}}'
                    team: shop
                data: {password: aHVudGVyMg==}
                """);

        assertThat(Masking.masked(secret))
                .hasToString("{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"db\","
                        + "\"annotations\":{\"team\":\"shop\"}},\"data\":{\"password\":\"(secret)\"}}");
        assertThat(secret.path("data").path("password").asText()).isEqualTo("aHVudGVyMg==");
    }

    @Test
    void should_not_mask_what_only_has_the_name_of_a_secret() {
        assertThat(between(
                        "{apiVersion: acme.example/v1, kind: Secret, data: {a: b}}",
                        "{apiVersion: acme.example/v1, kind: Secret, data: {a: c}}"))
                .isEqualTo("data.a: \"b\" -> \"c\"\n");
    }
}
