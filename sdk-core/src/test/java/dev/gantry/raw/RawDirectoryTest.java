package dev.gantry.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawDirectoryTest {

    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  tolerations: []
                  containers: [{name: web, image: "example.com/web:1", ports: [{containerPort: 8080}]}]
            """;

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec:
              selector: {app: web}
              ports: [{name: http, port: 80, targetPort: 8080}]
            """;

    @TempDir
    private Path folder;

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Synthesis run(Consumer<Stack> program) {
        return TestRun.in(folder, "staging", app -> program.accept(app.stack("shop", s -> s.namespace("shop"))));
    }

    private List<Finding> found(Consumer<RawObjects.Builder> options) {
        return run(shop -> shop.addAll(Raw.directory("all", options))).findings();
    }

    private static String map(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\n";
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.code() + " " + f.origin() + " " + f.message())
                .toList();
    }

    @Test
    void should_tell_of_a_link_that_leads_nowhere() throws IOException {
        write("all/a.yaml", map("a"));
        Files.createSymbolicLink(folder.resolve("all/dangling.yaml"), Path.of("nowhere.yaml"));
        Files.createSymbolicLink(folder.resolve("all/.hidden.yaml"), Path.of("nowhere.yaml"));
        Files.createSymbolicLink(folder.resolve("all/notes.txt"), Path.of("nowhere.txt"));

        assertThat(found(o -> {})).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-PRG-017");
            assertThat(finding.message()).isEqualTo("The link all/dangling.yaml leads nowhere.");
        });
        assertThat(found(o -> o.skip("dangling.yaml"))).isEmpty();
    }

    @Test
    void should_read_all_files_below_a_folder_by_their_paths() throws IOException {
        write("all/b.yml", map("b"));
        write("all/a/z.yaml", map("z") + "---\n" + map("x"));
        write("all/a.json", "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"}}");
        write("all/README.md", "no manifest");
        write("all/.git/hidden.yaml", "no manifest: [");
        write("all/.hidden.yaml", "no manifest: [");
        try (Run run = Run.begin(folder, false)) {
            assertThat(Raw.directory("all")).extracting(Raw::name).containsExactly("a", "z", "x", "b");
            assertThat(run.findings()).isEmpty();
            assertThat(run.inputs().keySet()).containsExactly("all/a.json", "all/a/z.yaml", "all/b.yml");
        }
    }

    @Test
    void should_edit_objects_by_kind_and_name() throws IOException {
        write("all/web.yaml", WEB);
        write("all/service.yaml", SERVICE);
        write("all/other.yaml", map("left") + "---\n" + map("kept"));
        Synthesis made = run(shop -> shop.addAll(Raw.directory(
                "all",
                o -> o.each(object -> object.label("tier", "front"))
                        .leaveOut("ConfigMap", "left")
                        .raw(
                                DeploymentBuilder.class,
                                "web",
                                d -> d.editSpec()
                                        .withReplicas(3)
                                        .editTemplate()
                                        .editSpec()
                                        .editFirstContainer()
                                        .withImage("example.com/web:2")
                                        .endContainer()
                                        .endSpec()
                                        .endTemplate()
                                        .endSpec())
                        .edit("Service", "web", s -> s.rawFields(f -> f.set("spec.ports[0].port", 8000)))
                        .edit("ConfigMap", "kept", c -> c.annotation("example.com/kept", "yes")))));
        assertThat(made.findings()).isEmpty();
        assertThat(made.manifests()).hasSize(3).allSatisfy(m -> {
            assertThat(m.tree().at("/metadata/labels/tier").asText()).isEqualTo("front");
            assertThat(m.id().namespace()).isEqualTo("shop");
        });
        var web = TestRun.manifest(made, "Deployment", "web").tree();
        assertThat(web.at("/spec/replicas").asInt()).isEqualTo(3);
        assertThat(web.at("/spec/template/spec/containers/0/image").asText()).isEqualTo("example.com/web:2");
        assertThat(web.at("/spec/template/spec/tolerations").isArray()).isTrue();
        assertThat(TestRun.manifest(made, "Service", "web")
                        .tree()
                        .at("/spec/ports/0/port")
                        .asInt())
                .isEqualTo(8000);
        assertThat(TestRun.manifest(made, "ConfigMap", "kept")
                        .tree()
                        .at("/metadata/annotations/example.com~1kept")
                        .asText())
                .isEqualTo("yes");
    }

    @Test
    void should_name_what_is_there_instead_of_what_is_looked_for() throws IOException {
        write("all/web.yaml", WEB + "---\n" + SERVICE);
        List<Finding> findings = found(o -> o.edit("Deployment", "wep", d -> {})
                .edit("Deploymnt", "web", d -> {})
                .edit("Deployment.extensions", "web", d -> {})
                .leaveOut("Service", "other/web")
                .raw(ServiceBuilder.class, "wbe", s -> s)
                .skip("*.json"));
        assertThat(findings)
                .extracting(f -> f.code() + " " + f.message() + " " + f.hint())
                .containsExactlyInAnyOrder(
                        "GTY-RAW-013 There is no Deployment \"wep\" in the folder all. Did you mean web? The names of"
                                + " this kind: web.",
                        "GTY-RAW-013 There is no Deploymnt \"web\" in the folder all. Did you mean Deployment? The"
                                + " kinds in it: Deployment.apps, Service. The name is that of: Deployment.apps, Service.",
                        "GTY-RAW-013 There is no Deployment.extensions \"web\" in the folder all. The kinds in it:"
                                + " Deployment.apps, Service. The name is that of: Deployment.apps, Service.",
                        "GTY-RAW-013 There is no Service \"other/web\" in the folder all. The names of this kind: web."
                                + " The name is that of: Deployment.apps.",
                        "GTY-RAW-013 There is no Service \"wbe\" in the folder all. Did you mean web? The names of"
                                + " this kind: web.",
                        "GTY-RAW-013 There is no file \"*.json\" in the folder all. Give a path that starts at the"
                                + " folder, or a pattern such as **/values.yaml; or leave this out.");
        assertThat(findings)
                .allSatisfy(f -> assertThat(String.valueOf(f.origin())).contains("RawDirectoryTest.java:"));
    }

    @Test
    void should_ask_which_of_several_is_meant() throws IOException {
        String one = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web, namespace: one}\n";
        write("all/maps.yaml", one + "---\n" + one.replace("one", "two"));
        assertThat(found(o -> o.edit("ConfigMap", "two/web", c -> c.label("a", "b"))))
                .isEmpty();
        assertThat(texts(found(o -> o.edit("ConfigMap", "web", c -> {}))))
                .singleElement()
                .asString()
                .startsWith("GTY-RAW-014")
                .endsWith("There are 2 objects ConfigMap \"web\" in the folder all: v1 ConfigMap one/web, v1 ConfigMap"
                        + " two/web.");
    }

    @Test
    void should_say_what_is_no_manifest() throws IOException {
        write("all/compose.yaml", "services:\n  web: {image: x}\n");
        write("all/empty.yaml", "# nothing\n");
        write("all/helm.yaml", "kind: Service\nmetadata:\n  name: {{ .Release.Name }}\n");
        write("all/if.yaml", "{{- if .Values.on }}\nkind: Service\n{{- end }}\n");
        write("all/kubeconfig.yaml", "apiVersion: v1\nkind: Config\nclusters: []\n");
        write("all/openapi.json", "{\"openapi\":\"3.0.0\"}");
        write("all/other.yaml", "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n");
        write("all/schema.json", "{\"$schema\":\"x\"}");
        write("all/some.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n");
        write("all/workflow.yaml", "on: push\njobs: {}\n");
        assertThat(texts(found(o -> o.edit("Service", "web", s -> {}))))
                .containsExactlyInAnyOrder(
                        "GTY-RAW-010 all/compose.yaml:1 Here is a file of Docker Compose.",
                        "GTY-RAW-011 all/empty.yaml:1 There is no manifest in this file.",
                        "GTY-RAW-010 all/helm.yaml:3 This is a template: Helm, or a program like it, makes manifests"
                                + " of it.",
                        "GTY-RAW-010 all/if.yaml:1 This is a template: Helm, or a program like it, makes manifests of"
                                + " it.",
                        "GTY-RAW-010 all/kubeconfig.yaml:1 Here is a kubeconfig, which says how clusters are reached.",
                        "GTY-RAW-010 all/openapi.json:1 Here is a description of an API.",
                        "GTY-RAW-010 all/other.yaml:1 Here is something with the fields a, b, c, d, e and 1 more,"
                                + " which is no manifest.",
                        "GTY-RAW-010 all/schema.json:1 Here is a JSON schema, or a file that follows one.",
                        "GTY-RAW-010 all/some.yaml:1 Here is a kustomization, which Kustomize builds manifests from.",
                        "GTY-RAW-010 all/workflow.yaml:1 Here is a workflow of GitHub.");
    }

    @Test
    void should_not_take_texts_of_templates_inside_manifests_for_templates() throws IOException {
        write("all/web.yaml", map("web") + "data:\n  alert: '{{ .Labels.job }} is down'\n");
        assertThat(found(o -> {})).isEmpty();
        write("all/web.yaml", map("web") + "data:\n  alert: '{{ .Labels.job }} is down'\n  a: .inf\n");
        assertThat(found(o -> {})).extracting(Finding::code).containsExactly("GTY-RAW-007");
    }

    @Test
    void should_leave_folders_alone_that_are_something_else() throws IOException {
        write("all/web.yaml", SERVICE);
        write("all/chart/Chart.yaml", "apiVersion: v2\nname: x\nversion: 1.0.0\n");
        write("all/chart/values.yaml", "a: 1\n");
        write("all/chart/templates/x.yaml", "{{ .Values.a }}\n");
        write("all/overlay/kustomization.yaml", "resources: []\n");
        write("all/overlay/patch.yaml", "spec: {}\n");
        assertThat(texts(found(o -> {})))
                .filteredOn(text -> !text.startsWith("GTY-NET"))
                .containsExactlyInAnyOrder(
                        "GTY-RAW-010 all/chart/Chart.yaml:1 A Helm chart is in this folder, which holds no manifests"
                                + " then.",
                        "GTY-RAW-010 all/overlay/kustomization.yaml:1 A kustomization is in this folder, which holds"
                                + " no manifests then.");
        assertThat(found(o -> o.skip("chart", "overlay")))
                .extracting(Finding::code)
                .containsExactly("GTY-NET-004");
    }

    @Test
    void should_say_why_a_folder_cannot_be_read() throws IOException {
        write("file.yaml", SERVICE);
        Files.createDirectories(folder.resolve("none"));
        assertThat(texts(run(shop -> {
                            shop.addAll(Raw.directory("missing"));
                            shop.addAll(Raw.directory("file.yaml"));
                            shop.addAll(Raw.directory("none"));
                        })
                        .findings()))
                .extracting(text -> text.replaceFirst(" \\S+", ""))
                .containsExactlyInAnyOrder(
                        "GTY-PRG-017 There is no folder missing.",
                        "GTY-PRG-017 file.yaml is a file, and no folder.",
                        "GTY-RAW-012 In the folder none and below it is no file *.yaml, *.yml or *.json.");
    }

    @Test
    void should_find_duplicates_and_cluster_scoped_objects_with_a_namespace_by_line() throws IOException {
        write("all/a.yaml", map("web"));
        write("all/b.yaml", "---\n" + map("web"));
        write("all/role.yaml", """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: r
                  namespace: shop
                rules: []
                """);
        assertThat(texts(found(o -> {})))
                .contains(
                        "GTY-PRG-005 all/b.yaml:2 There are two resources ConfigMap shop/web.",
                        "GTY-RAW-015 all/role.yaml:5 ClusterRole belongs to the cluster as a whole, but the manifest"
                                + " has the namespace \"shop\".");
    }

    @Test
    void should_take_the_scope_of_a_custom_resource_from_its_definition() throws IOException {
        write("all/foos.yaml", """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: foos.example.com
                spec:
                  group: example.com
                  scope: Cluster
                  names: {kind: Foo, plural: foos}
                  versions:
                  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
                ---
                apiVersion: example.com/v1
                kind: Foo
                metadata:
                  name: f
                  namespace: shop
                """);
        assertThat(texts(found(o -> {})))
                .contains("GTY-RAW-015 all/foos.yaml:16 Foo belongs to the cluster as a whole, but the manifest has the"
                        + " namespace \"shop\".");
    }

    @Test
    void should_find_an_edit_that_does_not_fit() throws IOException {
        write("all/web.yaml", SERVICE);
        assertThat(found(o -> o.edit("Service", "web", s -> s.raw(DeploymentBuilder.class, d -> d))))
                .extracting(Finding::message)
                .contains("A DeploymentBuilder cannot edit a Service.");
        assertThat(found(o -> o.edit("Service", "web", s -> s.raw(NoBuilder.class, d -> d))))
                .extracting(Finding::message)
                .anyMatch(text -> text.endsWith("NoBuilder is not a builder that can be made for an object."));
        assertThat(found(o -> o.raw(NoBuilder.class, "web", d -> d)))
                .extracting(Finding::message)
                .anyMatch(text -> text.endsWith("NoBuilder is not a builder that can be made for an object."));
    }

    @Test
    void should_find_nulls_bad_patterns_and_late_calls() throws IOException {
        write("all/web.yaml", map("web"));
        RawObjects.Builder[] kept = new RawObjects.Builder[1];
        List<Finding> findings = found(o -> {
            kept[0] = o.edit(null, "web", c -> {})
                    .leaveOut("ConfigMap", null)
                    .each(null)
                    .skip((String) null)
                    .skip("[");
        });
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("GTY-VAL-001", "GTY-VAL-001", "GTY-VAL-001", "GTY-VAL-001", "GTY-VAL-009");
        assertThat(run(shop -> {
                            shop.addAll(Raw.directory("all", null));
                            shop.addAll(Raw.directory("all", o -> kept[0] = o.leaveOut("ConfigMap", "web")));
                            kept[0].leaveOut("ConfigMap", "web");
                        })
                        .findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("GTY-VAL-001", "GTY-PRG-001");
    }

    @Test
    void should_throw_outside_of_a_run_what_is_wrong() throws IOException {
        write("all/web.yaml", "a: 1\n");
        assertThatThrownBy(() -> Raw.directory(folder.resolve("all").toString()).size())
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("which is no manifest");
        write("all/web.yaml", "");
        assertThat(Raw.directory(folder.resolve("all").toString())).isEmpty();
        assertThatThrownBy(() -> Raw.directory(folder.resolve("all").toString()).get("Job", "x"))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("There is no Job \"x\"");
    }

    @Test
    void should_read_texts_that_something_else_has_made() {
        assertThat(run(shop -> shop.addAll(
                                Raw.text("chart/templates/map.yaml", map("web"), o -> o.each(c -> c.label("a", "b")))))
                        .manifests())
                .singleElement()
                .satisfies(m -> assertThat(String.valueOf(m.origin())).isEqualTo("chart/templates/map.yaml:1"));
    }

    /** What no object can be passed to. */
    abstract static class NoBuilder
            implements io.fabric8.kubernetes.api.builder.Builder<io.fabric8.kubernetes.api.model.ConfigMap> {}
}
