package dev.gantry.engine.plan.effect;

import static dev.gantry.engine.plan.effect.EffectsOf.removal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.status.Live;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemovalEffectsTest {

    @Test
    void should_say_how_many_pods_stop() {
        assertThat(removal("apps/v1", "Deployment", "spec: {replicas: 3}")).isEqualTo("3 pods stop");
        assertThat(removal("apps/v1", "Deployment", "spec: {replicas: 3}\nstatus: {replicas: 5}"))
                .isEqualTo("5 pods stop");
        assertThat(removal("apps/v1", "Deployment", "spec: {replicas: 0}")).isEmpty();
        assertThat(removal("apps/v1", "DaemonSet", "status: {desiredNumberScheduled: 2}"))
                .isEqualTo("2 pods stop");
        assertThat(removal("apps/v1", "DaemonSet", "spec: {}")).isEqualTo("its pods stop on all nodes");
        assertThat(removal("batch/v1", "Job", "status: {active: 1}")).isEqualTo("1 pod stops");
        assertThat(removal("batch/v1", "Job", "status: {succeeded: 1}")).isEmpty();
        assertThat(removal("v1", "Pod", "spec: {}")).isEqualTo("1 pod stops");
    }

    @Test
    void should_say_what_becomes_of_the_volumes_of_a_stateful_set() {
        assertThat(removal("apps/v1", "StatefulSet", "spec: {replicas: 3, volumeClaimTemplates: [{}]}"))
                .isEqualTo("""
                3 pods stop
                the volumes of its pods stay""");
        assertThat(
                        removal(
                                "apps/v1",
                                "StatefulSet",
                                "spec: {replicas: 1, volumeClaimTemplates: [{}], persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}}"))
                .isEqualTo("""
                        1 pod stops
                        the volumes of its pods are deleted with it""");
    }

    @Test
    void should_say_what_is_lost() {
        assertThat(removal("v1", "PersistentVolumeClaim", "spec: {}"))
                .isEqualTo("its data is lost, unless the volume is kept by its reclaim policy");
        assertThat(removal("v1", "Namespace", "spec: {}"))
                .isEqualTo("everything in it is deleted, what others made there too");
        assertThat(removal("apiextensions.k8s.io/v1", "CustomResourceDefinition", "spec: {names: {kind: Widget}}"))
                .isEqualTo("every Widget of the cluster is deleted with it");
        assertThat(removal("v1", "Service", "spec: {type: LoadBalancer}")).isEqualTo("""
                nothing answers any more as web.shop
                its external address is given up, and may not come back""");
        assertThat(removal("networking.k8s.io/v1", "Ingress", "spec: {rules: [{host: a.example}, {host: b.example}]}"))
                .isEqualTo("nothing answers any more for a.example and b.example");
        assertThat(removal("v1", "ServiceAccount", "a: b"))
                .isEqualTo("pods that run as it cannot start any more, and its tokens are void");
        assertThat(removal(
                        "autoscaling/v2",
                        "HorizontalPodAutoscaler",
                        "spec: {scaleTargetRef: {kind: Deployment, name: web}}"))
                .isEqualTo("nothing scales Deployment web any more; its pods stay as many as they are");
        assertThat(removal("policy/v1", "PodDisruptionBudget", "spec: {selector: {matchLabels: {app: web}}}"))
                .isEqualTo("all pods with app=web may be evicted at once when nodes are drained");
        assertThat(removal("networking.k8s.io/v1", "NetworkPolicy", "spec: {}"))
                .isEqualTo("what it forbade is allowed, unless another policy selects the same pods");
        assertThat(removal(
                        "rbac.authorization.k8s.io/v1",
                        "RoleBinding",
                        "roleRef: {kind: Role, name: edit}\nsubjects: [{kind: User, name: jane}]"))
                .isEqualTo("takes Role edit from User jane");
        assertThat(removal("batch/v1", "CronJob", "spec: {schedule: '0 3 * * *'}"))
                .isEqualTo("runs no more (it did at \"0 3 * * *\")");
    }

    @Test
    void should_say_which_alerts_and_routes_are_no_more() {
        assertThat(removal(
                        "monitoring.coreos.com/v1",
                        "PrometheusRule",
                        "spec: {groups: [{rules: [{alert: Down}, {alert: Slow}, {record: x}]}]}"))
                .isEqualTo("""
                        alerts Down and Slow are removed
                        x is no longer recorded""");
        assertThat(removal("monitoring.coreos.com/v1", "ServiceMonitor", "spec: {}"))
                .isEqualTo("Prometheus scrapes no more what it selected");
        assertThat(removal("networking.istio.io/v1", "VirtualService", "spec: {hosts: [web]}"))
                .isEqualTo("traffic to web is no longer routed by it");
        assertThat(removal("networking.istio.io/v1", "DestinationRule", "spec: {subsets: [{name: a}, {name: b}]}"))
                .isEqualTo("routes to the subsets a and b fail");
        assertThat(removal("networking.istio.io/v1", "DestinationRule", "spec: {}"))
                .isEmpty();
    }

    @Test
    void should_say_what_argo_cd_does_when_an_application_is_deleted() {
        assertThat(removal("argoproj.io/v1alpha1", "Application", "spec: {}"))
                .isEqualTo("what Argo CD deployed for it stays, and is no longer kept in sync");
        assertThat(removal(
                        "argoproj.io/v1alpha1",
                        "Application",
                        "metadata: {name: a, finalizers: [resources-finalizer.argocd.argoproj.io/background]}"))
                .isEqualTo("Argo CD deletes everything that it deployed for it");
    }

    private static String recreation(String apiVersion, String kind, String live, String desired) {
        return EffectsOf.lines(Effects.among(List.of(), id -> false)
                .ofRecreation(Live.object(apiVersion, kind, live), Live.object(apiVersion, kind, desired)));
    }

    @Test
    void should_say_what_it_means_to_be_made_anew() {
        assertThat(recreation("batch/v1", "Job", "spec: {}", "spec: {}")).isEqualTo("it runs again from the beginning");
        assertThat(recreation("apps/v1", "Deployment", "spec: {replicas: 6}", "spec: {replicas: 2}"))
                .isEqualTo("all 6 pods stop, and then 2 pods start: nothing answers in between");
        assertThat(recreation("apps/v1", "StatefulSet", "spec: {}", "spec: {}"))
                .isEqualTo("its pod stops, and then 1 pod starts: nothing answers in between");
        assertThat(recreation("apps/v1", "Deployment", "spec: {replicas: 0}", "spec: {replicas: 2}"))
                .isEqualTo("no pod runs now; 2 pods start then");
        assertThat(recreation("apps/v1", "DaemonSet", "spec: {}", "spec: {}"))
                .isEqualTo("all of its pods stop, and then start anew");
        assertThat(recreation("v1", "Pod", "spec: {}", "spec: {}")).isEqualTo("it stops, and then starts anew");
        assertThat(recreation("v1", "Service", "spec: {}", "spec: {}"))
                .isEqualTo("nothing answers for it in between, and its addresses may be others then");
        assertThat(recreation("v1", "ConfigMap", "a: b", "a: b"))
                .isEqualTo("pods that start in between have to wait for it");
        assertThat(recreation("rbac.authorization.k8s.io/v1", "RoleBinding", "a: b", "a: b"))
                .isEqualTo("what it grants is refused in between");
        assertThat(recreation("storage.k8s.io/v1", "StorageClass", "a: b", "a: b"))
                .isEqualTo("it is not there for a moment");
    }
}
