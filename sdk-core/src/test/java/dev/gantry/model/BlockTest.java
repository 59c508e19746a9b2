package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gantry.Image;
import dev.gantry.LabelSelector;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Reference;
import dev.gantry.extension.Resource;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.EnvFrom;
import dev.gantry.workload.Probe;
import dev.gantry.workload.Volume;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks are values, references are objects, and files are read late. */
class BlockTest {

    private static final Port HTTP = Port.http(8080);

    @Test
    void should_compare_blocks_by_what_they_write() {
        assertThat(Probe.httpGet("/a", HTTP).failureThreshold(4))
                .isEqualTo(Probe.httpGet("/a", Port.http(8080)).failureThreshold(4))
                .hasSameHashCodeAs(Probe.httpGet("/a", HTTP).failureThreshold(4))
                .isNotEqualTo(Probe.httpGet("/a", HTTP).failureThreshold(5))
                .isNotEqualTo(Probe.httpGet("/b", HTTP).failureThreshold(4));
        assertThat(Volume.emptyDir("a").sizeLimit(Quantity.of(5)))
                .isEqualTo(Volume.emptyDir("a").sizeLimit(Quantity.of("5")))
                .isNotEqualTo(Volume.emptyDir("b").sizeLimit(Quantity.of(5)));
        assertThat(LabelSelector.of("a", "b").in("c", "d"))
                .hasToString(LabelSelector.of("a", "b").in("c", "d").toString());
    }

    @Test
    void should_tell_blocks_apart_that_name_different_resources_of_one_name() {
        ConfigMap inProgram = ConfigMap.of("app", c -> {});
        assertThat(EnvFrom.configMap(inProgram))
                .isEqualTo(EnvFrom.configMap(inProgram))
                .isNotEqualTo(EnvFrom.configMap(ConfigMap.existing("app")));
    }

    @Test
    void should_leave_a_block_as_it_was_when_another_is_made_of_it() {
        Probe plain = Probe.exec("x");
        Probe more = plain.successThreshold(3);
        assertThat(plain).isEqualTo(Probe.exec("x")).isNotEqualTo(more);
    }

    @Test
    void should_mount_one_volume_in_many_containers_and_list_it_once() {
        Volume tmp = Volume.emptyDir("tmp");
        Deployment web = Deployment.of(
                "web",
                d -> d.container("a", Image.of("a:1"), c -> c.mount(tmp, "/tmp"))
                        .container("b", Image.of("b:1"), c -> c.mount(Volume.emptyDir("tmp"), "/b"))
                        .volume(tmp));
        assertThat(Draft.of(web).problems()).isEmpty();
        assertThat(Trees.of(web).at("/spec/template/spec/volumes").size()).isEqualTo(1);
    }

    @Test
    void should_know_every_resource_that_is_named_and_where() {
        ConfigMap app = ConfigMap.of("app", c -> {});
        Secret tls = Secret.existing("tls");
        Deployment cache = Deployment.of("cache", d -> d.selector("app", "cache"));
        Deployment web = Deployment.of(
                "web",
                d -> d.container(
                                "main",
                                Image.of("a:1"),
                                c -> c.env("A", app.key("a"))
                                        .env("B", tls.key("b"))
                                        .envFrom(app)
                                        .mount(Volume.secret("tls", tls), "/tls"))
                        .podAntiAffinity(a -> a.required(cache, "zone")));
        assertThat(Draft.of(web).references())
                .extracting(Reference::field, Reference::target, Reference::local)
                .containsExactly(
                        tuple("spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.name", app, true),
                        tuple("spec.template.spec.containers[0].env[1].valueFrom.secretKeyRef.name", tls, true),
                        tuple("spec.template.spec.containers[0].envFrom[0].configMapRef.name", app, true),
                        tuple("spec.template.spec.volumes[0].secret.secretName", tls, true),
                        tuple(
                                "spec.template.spec.affinity.podAntiAffinity"
                                        + ".requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector",
                                cache,
                                false));
    }

    @Test
    void should_not_take_a_key_from_a_folder_that_is_given_in_another_way() {
        Resource secret = Secret.of(
                "s",
                s -> s.directory(Path.of("first")).directory(Path.of("second")).text("z.txt", "said here"));
        assertThat(Trees.of(secret).path("data"))
                .hasToString("{\"a.yaml\":\"dGV4dCBvZiBmaXJzdC9hLnlhbWwK\",\"logo.bin\":\"/wAH\"}");
        assertThat(Trees.of(secret).path("stringData")).hasToString("{\"z.txt\":\"said here\"}");
        Resource config = ConfigMap.of("c", c -> c.text("logo.bin", "none").directory(Path.of("conf")));
        assertThat(Trees.of(config).has("binaryData")).isFalse();
        assertThat(Trees.of(config).path("data").path("logo.bin").asText()).isEqualTo("none");
    }

    @Test
    void should_report_every_file_of_a_folder_that_cannot_be_a_key() {
        Resource config = ConfigMap.of("app", c -> c.directory(Path.of("bad")));
        assertThatThrownBy(() -> Trees.of(config))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings())
                                .extracting(Finding::message)
                                .isEqualTo(
                                        List.of(
                                                "The file \"a b\" in \"bad\" cannot be a key: its name has the character ' ' (a space).",
                                                "The file \"c:d\" in \"bad\" cannot be a key: its name has the character ':'.")));
    }
}
