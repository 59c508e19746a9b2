package dev.gantry.rawcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.Image;
import dev.gantry.TestRun;
import dev.gantry.finding.Finding;
import dev.gantry.raw.Raw;
import dev.gantry.workload.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawCheckTest {

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec:
              containers:
                - name: web
                  image: example.com/web:7
            """;

    @TempDir
    Path folder;

    private List<String> found(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("web.yaml"), yaml);
        return texts(TestRun.in(
                        folder,
                        "staging",
                        app -> app.stack("shop", s -> s.namespace("shop")).addAll(Raw.yaml(file)))
                .findings());
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.code().startsWith("GTY-RAW") || f.code().startsWith("GTY-VAL"))
                .map(f -> f.code() + " " + f.field() + " " + f.message() + " " + f.hint())
                .toList();
    }

    @Test
    void should_accept_what_the_model_has() throws IOException {
        assertThat(found(POD + """
                      env: [{name: PORT, value: "8080"}]
                      ports: [{containerPort: 8080, hostPort: null}]
                      readinessProbe: {httpGet: {path: /, port: http}}
                      livenessProbe: {httpGet: {path: /, port: 8080}}
                      resources: {limits: {cpu: 2, memory: 1Gi}}
                  volumes: [{name: a, emptyDir: {}}]
                """)).isEmpty();
    }

    @Test
    void should_find_fields_that_the_kind_does_not_have() throws IOException {
        assertThat(found(POD + """
                      imagePulPolicy: Always
                  colour: blue
                """))
                .containsExactly(
                        "GTY-RAW-016 spec.containers[0].imagePulPolicy There is no field \"imagePulPolicy\" here. Did you mean"
                                + " \"imagePullPolicy\"?",
                        "GTY-RAW-016 spec.colour There is no field \"colour\" here. Correct it or take it away. If it is newer"
                                + " than what is known here, accept this finding with finding(code, Severity.OFF, reason).");
    }

    @Test
    void should_find_values_of_another_type() throws IOException {
        assertThat(found(POD + """
                      env: [{name: PORT, value: 8080}]
                      command: run
                      tty: "yes"
                      livenessProbe: {periodSeconds: 1.5}
                  terminationGracePeriodSeconds: soon
                  securityContext: []
                """))
                .containsExactly(
                        "GTY-RAW-017 spec.containers[0].command This is \"run\", but the field takes a list. Write a list"
                                + " there.",
                        "GTY-RAW-017 spec.containers[0].env[0].value This is 8080, but the field takes a text. Put it in"
                                + " quotation marks.",
                        "GTY-RAW-017 spec.containers[0].livenessProbe.periodSeconds This is 1.5, but the field takes a whole"
                                + " number. Write a whole number there.",
                        "GTY-RAW-017 spec.containers[0].tty This is \"yes\", but the field takes true or false. Write true or"
                                + " false there.",
                        "GTY-RAW-017 spec.terminationGracePeriodSeconds This is \"soon\", but the field takes a whole number."
                                + " Write a whole number there.",
                        "GTY-RAW-017 spec.securityContext This is a list, but the field takes an object. Write an object"
                                + " there.");
    }

    @Test
    void should_find_labels_and_quantities_that_kubernetes_rejects() throws IOException {
        assertThat(found(POD.replace("{app: web}", "{version: 1.10, \"a b\": c, x: \"a b\"}") + """
                      resources: {limits: {memory: 1GB}}
                """))
                .extracting(text -> text.substring(0, text.indexOf(' ', 12)))
                .containsExactly(
                        "GTY-RAW-017 metadata.labels.version",
                        "GTY-VAL-003 metadata.labels[\"a",
                        "GTY-VAL-003 metadata.labels.x",
                        "GTY-VAL-004 spec.containers[0].resources.limits.memory");
    }

    @Test
    void should_look_at_what_an_author_has_edited() {
        assertThat(texts(TestRun.of(app -> app.stack("shop", s -> s.namespace("shop"))
                                .add(Deployment.of(
                                        "web",
                                        d -> d.selector("app", "web")
                                                .container("web", Image.of("example.com/web:7"), c -> {})
                                                .rawTree(tree ->
                                                        ((ObjectNode) tree.path("spec")).put("replicas", "three")))))
                        .findings()))
                .containsExactly(
                        "GTY-RAW-017 spec.replicas This is \"three\", but the field takes a whole number. Write a"
                                + " whole number there.");
    }

    @Test
    void should_say_nothing_of_kinds_without_a_model() throws IOException {
        assertThat(found("""
                apiVersion: example.com/v1
                kind: Pod
                metadata: {name: web, namespace: shop}
                spec: {colour: blue}
                """)).isEmpty();
    }
}
