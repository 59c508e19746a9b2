package dev.gantry.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.access.ClusterRole;
import dev.gantry.access.ClusterRoleBinding;
import dev.gantry.access.Role;
import dev.gantry.access.ServiceAccount;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.cluster.Namespace;
import dev.gantry.cluster.PriorityClass;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.extension.Resource;
import dev.gantry.finding.Finding;
import dev.gantry.network.Ingress;
import dev.gantry.network.IngressClass;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.Service;
import dev.gantry.storage.PersistentVolume;
import dev.gantry.storage.PersistentVolumeClaim;
import dev.gantry.storage.StorageClass;
import dev.gantry.storage.VolumeAttributesClass;
import dev.gantry.workload.CronJob;
import dev.gantry.workload.DaemonSet;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.Job;
import dev.gantry.workload.PodDisruptionBudget;
import dev.gantry.workload.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Objects of files, as the program's own kinds refer to them. */
class TypedViewTest {

    private static final Port HTTP = Port.http(8080);
    private static final String POD = "metadata: {labels: {app: web}}, spec: {containers: [{name: web, image:"
            + " 'example.com/web:1', resources: {requests: {cpu: 1}}, ports: [{name: http, containerPort: 8080}, {name: raw, containerPort: 9000}]}]}";
    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec: {selector: {matchLabels: {app: web}}, template: {%s}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, labels: {app: web}}
            spec: {selector: {app: web}, ports: [{name: www, port: 80, targetPort: http}, {name: raw, port: 9000}]}
            """.formatted(POD);

    private static Synthesis run(BiConsumer<Stack, RawObjects> program) {
        return TestRun.of(app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            program.accept(shop, shop.addAll(Raw.text("web.yaml", WEB, o -> {})));
        });
    }

    @Test
    void should_lead_references_to_the_object_itself() {
        Synthesis made = run((shop, objects) -> {
            Deployment web = Deployment.from(objects, "web");
            Service service = Service.from(objects, "web");
            assertThat(web.selector()).isEqualTo(Map.of("app", "web"));
            assertThat(service.selector()).isEqualTo(Map.of("app", "web"));
            assertThat(service.labels()).isEqualTo(Map.of("app", "web"));
            assertThat(service.ports()).isEqualTo(Map.of(Port.http(80), 80, Port.tcp("raw", 9000), 9000));
            assertThat(web.resource()).isSameAs(objects.get(0)).isNotSameAs(web);
            assertThat(web).hasToString("Deployment web");
            assertThat(web.isExternal()).isFalse();
            shop.add(
                    HorizontalPodAutoscaler.of("web", web, h -> h.replicas(1, 3).cpuUtilization(70)));
            shop.add(Ingress.of("web", i -> i.host("example.com", h -> h.path("/", service, HTTP))));
            shop.add(Service.of("other", s -> s.selects(web).port(HTTP)));
            shop.add(ConfigMap.of("hosts", c -> c.label("port", "x").dependsOn(web, objects.get("Service", "web"))));
        });
        assertThat(made.findings()).isEmpty();
        assertThat(TestRun.manifest(made, "Ingress", "web")
                        .tree()
                        .at("/spec/rules/0/http/paths/0/backend/service")
                        .toString())
                .isEqualTo("{\"name\":\"web\",\"port\":{\"number\":80}}");
    }

    @Test
    void should_check_the_object_that_is_referred_to() {
        assertThat(run((shop, objects) -> {
                            shop.add(Ingress.of(
                                    "web",
                                    i -> i.host(
                                            "example.com",
                                            h -> h.path("/", Service.from(objects, "web"), Port.tcp("admin", 7)))));
                        })
                        .findings())
                .extracting(f -> f.code() + " " + f.message() + " " + f.hint())
                .contains("GTY-VAL-006 Service web has no port admin (7/TCP). Add it to the Service with port(port), or"
                        + " pass one of: http (80/TCP), raw (9000/TCP).");
        assertThat(TestRun.findings(app -> {
                    RawObjects objects = Raw.text("web.yaml", WEB, o -> {});
                    app.stack("shop")
                            .add(HorizontalPodAutoscaler.of(
                                    "web",
                                    Deployment.from(objects, "web"),
                                    h -> h.replicas(1, 3).cpuUtilization(70)));
                }))
                .extracting(Finding::code)
                .contains("GTY-PRG-003");
    }

    @Test
    void should_say_once_what_is_not_there() {
        List<Finding> findings = run((shop, objects) -> {
                    Service missing = Service.from(objects, "wbe");
                    assertThat(missing.selector()).isEmpty();
                    shop.add(missing);
                    shop.add(objects.get("Job", "web"));
                    shop.add(Ingress.of("web", i -> i.host("example.com", h -> h.path("/", missing, HTTP))));
                    shop.add(ConfigMap.of("x", c -> c.dependsOn(missing)));
                    Deployment nobody = Deployment.from(objects, "nobody");
                    shop.add(NetworkPolicy.of("nobody", nobody, n -> n.ingress(r -> r.port(HTTP))));
                    shop.add(NetworkPolicy.of(
                            "web",
                            Deployment.from(objects, "web"),
                            n -> n.ingress(r -> r.from(nobody).port(HTTP))));
                    shop.add(Service.of("nobody", s -> s.selects(nobody).port(HTTP, 80)));
                    shop.add(Service.of(
                            "all",
                            s -> s.selects(Deployment.from(objects, "web"), nobody)
                                    .port(HTTP, 80)));
                    shop.add(PodDisruptionBudget.of("nobody", nobody, p -> p.minAvailable(IntOrPercent.of(1))));
                    shop.add(ClusterRoleBinding.of(
                            "nobody",
                            ClusterRole.existing("view"),
                            b -> b.serviceAccount(ServiceAccount.from(objects, "nobody"))));
                    assertThat(Service.from(null, "web").name()).isEqualTo("web");
                    assertThat(Service.from(objects, null).name()).isEmpty();
                    assertThat(objects.get(null, null).name()).isEmpty();
                })
                .findings();
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        "GTY-RAW-013",
                        "GTY-RAW-013",
                        "GTY-RAW-013",
                        "GTY-RAW-013",
                        "GTY-VAL-001",
                        "GTY-VAL-001",
                        "GTY-VAL-001");
    }

    @Test
    void should_add_a_single_object_by_its_view() {
        Synthesis made = TestRun.of(app -> app.stack("shop", s -> s.namespace("shop"))
                .add(Deployment.from(Raw.text("web.yaml", WEB, o -> o.leaveOut("Service", "web")), "web")));
        assertThat(made.findings()).isEmpty();
        assertThat(made.manifests()).hasSize(1);
    }

    @Test
    void should_know_each_kind_that_others_refer_to() {
        String text = """
                {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: x}, spec: {selector: {matchLabels: {app: web}}}}
                ---
                {apiVersion: apps/v1, kind: DaemonSet, metadata: {name: x}, spec: {selector: {matchLabels: {app: web}}}}
                ---
                {apiVersion: batch/v1, kind: Job, metadata: {name: x}, spec: {template: {metadata: {labels: {app: web}}}}}
                ---
                {apiVersion: batch/v1, kind: CronJob, metadata: {name: x}, spec: {jobTemplate: {spec: {template: {metadata: {labels: {app: web}}}}}}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: x}}
                ---
                {apiVersion: v1, kind: Secret, metadata: {name: x}}
                ---
                {apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: x}}
                ---
                {apiVersion: v1, kind: ServiceAccount, metadata: {name: x}}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: x}}
                ---
                {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: x}}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: x}}
                ---
                {apiVersion: v1, kind: PersistentVolume, metadata: {name: x}}
                ---
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: x}}
                ---
                {apiVersion: storage.k8s.io/v1, kind: VolumeAttributesClass, metadata: {name: x}}
                ---
                {apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: x}}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: x}}
                """;
        RawObjects objects = Raw.text("all.yaml", text, o -> {});
        List<BiFunction<RawObjects, String, Resource>> views = List.of(
                StatefulSet::from,
                DaemonSet::from,
                Job::from,
                CronJob::from,
                ConfigMap::from,
                Secret::from,
                IngressClass::from,
                ServiceAccount::from,
                Role::from,
                ClusterRole::from,
                PersistentVolumeClaim::from,
                PersistentVolume::from,
                StorageClass::from,
                VolumeAttributesClass::from,
                PriorityClass::from,
                Namespace::from);
        assertThat(views).hasSameSizeAs(objects);
        for (int i = 0; i < views.size(); i++) {
            assertThat(views.get(i).apply(objects, "x").resource()).isSameAs(objects.get(i));
        }
        assertThat(StatefulSet.from(objects, "x").selector()).isEqualTo(Map.of("app", "web"));
        assertThat(DaemonSet.from(objects, "x").selector()).isEqualTo(Map.of("app", "web"));
        assertThat(Job.from(objects, "x").selector()).isEqualTo(Map.of("app", "web"));
        assertThat(CronJob.from(objects, "x").selector()).isEqualTo(Map.of("app", "web"));
    }
}
