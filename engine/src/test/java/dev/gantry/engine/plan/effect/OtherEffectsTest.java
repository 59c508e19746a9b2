package dev.gantry.engine.plan.effect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtherEffectsTest {

    private static String rules(String before, String after) {
        return EffectsOf.spec(
                "monitoring.coreos.com/v1",
                "PrometheusRule",
                "{groups: [{name: web, rules: [" + before + "]}]}",
                "{groups: [{name: web, rules: [" + after + "]}]}");
    }

    @Test
    void should_say_which_alerts_come_and_go() {
        assertThat(rules(
                        "{alert: Down, expr: a}, {record: x, expr: b}", "{alert: Slow, expr: a}, {record: y, expr: b}"))
                .isEqualTo("""
                        alert Slow is added
                        alert Down is removed
                        recording rule y is added
                        recording rule x is removed""");
        assertThat(rules("{alert: Down, expr: a, for: 1m}", "{alert: Down, expr: b, labels: {severity: page}}"))
                .isEqualTo("alert Down changes (expr, for, labels)");
        assertThat(rules("{alert: Down, expr: a}, {alert: Down, expr: b}", "{alert: Down, expr: a}"))
                .isEqualTo("alert Down changes (1 rule instead of 2)");
    }

    @Test
    void should_not_take_a_move_to_another_group_for_a_change_of_alerts() {
        assertThat(EffectsOf.spec(
                        "monitoring.coreos.com/v1",
                        "PrometheusRule",
                        "{groups: [{name: a, rules: [{alert: Down}]}]}",
                        "{groups: [{name: b, interval: 1m, rules: [{alert: Down}]}]}"))
                .isEmpty();
    }

    private static String autoscaler(String before, String after) {
        return EffectsOf.update("autoscaling/v2", "HorizontalPodAutoscaler", before, after);
    }

    @Test
    void should_say_between_how_many_pods_an_autoscaler_chooses() {
        assertThat(autoscaler(
                        "spec: {minReplicas: 2, maxReplicas: 5}\nstatus: {currentReplicas: 2}",
                        "spec: {minReplicas: 4, maxReplicas: 10}"))
                .isEqualTo("""
                        keeps 4 to 10 pods instead of 2 to 5
                        2 more pods start""");
        assertThat(autoscaler("spec: {maxReplicas: 5}\nstatus: {currentReplicas: 5}", "spec: {maxReplicas: 4}"))
                .isEqualTo("""
                        keeps 1 to 4 pods instead of 1 to 5
                        1 pod stops""");
        assertThat(autoscaler("spec: {maxReplicas: 5}\nstatus: {currentReplicas: 3}", "spec: {maxReplicas: 4}"))
                .isEqualTo("keeps 1 to 4 pods instead of 1 to 5");
    }

    @Test
    void should_say_by_what_an_autoscaler_scales() {
        String cpu = "{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: %d}}}";
        String requests = "{type: Pods, pods: {metric: {name: rps}, target: {type: AverageValue, averageValue: '%s'}}}";
        assertThat(autoscaler(
                        "spec: {metrics: [" + cpu.formatted(70) + "]}",
                        "spec: {metrics: [" + cpu.formatted(80) + ", " + requests.formatted("100") + "]}"))
                .isEqualTo("""
                        scales to a target of 80 % for cpu instead of 70 %
                        scales by rps too, with a target of 100""");
        assertThat(autoscaler("spec: {metrics: [" + cpu.formatted(70) + "]}", "spec: {}"))
                .isEqualTo("scales no more by cpu");
        assertThat(autoscaler(
                        "spec: {scaleTargetRef: {kind: Deployment, name: a}}",
                        "spec: {scaleTargetRef: {kind: Deployment, name: b}}"))
                .isEqualTo("scales Deployment b instead of Deployment a");
    }

    @Test
    void should_follow_budgets_and_vertical_autoscalers() {
        assertThat(EffectsOf.spec(
                        "policy/v1", "PodDisruptionBudget", "{minAvailable: 2}", "{maxUnavailable: 1, selector: {}}"))
                .startsWith(
                        "lets a node be drained while at most 1 of its pods are missing, instead of at least 2 of its"
                                + " pods are there");
        assertThat(EffectsOf.spec(
                        "autoscaling.k8s.io/v1",
                        "VerticalPodAutoscaler",
                        "{updatePolicy: {updateMode: Off}}",
                        "{updatePolicy: {updateMode: Recreate}}"))
                .isEqualTo("may restart pods to give them other resources (Recreate)");
    }

    private static String role(String before, String after) {
        return EffectsOf.update(
                "rbac.authorization.k8s.io/v1", "Role", "rules: [" + before + "]", "rules: [" + after + "]");
    }

    @Test
    void should_say_what_a_role_allows_more_and_less() {
        assertThat(
                        role(
                                "{apiGroups: [''], resources: [pods, secrets], verbs: [get, list]}",
                                "{apiGroups: [''], resources: [pods], verbs: [get, list, delete]},"
                                        + " {apiGroups: [apps], resources: [deployments], resourceNames: [web], verbs: [patch]}"))
                .isEqualTo("""
                        allows from now on: delete on pods; patch on deployments.apps web
                        allows no more: get and list on secrets""");
        assertThat(role(
                        "{apiGroups: [''], resources: [pods], verbs: [get]}",
                        "{apiGroups: ['*'], resources: ['*'], verbs: ['*']}"))
                .isEqualTo("allows from now on: everything on everything");
        assertThat(role(
                        "{apiGroups: [''], resources: ['*'], verbs: ['*']}",
                        "{apiGroups: [''], resources: [pods], verbs: [get]}"))
                .isEqualTo("allows no more: everything on everything");
        assertThat(role("{nonResourceURLs: [/metrics], verbs: [get]}", ""))
                .isEqualTo("allows no more: get on /metrics");
        assertThat(
                        role(
                                "{apiGroups: [''], resources: [pods, nodes], verbs: [get]}",
                                "{apiGroups: [''], resources: [pods], verbs: [get]}, {apiGroups: [''], resources: [nodes], verbs: [get]}"))
                .isEmpty();
        assertThat(role(
                        "{apiGroups: [''], resources: [secrets], resourceNames: [db], verbs: [get]}",
                        "{apiGroups: [''], resources: [secrets], verbs: [get]}"))
                .isEqualTo("allows from now on: get on secrets");
    }

    @Test
    void should_say_who_gets_a_role() {
        String binding = "roleRef: {kind: ClusterRole, name: view}\nsubjects: [%s]\n";
        assertThat(EffectsOf.update(
                        "rbac.authorization.k8s.io/v1",
                        "RoleBinding",
                        binding.formatted("{kind: User, name: jane}, {kind: Group, name: ops}"),
                        binding.formatted(
                                "{kind: ServiceAccount, namespace: shop, name: web}, {kind: Group, name: ops}")))
                .isEqualTo("""
                        gives ClusterRole view to ServiceAccount shop/web
                        takes ClusterRole view from User jane""");
    }

    private static String version(String name, boolean served, boolean storage, String schema) {
        return "{name: " + name + ", served: " + served + ", storage: " + storage + ", schema: {a: " + schema + "}}";
    }

    @Test
    void should_say_which_versions_of_a_kind_there_are() {
        String old = "{versions: [" + version("v1beta1", true, true, "x") + "]}";
        String next =
                "{versions: [" + version("v1beta1", false, false, "x") + ", " + version("v1", true, true, "x") + "]}";
        assertThat(EffectsOf.spec("apiextensions.k8s.io/v1", "CustomResourceDefinition", old, next))
                .isEqualTo("""
                the version v1 is served from now on
                the version v1beta1 is served no more: objects in it are refused
                objects are stored as v1 instead of v1beta1 when they are written next""");
        assertThat(EffectsOf.spec(
                        "apiextensions.k8s.io/v1",
                        "CustomResourceDefinition",
                        old,
                        "{versions: [" + version("v1beta1", true, true, "y") + "]}"))
                .isEqualTo("the schema of v1beta1 changes: what it does not allow is refused from now on");
    }

    @Test
    void should_say_that_a_claim_grows() {
        assertThat(EffectsOf.spec(
                        "v1",
                        "PersistentVolumeClaim",
                        "{resources: {requests: {storage: 1Gi}}}",
                        "{resources: {requests: {storage: 2Gi}}}"))
                .isEqualTo("grows from 1Gi to 2Gi, and cannot shrink again");
    }

    @Test
    void should_say_what_labels_of_a_namespace_mean() {
        String labels = "metadata: {name: shop, labels: {%s}}";
        assertThat(EffectsOf.update(
                        "v1",
                        "Namespace",
                        labels.formatted(""),
                        labels.formatted("pod-security.kubernetes.io/enforce: restricted, istio-injection: enabled")))
                .isEqualTo("""
                        new pods are held to the Pod Security Standard restricted instead of that of the cluster
                        pods that start from now on get a proxy of the mesh (istio-injection=enabled)""");
        assertThat(EffectsOf.update(
                        "v1", "Namespace", labels.formatted("istio-injection: enabled"), labels.formatted("team: a")))
                .isEqualTo("pods that start from now on get no proxy of the mesh by istio-injection");
    }

    @Test
    void should_say_what_argo_cd_deploys() {
        assertThat(EffectsOf.spec(
                        "argoproj.io/v1alpha1",
                        "Application",
                        "{source: {repoURL: https://git.example/shop, path: prod, targetRevision: v1},"
                                + " destination: {name: prod, namespace: shop}}",
                        "{source: {repoURL: https://git.example/shop, path: prod, targetRevision: v2},"
                                + " destination: {server: https://k.example}, syncPolicy: {automated: {prune: true}}}"))
                .isEqualTo("""
                        Argo CD deploys https://git.example/shop/prod at v2 instead of https://git.example/shop/prod at v1
                        Argo CD deploys to https://k.example, namespace of each object instead of prod, namespace shop
                        Argo CD syncs by itself from now on
                        Argo CD deletes by itself what its source no longer has""");
        assertThat(EffectsOf.spec(
                        "argoproj.io/v1alpha1",
                        "Application",
                        "{syncPolicy: {automated: {}}, source: {chart: web}}",
                        "{syncPolicy: {automated: {enabled: false}}, source: {chart: web, targetRevision: 1.0.0}}"))
                .isEqualTo("""
                        Argo CD deploys web at 1.0.0 instead of web at HEAD
                        Argo CD syncs only when it is told to""");
    }

    @Test
    void should_say_nothing_of_kinds_that_nothing_is_known_of() {
        assertThat(EffectsOf.spec("acme.example/v1", "Service", "{selector: {a: b}}", "{selector: {a: c}}"))
                .isEmpty();
        assertThat(EffectsOf.removal("acme.example/v1", "Widget", "spec: {}")).isEmpty();
    }
}
