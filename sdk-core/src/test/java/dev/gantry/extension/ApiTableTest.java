package dev.gantry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiTableTest {

    @Test
    void should_have_the_plurals_that_the_model_has() {
        for (Class<? extends HasMetadata> kind : List.of(
                Pod.class,
                StatefulSet.class,
                HorizontalPodAutoscaler.class,
                Ingress.class,
                NetworkPolicy.class,
                PodDisruptionBudget.class,
                ClusterRoleBinding.class,
                StorageClass.class)) {
            String group = HasMetadata.getGroup(kind);
            assertThat(ApiTable.plural(group == null ? "" : group, HasMetadata.getKind(kind)))
                    .isEqualTo(HasMetadata.getPlural(kind));
        }
        assertThat(ApiTable.plural("example.com", "Deployment")).isNull();
    }

    @Test
    void should_know_resources_and_subresources() {
        assertThat(List.of("pods", "pods/log", "pods/status", "pods/finalizers", "namespaces/finalize", "users"))
                .allMatch(resource -> ApiTable.has("", resource));
        assertThat(List.of("pod", "deployments", "pods/logs", "configmaps/scale", ""))
                .noneMatch(resource -> ApiTable.has("", resource));
        assertThat(ApiTable.has("authentication.k8s.io", "userextras/scopes")).isTrue();
        assertThat(ApiTable.groupsOf("events")).containsExactly("", "events.k8s.io");
        assertThat(ApiTable.hasGroup("example.com")).isFalse();
    }

    @Test
    void should_know_what_lives_in_no_namespace() {
        assertThat(ApiTable.isClusterScoped("", "nodes/proxy")).isTrue();
        assertThat(ApiTable.isClusterScoped("storage.k8s.io", "storageclasses")).isTrue();
        assertThat(ApiTable.isClusterScoped("", "pods")).isFalse();
        assertThat(ApiTable.isClusterScoped("", "users")).isFalse();
        assertThat(ApiTable.isClusterScoped("example.com", "nodes")).isFalse();
    }
}
