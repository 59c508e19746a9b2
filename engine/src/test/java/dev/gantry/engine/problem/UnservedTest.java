package dev.gantry.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Discovery;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnservedTest {

    private static final ApiResource INGRESS =
            new ApiResource("networking.k8s.io/v1", "Ingress", "ingresses", true, Set.of("list"));

    /** Serves Ingresses, and HorizontalPodAutoscalers in two versions. */
    private static final Discovery DISCOVERY = new Discovery() {
        @Override
        public Optional<ApiResource> resource(String apiVersion, String kind) {
            return Optional.empty();
        }

        @Override
        public Optional<ApiResource> preferred(String group, String kind) {
            return Optional.empty();
        }

        @Override
        public List<String> versions(String group, String kind) {
            return group.equals("autoscaling") ? List.of("autoscaling/v2", "autoscaling/v1") : List.of();
        }

        @Override
        public List<ApiResource> all() {
            return List.of(INGRESS);
        }

        @Override
        public Set<String> unavailableGroups() {
            return Set.of("metrics.k8s.io");
        }
    };

    @Test
    void should_name_the_versions_that_are_served() {
        Finding finding =
                Unserved.finding(Objects.minimal("autoscaling/v2beta2", "HorizontalPodAutoscaler", "a"), DISCOVERY);

        assertThat(finding.message())
                .isEqualTo("The cluster does not serve HorizontalPodAutoscaler of autoscaling/v2beta2.");
        assertThat(finding.hint()).isEqualTo("It serves autoscaling/v2, autoscaling/v1: use autoscaling/v2.");
        assertThat(finding.field()).isEqualTo("apiVersion");
        assertThat(finding.origin()).isEqualTo(Objects.LINE);
    }

    @Test
    void should_know_that_a_kind_has_moved_to_another_group() {
        assertThat(hint("extensions/v1beta1", "Ingress")).isEqualTo("It serves Ingress of networking.k8s.io/v1.");
    }

    @Test
    void should_say_what_may_be_missing() {
        assertThat(hint("example.com/v1", "Foo")).startsWith("Install its CustomResourceDefinition");
        assertThat(hint("metrics.k8s.io/v1", "PodMetrics")).contains("does not answer");
        assertThat(hint("batch/v3", "Job")).contains("version of Kubernetes");
    }

    private static String hint(String apiVersion, String kind) {
        return Unserved.finding(Objects.minimal(apiVersion, kind, "a"), DISCOVERY)
                .hint();
    }
}
