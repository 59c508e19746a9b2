package dev.gantry.engine.plan.effect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.status.Live;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigurationEffectsTest {

    private static DesiredObject workload(String apiVersion, String kind, String name, String pod) {
        String template =
                kind.equals("CronJob") ? "jobTemplate: {spec: {template: {spec: %s}}}" : "template: {spec: %s}";
        ObjectNode tree = Live.object(apiVersion, kind, "spec: {" + template.formatted(pod) + "}");
        ResourceId id = new ResourceId(apiVersion, kind, "shop", name);
        return new DesiredObject(new IndexEntry(id, 42, "shop", "f", 0, "d", null, List.of(), List.of()), tree);
    }

    private static final List<DesiredObject> WORKLOADS = List.of(
            workload("apps/v1", "Deployment", "variable", """
                    {containers: [{name: a, env: [{name: A, valueFrom: {configMapKeyRef: {name: web, key: a}}},
                                                  {name: B, valueFrom: {secretKeyRef: {name: web, key: a}}}]}]}"""),
            workload("apps/v1", "StatefulSet", "all", """
                    {initContainers: [{name: a, envFrom: [{configMapRef: {name: web}}, {secretRef: {name: web}}]}],
                     volumes: [{name: x, configMap: {name: web}}]}"""),
            workload("apps/v1", "DaemonSet", "file", """
                    {containers: [{name: a, volumeMounts: [{name: x, mountPath: /a}]}],
                     volumes: [{name: x, projected: {sources: [{configMap: {name: web}}]}}, {name: y, secret: {secretName: web}}]}"""),
            workload("apps/v1", "Deployment", "part", """
                    {containers: [{name: a, volumeMounts: [{name: x, mountPath: /a, subPath: a}]}],
                     volumes: [{name: x, configMap: {name: web}}]}"""),
            workload(
                    "batch/v1",
                    "CronJob",
                    "nightly",
                    "{containers: [{name: a, envFrom: [{configMapRef: {name: web}}]}]}"),
            workload(
                    "apps/v1",
                    "Deployment",
                    "other",
                    "{containers: [{name: a, envFrom: [{configMapRef: {name: other}}]}]}"));

    private static String update(String kind, String before, String after, String... restarting) {
        Set<String> names = Set.of(restarting);
        return EffectsOf.lines(Effects.among(WORKLOADS, id -> names.contains(id.name()))
                .ofUpdate(Live.object("v1", kind, before), Live.object("v1", kind, after)));
    }

    @Test
    void should_say_whose_pods_keep_the_old_values_of_a_config_map() {
        assertThat(update("ConfigMap", "data: {a: b}", "data: {a: c}")).isEqualTo("""
                the pods of Deployment shop/variable, StatefulSet shop/all and Deployment shop/part do not restart by themselves, and keep the old values until they do
                the pods of DaemonSet shop/file see the new files within about a minute""");
    }

    @Test
    void should_say_nothing_of_pods_that_restart_anyway() {
        assertThat(update("ConfigMap", "data: {a: b}", "data: {a: c}", "variable", "all", "part", "file"))
                .isEmpty();
    }

    @Test
    void should_say_nothing_where_only_labels_change() {
        assertThat(update(
                        "ConfigMap",
                        "data: {a: b}",
                        "metadata: {name: web, namespace: shop, labels: {a: b}}\ndata: {a: b}"))
                .isEmpty();
    }

    @Test
    void should_say_that_a_secret_is_rotated_without_its_value() {
        assertThat(update(
                        "Secret",
                        "data: {password: b2xk, user: YQ==}",
                        "data: {password: bmV3, user: Yg==, more: YQ==}"))
                .isEqualTo("""
                        the values of password and user are replaced
                        the pods of Deployment shop/variable and StatefulSet shop/all do not restart by themselves, and keep the old values until they do
                        the pods of DaemonSet shop/file see the new files within about a minute""");
    }

    @Test
    void should_say_that_it_cannot_be_changed_any_more() {
        assertThat(update("ConfigMap", "data: {a: b}", "data: {a: b}\nimmutable: true"))
                .isEqualTo("cannot be changed any more, only deleted and made anew");
    }

    @Test
    void should_say_who_cannot_do_without_it() {
        assertThat(EffectsOf.lines(
                        Effects.among(WORKLOADS, id -> false).ofRemoval(Live.object("v1", "Secret", "type: Opaque"))))
                .isEqualTo(
                        "new pods of Deployment shop/variable, StatefulSet shop/all and DaemonSet shop/file cannot start"
                                + " without it");
        assertThat(EffectsOf.removal("v1", "ConfigMap", "data: {}")).isEmpty();
    }
}
