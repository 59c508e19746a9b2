package dev.gantry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ApiTableTest {

    /** What Kubernetes has no more, so that no role need name it; manifests of old may still have it. */
    private static final Map<String, Set<String>> GONE = Map.of(
            "policy",
            Set.of("PodSecurityPolicy"),
            "extensions",
            Set.of("PodSecurityPolicy", "NetworkPolicy", "ReplicaSet", "Deployment", "DaemonSet", "Ingress"));

    @Test
    void should_have_the_plurals_and_scopes_that_the_model_has() {
        int compared = 0;
        for (Class<? extends HasMetadata> kind : model()) {
            String group = HasMetadata.getGroup(kind) == null ? "" : HasMetadata.getGroup(kind);
            String name = HasMetadata.getKind(kind);
            String plural = ApiTable.plural(group, name);
            if (plural != null) {
                compared++;
                assertThat(plural).as(group + " " + name).isEqualTo(HasMetadata.getPlural(kind));
                assertThat(ApiTable.isClusterScoped(group, plural))
                        .as(group + " " + name)
                        .isEqualTo(!Namespaced.class.isAssignableFrom(kind));
            }
        }
        assertThat(compared).isGreaterThan(70);
        assertThat(ApiTable.plural("example.com", "Deployment")).isNull();
    }

    @Test
    void should_have_the_kinds_whose_place_is_known() {
        ApiTable.kinds().forEach((group, kinds) -> {
            Set<String> placed = new TreeSet<>(KindTable.kinds(group));
            placed.removeAll(GONE.getOrDefault(group, Set.of()));
            assertThat(kinds).as(group).isEqualTo(placed);
        });
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
        assertThat(ApiTable.isClusterScoped("authentication.k8s.io", "tokenreviews"))
                .isTrue();
        assertThat(ApiTable.isClusterScoped("", "pods")).isFalse();
        assertThat(ApiTable.isClusterScoped("", "users")).isFalse();
        assertThat(ApiTable.isClusterScoped("example.com", "nodes")).isFalse();
    }

    private static List<Class<? extends HasMetadata>> model() {
        List<Class<? extends HasMetadata>> model = new ArrayList<>();
        for (ServiceLoader.Provider<KubernetesResource> each :
                ServiceLoader.load(KubernetesResource.class).stream().toList()) {
            if (HasMetadata.class.isAssignableFrom(each.type())) {
                model.add(each.type().asSubclass(HasMetadata.class));
            }
        }
        return model;
    }
}
