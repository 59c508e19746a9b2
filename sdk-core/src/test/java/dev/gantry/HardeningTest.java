package dev.gantry;

import static dev.gantry.security.PodSecurityStandard.BASELINE;
import static dev.gantry.security.PodSecurityStandard.PRIVILEGED;
import static dev.gantry.security.PodSecurityStandard.RESTRICTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.bundle.HardenedStack;
import dev.gantry.check.Manifest;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import dev.gantry.raw.Raw;
import dev.gantry.security.PodSecurityStandard;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.OperatingSystem;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardeningTest {

    private static final Image IMAGE = Image.of("example.com/web:7");
    private static final String SPEC = "spec.template.spec.";

    @TempDir
    Path folder;

    @Test
    void should_set_what_restricted_asks_for() {
        Synthesis made = hardened(RESTRICTED, d -> d.container("web", IMAGE, c -> {}));

        assertThat(spec(made).toString())
                .isEqualTo(
                        "{\"containers\":[{\"name\":\"web\",\"image\":\"example.com/web:7\",\"securityContext\":"
                                + "{\"capabilities\":{\"drop\":[\"ALL\"]},\"allowPrivilegeEscalation\":false}}],"
                                + "\"securityContext\":{\"runAsNonRoot\":true,\"seccompProfile\":{\"type\":\"RuntimeDefault\"}}}");
        assertThat(made.findings()).isEmpty();
    }

    @Test
    void should_say_what_it_set() {
        Synthesis made = hardened(RESTRICTED, d -> d.container("web", IMAGE, c -> {}));
        List<String> fields = List.of(
                SPEC + "securityContext.runAsNonRoot",
                SPEC + "securityContext.seccompProfile.type",
                SPEC + "containers[0].securityContext.allowPrivilegeEscalation",
                SPEC + "containers[0].securityContext.capabilities.drop");

        assertThat(deployment(made).hardened()).isEqualTo(fields);
        assertThat(made.hardened())
                .containsExactly(new HardenedStack(
                        "shop",
                        "restricted",
                        List.of(new HardenedStack.Change(deployment(made).id(), fields))));
    }

    @Test
    void should_harden_init_containers_and_sidecars() {
        Synthesis made = hardened(
                RESTRICTED,
                d -> d.container("web", IMAGE, c -> {})
                        .initContainer("prepare", IMAGE, c -> {})
                        .sidecar("proxy", IMAGE, c -> {}));

        for (JsonNode container : spec(made).path("initContainers")) {
            assertThat(container.path("securityContext").toString())
                    .isEqualTo("{\"capabilities\":{\"drop\":[\"ALL\"]},\"allowPrivilegeEscalation\":false}");
        }
        assertThat(spec(made).path("initContainers")).hasSize(2);
        assertThat(made.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v1          | Pod                   | spec: %s",
                "v1          | ReplicationController | spec: {template: {spec: %s}}",
                "apps/v1     | Deployment            | spec: {template: {spec: %s}}",
                "apps/v1     | StatefulSet           | spec: {template: {spec: %s}}",
                "apps/v1     | DaemonSet             | spec: {template: {spec: %s}}",
                "apps/v1     | ReplicaSet            | spec: {template: {spec: %s}}",
                "batch/v1    | Job                   | spec: {template: {spec: %s}}",
                "batch/v1    | CronJob               | spec: {jobTemplate: {spec: {template: {spec: %s}}}}",
            })
    void should_harden_objects_of_files(String apiVersion, String kind, String spec) throws IOException {
        Synthesis made = file("apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: web}\n"
                + spec.formatted("{containers: [{name: web, image: example.com/web:7}]}"));
        String path = spec.substring(0, spec.indexOf('%') - 2).replace(": {", ".");

        assertThat(made.manifests().get(0).hardened())
                .containsExactly(
                        path + ".securityContext.runAsNonRoot",
                        path + ".securityContext.seccompProfile.type",
                        path + ".containers[0].securityContext.allowPrivilegeEscalation",
                        path + ".containers[0].securityContext.capabilities.drop");
        assertThat(made.findings()).noneMatch(f -> f.code().startsWith("GTY-SEC"));
    }

    @Test
    void should_leave_custom_resources_with_pods_alone() throws IOException {
        Synthesis made =
                file("apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: web, namespace: shop}\n"
                        + "spec: {template: {spec: {containers: [{name: web}]}}}");

        assertThat(made.manifests().get(0).hardened()).isEmpty();
        assertThat(made.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-SEC-004");
            assertThat(finding.hint())
                    .startsWith("Set it in the pod template: harden(...) writes to Kubernetes' own kinds");
        });
    }

    @Test
    void should_harden_objects_of_fabric8() {
        HasMetadata pod = new PodBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .endContainer()
                .endSpec()
                .build();

        Synthesis made =
                TestRun.of(app -> app.stack("shop", s -> s.harden(RESTRICTED)).add(Raw.of(pod)));

        assertThat(made.manifests().get(0).hardened()).hasSize(4);
    }

    @Test
    void should_keep_what_is_written() {
        Synthesis made = hardened(
                RESTRICTED,
                d -> d.container(
                        "web",
                        IMAGE,
                        c -> c.securityContext(s -> s.runAsNonRoot(true)
                                .allowPrivilegeEscalation(false)
                                .addCapabilities("NET_BIND_SERVICE"))));

        assertThat(spec(made).path("containers").path(0).path("securityContext").toString())
                .isEqualTo(
                        "{\"capabilities\":{\"add\":[\"NET_BIND_SERVICE\"],\"drop\":[\"ALL\"]},\"runAsNonRoot\":true,"
                                + "\"allowPrivilegeEscalation\":false}");
        assertThat(deployment(made).hardened())
                .containsExactly(
                        SPEC + "securityContext.seccompProfile.type",
                        SPEC + "containers[0].securityContext.capabilities.drop");
    }

    @Test
    void should_add_to_the_capabilities_that_are_dropped() {
        Synthesis made = hardened(
                RESTRICTED, d -> d.container("web", IMAGE, c -> c.securityContext(s -> s.dropCapabilities("NET_RAW"))));

        assertThat(context(made, 0).path("capabilities").toString()).isEqualTo("{\"drop\":[\"NET_RAW\",\"ALL\"]}");
        assertThat(deployment(made).hardened()).contains(SPEC + "containers[0].securityContext.capabilities.drop[1]");
        assertThat(made.findings()).isEmpty();
    }

    @Test
    void should_set_nothing_for_baseline() {
        Synthesis made = hardened(BASELINE, d -> d.container("web", IMAGE, c -> {}));

        assertThat(spec(made).has("securityContext")).isFalse();
        assertThat(made.hardened()).containsExactly(new HardenedStack("shop", "baseline", List.of()));
        assertThat(made.findings()).isEmpty();
    }

    @Test
    void should_take_privileged_for_no_hardening_at_all() {
        Synthesis made = hardened(PRIVILEGED, d -> d.container("web", IMAGE, c -> {}));

        assertThat(made.hardened()).isEmpty();
        assertThat(deployment(made).hardened()).isEmpty();
    }

    @Test
    void should_set_only_what_windows_knows() {
        Synthesis made = hardened(RESTRICTED, d -> d.os(OperatingSystem.WINDOWS).container("web", IMAGE, c -> {}));

        assertThat(deployment(made).hardened()).containsExactly(SPEC + "securityContext.runAsNonRoot");
        assertThat(made.findings()).isEmpty();
    }

    @Test
    void should_leave_a_container_that_runs_as_root_able_to_start() {
        Synthesis made = hardened(
                RESTRICTED,
                d -> d.container("web", IMAGE, c -> {})
                        .initContainer("own", IMAGE, c -> c.securityContext(s -> s.runAsUser(0))));

        assertThat(spec(made).path("securityContext").has("runAsNonRoot")).isFalse();
        assertThat(context(made, 0).path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(made.findings())
                .extracting(Finding::message)
                .containsExactly("The stack is hardened to restricted, but"
                        + " initContainers[0].securityContext.runAsUser is 0;"
                        + " initContainers[0].securityContext.runAsNonRoot is not set to true.");
    }

    @Test
    void should_set_nothing_that_a_cluster_rejects_beside_what_is_written() {
        Synthesis made = hardened(
                RESTRICTED,
                d -> d.container("web", IMAGE, c -> c.securityContext(s -> s.privileged(true)))
                        .container("net", IMAGE, c -> c.securityContext(s -> s.addCapabilities("CAP_SYS_ADMIN"))));

        assertThat(context(made, 0).toString()).isEqualTo("{\"privileged\":true}");
        assertThat(context(made, 1).has("allowPrivilegeEscalation")).isFalse();
        assertThat(made.findings()).extracting(Finding::code).containsExactly("GTY-SEC-004");
    }

    @Test
    void should_leave_a_contradiction_as_it_is_written() {
        Synthesis made = hardened(
                RESTRICTED, d -> d.securityContext(s -> s.runAsNonRoot(false)).container("web", IMAGE, c -> {}));

        assertThat(spec(made).path("securityContext").path("runAsNonRoot").asBoolean())
                .isFalse();
        assertThat(made.findings())
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-SEC-004 " + SPEC + "securityContext.runAsNonRoot");
    }

    @Test
    void should_let_raw_edits_have_the_last_word() {
        Synthesis made = hardened(
                RESTRICTED,
                d -> d.container("web", IMAGE, c -> {})
                        .rawTree(tree -> tree.withObject("/spec/template/spec/securityContext")
                                .put("runAsNonRoot", false)));

        assertThat(spec(made).path("securityContext").path("runAsNonRoot").asBoolean())
                .isFalse();
        assertThat(made.findings()).extracting(Finding::code).containsExactly("GTY-SEC-004");
    }

    @Test
    void should_give_the_line_of_hardening_to_what_it_has_set() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop").harden(RESTRICTED)); // @harden
            shop.add(ConfigMap.of("forgotten", c -> c.text("a", "b")));
            shop.add(Deployment.of("web", d -> d.selector("app", "web").container("web", IMAGE, c -> {}))); // @web
        });
        Manifest web = deployment(made);

        assertThat(web.lineOf(SPEC + "securityContext.runAsNonRoot"))
                .hasToString(Lines.fill(HardeningTest.class, "@harden"));
        assertThat(web.lineOf(SPEC + "containers[0].name")).hasToString(Lines.fill(HardeningTest.class, "@web"));
    }

    @Test
    void should_report_a_standard_that_is_null() {
        assertThat(hardened(null, d -> d.container("web", IMAGE, c -> {})).findings())
                .extracting(Finding::code)
                .containsExactly("GTY-VAL-001");
    }

    @Test
    void should_use_one_resource_in_many_runs() {
        Deployment web = Deployment.of("web", d -> d.selector("app", "web").container("web", IMAGE, c -> {}));

        Synthesis first =
                TestRun.of(app -> app.stack("shop", s -> s.harden(RESTRICTED)).add(web));
        Synthesis second = TestRun.of(app -> app.stack("shop").add(web));

        assertThat(deployment(first).hardened()).hasSize(4);
        assertThat(spec(second).has("securityContext")).isFalse();
    }

    private Synthesis file(String yaml) throws IOException {
        Files.writeString(folder.resolve("web.yaml"), yaml);
        return TestRun.in(
                folder,
                "staging",
                app -> app.stack("shop", s -> s.harden(RESTRICTED)).addAll(Raw.yaml("web.yaml")));
    }

    private static Synthesis hardened(PodSecurityStandard standard, Consumer<Deployment.Builder> options) {
        return TestRun.of(app -> app.stack("shop", s -> s.namespace("shop").harden(standard))
                .add(Deployment.of("web", d -> options.accept(d.selector("app", "web")))));
    }

    private static Manifest deployment(Synthesis made) {
        return TestRun.manifest(made, "Deployment", "web");
    }

    private static JsonNode spec(Synthesis made) {
        return deployment(made).tree().at("/spec/template/spec");
    }

    private static JsonNode context(Synthesis made, int container) {
        return spec(made).path("containers").path(container).path("securityContext");
    }
}
