package dev.gantry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Image;
import dev.gantry.TestRun;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.finding.Finding;
import dev.gantry.raw.Raw;
import dev.gantry.workload.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionCheckTest {

    @TempDir
    Path folder;

    /** What the cluster says of a version: absent before, current, deprecated and removed, each at its border. */
    @ParameterizedTest
    @CsvSource({
        "extensions/v1beta1, Deployment, 16, removed",
        "extensions/v1beta1, DaemonSet, 16, removed",
        "extensions/v1beta1, ReplicaSet, 16, removed",
        "extensions/v1beta1, NetworkPolicy, 16, removed",
        "extensions/v1beta1, PodSecurityPolicy, 16, removed",
        "extensions/v1beta1, Ingress, 21, deprecated",
        "extensions/v1beta1, Ingress, 22, removed",
        "apps/v1beta1, Deployment, 16, removed",
        "apps/v1beta1, StatefulSet, 16, removed",
        "apps/v1beta2, Deployment, 16, removed",
        "apps/v1beta2, DaemonSet, 16, removed",
        "apps/v1beta2, ReplicaSet, 16, removed",
        "apps/v1beta2, StatefulSet, 16, removed",
        "apps/v1, Deployment, 16, current",
        "networking.k8s.io/v1beta1, Ingress, 18, current",
        "networking.k8s.io/v1beta1, Ingress, 19, deprecated",
        "networking.k8s.io/v1beta1, Ingress, 22, removed",
        "networking.k8s.io/v1beta1, IngressClass, 17, absent",
        "networking.k8s.io/v1beta1, IngressClass, 22, removed",
        "networking.k8s.io/v1, Ingress, 18, absent",
        "networking.k8s.io/v1, Ingress, 19, current",
        "networking.k8s.io/v1, NetworkPolicy, 16, current",
        "networking.k8s.io/v1, ServiceCIDR, 32, absent",
        "networking.k8s.io/v1beta1, ServiceCIDR, 34, deprecated",
        "policy/v1beta1, PodDisruptionBudget, 20, current",
        "policy/v1beta1, PodDisruptionBudget, 24, deprecated",
        "policy/v1beta1, PodDisruptionBudget, 25, removed",
        "policy/v1, PodDisruptionBudget, 20, absent",
        "policy/v1beta1, PodSecurityPolicy, 20, current",
        "policy/v1beta1, PodSecurityPolicy, 21, deprecated",
        "policy/v1beta1, PodSecurityPolicy, 25, removed",
        "batch/v1beta1, CronJob, 20, current",
        "batch/v1beta1, CronJob, 21, deprecated",
        "batch/v1beta1, CronJob, 25, removed",
        "batch/v2alpha1, CronJob, 21, removed",
        "batch/v1, CronJob, 20, absent",
        "batch/v1, Job, 16, current",
        "autoscaling/v2beta1, HorizontalPodAutoscaler, 22, deprecated",
        "autoscaling/v2beta1, HorizontalPodAutoscaler, 25, removed",
        "autoscaling/v2beta2, HorizontalPodAutoscaler, 22, current",
        "autoscaling/v2beta2, HorizontalPodAutoscaler, 23, deprecated",
        "autoscaling/v2beta2, HorizontalPodAutoscaler, 26, removed",
        "autoscaling/v2, HorizontalPodAutoscaler, 22, absent",
        "autoscaling/v1, HorizontalPodAutoscaler, 34, current",
        "rbac.authorization.k8s.io/v1beta1, Role, 17, deprecated",
        "rbac.authorization.k8s.io/v1beta1, ClusterRoleBinding, 22, removed",
        "storage.k8s.io/v1beta1, StorageClass, 22, removed",
        "storage.k8s.io/v1beta1, VolumeAttachment, 22, removed",
        "storage.k8s.io/v1beta1, CSIDriver, 21, deprecated",
        "storage.k8s.io/v1beta1, CSIDriver, 22, removed",
        "storage.k8s.io/v1beta1, CSINode, 22, removed",
        "storage.k8s.io/v1beta1, CSIStorageCapacity, 26, deprecated",
        "storage.k8s.io/v1beta1, CSIStorageCapacity, 27, removed",
        "storage.k8s.io/v1beta1, VolumeAttributesClass, 33, current",
        "storage.k8s.io/v1, VolumeAttributesClass, 33, absent",
        "storage.k8s.io/v1, CSIDriver, 17, absent",
        "flowcontrol.apiserver.k8s.io/v1beta1, FlowSchema, 26, removed",
        "flowcontrol.apiserver.k8s.io/v1beta2, FlowSchema, 28, deprecated",
        "flowcontrol.apiserver.k8s.io/v1beta2, FlowSchema, 29, removed",
        "flowcontrol.apiserver.k8s.io/v1beta3, PriorityLevelConfiguration, 31, deprecated",
        "flowcontrol.apiserver.k8s.io/v1beta3, PriorityLevelConfiguration, 32, removed",
        "flowcontrol.apiserver.k8s.io/v1, FlowSchema, 28, absent",
        "apiextensions.k8s.io/v1beta1, CustomResourceDefinition, 21, deprecated",
        "apiextensions.k8s.io/v1beta1, CustomResourceDefinition, 22, removed",
        "apiregistration.k8s.io/v1beta1, APIService, 22, removed",
        "admissionregistration.k8s.io/v1beta1, ValidatingWebhookConfiguration, 22, removed",
        "admissionregistration.k8s.io/v1beta1, MutatingWebhookConfiguration, 21, deprecated",
        "admissionregistration.k8s.io/v1beta1, ValidatingAdmissionPolicy, 33, deprecated",
        "admissionregistration.k8s.io/v1beta1, ValidatingAdmissionPolicy, 34, removed",
        "admissionregistration.k8s.io/v1, ValidatingAdmissionPolicy, 29, absent",
        "certificates.k8s.io/v1beta1, CertificateSigningRequest, 22, removed",
        "coordination.k8s.io/v1beta1, Lease, 22, removed",
        "scheduling.k8s.io/v1beta1, PriorityClass, 22, removed",
        "discovery.k8s.io/v1beta1, EndpointSlice, 24, deprecated",
        "discovery.k8s.io/v1beta1, EndpointSlice, 25, removed",
        "events.k8s.io/v1beta1, Event, 25, removed",
        "node.k8s.io/v1beta1, RuntimeClass, 25, removed",
        "resource.k8s.io/v1, ResourceClaim, 33, absent",
        "resource.k8s.io/v1, ResourceClaim, 34, current",
        "v1, Endpoints, 32, current",
        "v1, Endpoints, 33, deprecated",
        "v1, ComponentStatus, 19, deprecated",
        "v1, PersistentVolumeClaim, 34, current",
    })
    void should_know_what_a_cluster_serves(String apiVersion, String kind, int minor, String state) {
        KubernetesVersion version = new KubernetesVersion(minor);
        ApiVersions.Row row = ApiVersions.of(apiVersion, kind);

        assertThat(row).isNotNull();
        String actual = row.isAbsentIn(version)
                ? "absent"
                : row.isRemovedIn(version) ? "removed" : row.isDeprecatedIn(version) ? "deprecated" : "current";
        assertThat(actual).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "extensions/v1beta1, Ingress, 34, networking.k8s.io/v1",
        "extensions/v1beta1, Ingress, 18, networking.k8s.io/v1beta1",
        "extensions/v1beta1, Deployment, 34, apps/v1",
        "extensions/v1beta1, NetworkPolicy, 34, networking.k8s.io/v1",
        "autoscaling/v2beta2, HorizontalPodAutoscaler, 34, autoscaling/v2",
        "autoscaling/v2, HorizontalPodAutoscaler, 20, autoscaling/v1",
        "batch/v1, CronJob, 20, batch/v1beta1",
        "flowcontrol.apiserver.k8s.io/v1beta1, FlowSchema, 26, flowcontrol.apiserver.k8s.io/v1beta3",
        "flowcontrol.apiserver.k8s.io/v1beta1, FlowSchema, 29, flowcontrol.apiserver.k8s.io/v1",
        "events.k8s.io/v1beta1, Event, 34, events.k8s.io/v1",
        "resource.k8s.io/v1, ResourceClaim, 33, resource.k8s.io/v1beta2",
        "v1, Deployment, 34, apps/v1",
    })
    void should_know_what_to_use_instead(String apiVersion, String kind, int minor, String replacement) {
        assertThat(ApiVersions.replacement(apiVersion, kind, new KubernetesVersion(minor)))
                .extracting(ApiVersions.Row::apiVersion)
                .isEqualTo(replacement);
    }

    @Test
    void should_reject_a_removed_version_at_its_line_of_the_file() throws IOException {
        assertThat(file("1.34", """
                        apiVersion: extensions/v1beta1
                        kind: Ingress
                        metadata: {name: web}
                        """))
                .extracting(f -> f.code() + " " + f.origin() + " " + f.field() + " " + f.message() + " " + f.hint())
                .containsExactly(
                        "GTY-API-001 web.yaml:1 apiVersion extensions/v1beta1 Ingress is no more since Kubernetes"
                                + " 1.22, and the manifests are made for 1.34. Use networking.k8s.io/v1 Ingress: spec.backend is"
                                + " spec.defaultBackend, serviceName and servicePort are service.name and service.port, and pathType"
                                + " is required.");
    }

    @Test
    void should_warn_of_a_deprecated_version() throws IOException {
        assertThat(file("1.24", """
                        apiVersion: batch/v1beta1
                        kind: CronJob
                        metadata: {name: web}
                        spec: {jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a}]}}}}}
                        """))
                .extracting(f -> f.severity() + " " + f.code() + " " + f.message() + " " + f.hint())
                .containsExactly(
                        "WARNING GTY-API-002 batch/v1beta1 CronJob is deprecated since Kubernetes 1.21, and goes in"
                                + " 1.25. Use batch/v1 CronJob.");
    }

    @Test
    void should_reject_what_the_cluster_does_not_know_yet_typed_kinds_too() {
        assertThat(TestRun.findings("1.22", app -> {
                    var shop = app.stack("shop");
                    Deployment web = shop.add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .container("web", Image.of("example.com/web:7"), c -> c.requests("1", "1Gi"))));
                    shop.add(HorizontalPodAutoscaler.of(
                            "web", web, h -> h.replicas(1, 2).cpuUtilization(70)));
                }))
                .extracting(f -> f.code() + " " + f.message() + " " + f.hint())
                .containsExactly(
                        "GTY-API-003 autoscaling/v2 HorizontalPodAutoscaler is there since Kubernetes 1.23, and the"
                                + " manifests are made for 1.22. Say which version the cluster has with"
                                + " -Dgantry.kubernetesVersion=..., or use autoscaling/v1.");
    }

    @ParameterizedTest
    @CsvSource({
        "v1, Deployment, apps/v1",
        "apps/v1, Ingress, networking.k8s.io/v1",
        "apps/v2, Deployment, apps/v1",
        "networking.k8s.io/v1beta2, Ingress, networking.k8s.io/v1",
    })
    void should_reject_a_version_that_never_was(String apiVersion, String kind, String right) throws IOException {
        assertThat(file(
                        "1.34",
                        "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: web, namespace: a}\n"))
                .filteredOn(f -> f.code().startsWith("GTY-API"))
                .extracting(f -> f.code() + " " + f.message())
                .containsExactly("GTY-API-004 There is no " + apiVersion + " " + kind + ".");
        assertThat(ApiVersions.replacement(apiVersion, kind, KubernetesVersion.DEFAULT))
                .extracting(ApiVersions.Row::apiVersion)
                .isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "apps/v1, Deploymnt, Deployment",
        "apps/v1, deployment, Deployment",
        "v1, Services, Service",
        "networking.istio.io/v1, VirtualServices, VirtualService",
        "monitoring.coreos.com/v1, PrometheusRules, PrometheusRule",
    })
    void should_reject_a_kind_that_is_misspelt(String apiVersion, String kind, String right) throws IOException {
        assertThat(file(
                        "1.34",
                        "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: web, namespace: a}\n"))
                .filteredOn(f -> f.code().startsWith("GTY-API"))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message() + " " + f.hint())
                .containsExactly(
                        "GTY-API-004 kind There is no " + apiVersion + " " + kind + ". Did you mean " + right + "?");
    }

    @ParameterizedTest
    @CsvSource({
        "config.openshift.io/v1, Ingress",
        "resource.k8s.io/v1alpha2, ResourceClaim",
        "example.com/v1beta1, Deployment",
        "apps/v1, SomethingNew",
    })
    void should_not_speak_of_what_it_does_not_know(String apiVersion, String kind) throws IOException {
        assertThat(file(
                        "1.34",
                        "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: web, namespace: a}\n"))
                .noneMatch(f -> f.code().startsWith("GTY-API"));
    }

    @ParameterizedTest
    @CsvSource({"1.34, 1", "1.36, 1", "1.37, 0"})
    void should_know_what_came_after_the_version_that_is_the_default(String version, int findings) throws IOException {
        assertThat(file(version, "apiVersion: resource.k8s.io/v1\nkind: DeviceTaintRule\nmetadata: {name: gone}\n"))
                .filteredOn(f -> f.code().startsWith("GTY-API"))
                .hasSize(findings);
    }

    @ParameterizedTest
    @CsvSource({
        "1.34, 34",
        "v1.31, 31",
        "1.29.4, 29",
        "v1.30.2-eks-99803c1, 30",
        "1.28.9+k3s1, 28",
        "1.16, 16",
        "1.37, 37"
    })
    void should_read_versions_as_people_and_clusters_write_them(String text, int minor) {
        assertThat(KubernetesVersion.parse(text)).isEqualTo(new KubernetesVersion(minor));
        assertThat(new KubernetesVersion(minor)).hasToString("1." + minor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "latest", "34", "1", "1.", "1.x", "2.1", "1.15", "1.38", "1.034", "1.34 ", "1.34.", "1.34-"})
    void should_not_read_what_is_no_version_that_it_knows(String text) {
        assertThat(KubernetesVersion.parse(text)).isNull();
    }

    private List<Finding> file(String version, String yaml) throws IOException {
        Path file = folder.resolve("web.yaml");
        Files.writeString(file, yaml);
        return TestRun.findings(folder, version, app -> app.stack("shop").addAll(Raw.yaml("web.yaml")));
    }
}
