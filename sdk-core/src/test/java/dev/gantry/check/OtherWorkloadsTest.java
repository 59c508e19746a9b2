package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.gantry.AnyKind;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.extension.Kind;
import dev.gantry.network.Service;
import dev.gantry.workload.Cron;
import dev.gantry.workload.CronJob;
import dev.gantry.workload.DaemonSet;
import dev.gantry.workload.Job;
import dev.gantry.workload.Pod;
import dev.gantry.workload.RestartPolicy;
import dev.gantry.workload.StatefulSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** What is no Deployment is looked at all the same, and so are kinds that Gantry has no builder for. */
class OtherWorkloadsTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Test
    void should_find_the_pod_of_a_cron_job() {
        assertThat(findings(app -> app.stack("shop").add(raw("batch/v1", "CronJob", "report", """
                                spec:
                                  schedule: "0 4 * * *"
                                  jobTemplate:
                                    spec:
                                      template:
                                        spec:
                                          restartPolicy: Never
                                          containers:
                                          - name: report
                                            livenessProbe: {tcpSocket: {port: alive}}
                                """))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-WRK-001"
                        + " spec.jobTemplate.spec.template.spec.containers[0].livenessProbe.tcpSocket.port");
    }

    @Test
    void should_ask_every_kind_that_has_one_for_a_selector() {
        Image image = Image.of("example.com/web:7");
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(StatefulSet.of("db", s -> s.container("main", image, c -> {})));
                    shop.add(DaemonSet.of("agent", d -> d.container("main", image, c -> {})));
                    shop.add(Job.of("migrate", RestartPolicy.NEVER, j -> j.container("main", image, c -> {})));
                    shop.add(CronJob.of(
                            "report", Cron.hourly(), RestartPolicy.NEVER, c -> c.container("main", image, o -> {})));
                    shop.add(Pod.of("debug", p -> p.container("main", image, c -> {})));
                }))
                .extracting(f -> f.code() + " " + f.resource())
                .containsExactly("GTY-WRK-005 StatefulSet db", "GTY-WRK-005 DaemonSet agent");
    }

    @Test
    void should_reject_labels_that_the_selector_of_a_stateful_set_does_not_mean() {
        assertThat(findings(app -> app.stack("shop")
                        .add(StatefulSet.of(
                                "db",
                                s -> s.selector("app", "db")
                                        .podLabel("app", "shop")
                                        .container("main", Image.of("example.com/db:7"), c -> {})))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly(
                        "GTY-WRK-005 spec.selector.matchLabels.app The selector wants app=db, but the pods have"
                                + " app=shop.");
    }

    @Test
    void should_count_the_claims_of_a_stateful_set_as_volumes() {
        assertThat(findings(app -> app.stack("shop").add(raw("apps/v1", "StatefulSet", "database", """
                                spec:
                                  selector: {matchLabels: {app: database}}
                                  template:
                                    metadata: {labels: {app: database}}
                                    spec:
                                      containers:
                                      - name: database
                                        volumeMounts:
                                        - {name: data, mountPath: /data}
                                        - {name: dump, mountPath: /dump}
                                  volumeClaimTemplates:
                                  - metadata: {name: data}
                                """))))
                .extracting(f -> f.code() + " " + f.message())
                .containsExactly("GTY-WRK-008 The pod has no volume \"dump\".");
    }

    @Test
    void should_know_what_a_daemon_set_does_without_limits_of_its_own() {
        String set = """
                spec:
                  selector: {matchLabels: {app: agent}}
                  updateStrategy: {rollingUpdate: {maxUnavailable: %s}}
                  template:
                    metadata: {labels: {app: agent}}
                    spec: {containers: [{name: agent}]}
                """;

        assertThat(findings(app -> app.stack("ops").add(raw("apps/v1", "DaemonSet", "agent", set.formatted("0%")))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-WRK-011 spec.updateStrategy.rollingUpdate");
        assertThat(findings(app -> app.stack("ops").add(raw("apps/v1", "DaemonSet", "agent", set.formatted("1")))))
                .isEmpty();
    }

    @Test
    void should_find_the_pods_of_a_custom_resource_and_of_a_bare_pod() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(raw("argoproj.io/v1alpha1", "Rollout", "web", """
                            spec:
                              template:
                                metadata: {labels: {app: web}}
                                spec: {containers: [{name: web, ports: [{name: http, containerPort: 8080}]}]}
                            """));
                    shop.add(raw("v1", "Pod", "debug", """
                            metadata: {labels: {app: debug}}
                            spec:
                              containers: [{name: shell}]
                              initContainers:
                              - {name: proxy, restartPolicy: Always, ports: [{name: http, containerPort: 8080}]}
                            """));
                    shop.add(Service.of("web", s -> s.selector("app", "web").port(Port.http(8080))));
                    shop.add(Service.of("debug", s -> s.selector("app", "debug").port(Port.http(8080))));
                }))
                .isEmpty();
    }

    @Test
    void should_accept_a_service_whose_addresses_the_program_states() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(Service.of("old", s -> s.port(Port.http(8080))));
                    shop.add(Service.of("new", s -> s.port(Port.http(8080))));
                    shop.add(raw("v1", "Endpoints", "old", "subsets: []"));
                    shop.add(raw(
                            "discovery.k8s.io/v1",
                            "EndpointSlice",
                            "new-1",
                            "metadata: {labels: {kubernetes.io/service-name: new}}"));
                }))
                .isEmpty();
    }

    @Test
    void should_leave_kinds_of_other_groups_alone() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(raw("serving.knative.dev/v1", "Service", "web", "spec: {traffic: []}"));
                    shop.add(raw("example.com/v1", "Secret", "web", "data: {password: x}"));
                }))
                .isEmpty();
    }

    @Test
    void should_bear_trees_that_make_no_sense() {
        for (String kind : new String[] {
            "v1 Service",
            "apps/v1 Deployment",
            "v1 ConfigMap",
            "v1 Secret",
            "autoscaling/v2 HorizontalPodAutoscaler",
            "batch/v1 CronJob",
            "batch/v1 Job",
            "apps/v1 StatefulSet",
            "policy/v1 PodDisruptionBudget",
            "v1 Pod"
        }) {
            for (String tree : new String[] {
                "spec: 7",
                "spec: []",
                "data: [1]",
                "metadata: {annotations: 3, name: x}",
                "spec: {ports: 3, selector: x}",
                "spec: {template: {spec: {containers: [1, {env: 3, ports: [x]}], volumes: {a: b}}, metadata: {labels: [1]}}}",
                "spec: {metrics: [1, {type: Resource}], maxReplicas: x, scaleTargetRef: 3}",
                "spec: {selector: {matchLabels: [x], matchExpressions: [1]}, strategy: {rollingUpdate: 1}}",
                "spec: {selector: {matchLabels: {a: b}}, minAvailable: x%, maxUnavailable: [], serviceName: 3}",
                "spec: {completionMode: Indexed, completions: x, podFailurePolicy: {rules: [1]}, maxFailedIndexes: {}}"
            }) {
                String[] parts = kind.split(" ", -1);
                assertThat(findings(app -> app.stack("shop").add(raw(parts[0], parts[1], "x", tree))))
                        .extracting(f -> f.code())
                        .doesNotContain("GTY-PRG-008");
            }
        }
    }

    private static AnyKind raw(String apiVersion, String kind, String name, String yaml) {
        return AnyKind.of(Kind.namespaced(apiVersion, kind), name, tree -> {
            ObjectNode more;
            try {
                more = (ObjectNode) YAML.readTree(yaml);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (more.has("metadata")) {
                ((ObjectNode) tree.get("metadata")).setAll((ObjectNode) more.remove("metadata"));
            }
            tree.setAll(more);
        });
    }
}
