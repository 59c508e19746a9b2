package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.access.ApiResource;
import dev.gantry.access.ClusterRole;
import dev.gantry.access.ClusterRoleBinding;
import dev.gantry.access.Role;
import dev.gantry.access.RoleBinding;
import dev.gantry.access.Verb;
import dev.gantry.access.Verbs;
import dev.gantry.autoscaling.EvictionChangeRequirement;
import dev.gantry.autoscaling.VerticalPodAutoscaler;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Resource;
import dev.gantry.workload.Deployment;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is wrong with roles, bindings and vertical autoscalers is kept, and never thrown. */
class AccessFlawTest {

    private static final String NULL = "GTY-VAL-001 A value is needed here, but null was given.";

    @Test
    void should_find_null_in_what_a_role_allows() {
        assertThat(role(r -> r.allow((Verbs) null, ApiResource.PODS))).containsExactly("rules " + NULL);
        assertThat(role(r -> r.allow(Verbs.READ, (ApiResource[]) null))).containsExactly("rules " + NULL);
        assertThat(role(r -> r.allow(Verbs.READ, (ApiResource) null))).containsExactly("rules " + NULL);
        assertThat(role(r -> r.allow(Verbs.READ, (Resource) null))).containsExactly("rules " + NULL);
        assertThat(role(r -> r.allow(Verbs.of(Verb.GET, null), ApiResource.PODS)))
                .containsExactly("rules[0].verbs " + NULL);
        assertThat(role(r -> r.allow(Verbs.of((Verb[]) null), ApiResource.PODS)))
                .containsExactly("rules[0].verbs " + NULL);
        assertThat(role(r -> r.allow(Verbs.READ.and((Verbs) null), ApiResource.PODS)))
                .containsExactly("rules[0].verbs " + NULL);
        assertThat(role(r -> r.allow(Verbs.custom((String[]) null), ApiResource.PODS)))
                .containsExactly("rules[0].verbs " + NULL);
        assertThat(role(r -> r.allow(Verbs.READ, ApiResource.PODS.named((String[]) null))))
                .containsExactly("rules[0].resourceNames " + NULL);
        assertThat(role(r -> r.allow(Verbs.READ, ApiResource.custom(null, null))))
                .containsExactly("rules[0].apiGroups " + NULL, "rules[0].resources " + NULL);
    }

    @Test
    void should_find_texts_that_name_nothing() {
        assertThat(role(r -> r.allow(
                        Verbs.custom(""), ApiResource.custom("Example.com", "").named(""))))
                .containsExactly(
                        "rules[0].verbs[0] GTY-VAL-009 \"\" is empty.",
                        "rules[0].apiGroups[0] GTY-VAL-009 \"Example.com\" has upper-case letters.",
                        "rules[0].resources[0] GTY-VAL-009 \"\" is empty.",
                        "rules[0].resourceNames[0] GTY-VAL-009 \"\" is empty.");
        assertThat(flaws(ClusterRole.of("a", r -> r.nonResourceUrls(Verbs.READ, "metrics", "/a/*/b", null))))
                .containsExactly(
                        "rules[0].nonResourceURLs[0] GTY-VAL-009 \"metrics\" does not begin with /.",
                        "rules[0].nonResourceURLs GTY-VAL-009 \"/a/*/b\" has a '*' that is not at its end.",
                        "rules[0].nonResourceURLs " + NULL);
    }

    @Test
    void should_take_names_that_are_parts_of_a_path() {
        assertThat(flaws(ClusterRole.of("system:Aggregate-to view", r -> {}))).isEmpty();
        assertThat(flaws(Role.of("a/b", r -> {})))
                .containsExactly("metadata.name GTY-VAL-002 \"a/b\" has the character '/'.");
        assertThat(flaws(Role.of("50%", r -> {})))
                .containsExactly("metadata.name GTY-VAL-002 \"50%\" has the character '%'.");
        assertThat(flaws(Role.of("..", r -> {})))
                .containsExactly("metadata.name GTY-VAL-002 \"..\" is a relative path.");
    }

    @Test
    void should_find_null_in_bindings() {
        assertThat(flaws(RoleBinding.of("a", null, b -> {}))).containsExactly("roleRef " + NULL);
        assertThat(flaws(ClusterRoleBinding.of("a", null, b -> {}))).containsExactly("roleRef " + NULL);
        assertThat(flaws(RoleBinding.of("a", ClusterRole.existing("view"), b -> b.namespace(null))))
                .containsExactly("metadata.namespace " + NULL);
        assertThat(flaws(ClusterRoleBinding.of(
                        "a",
                        ClusterRole.existing("view"),
                        b -> b.serviceAccount(null)
                                .serviceAccountsOf(null)
                                .user(null)
                                .group(""))))
                .containsExactly(
                        "subjects " + NULL,
                        "subjects " + NULL,
                        "subjects[0].name " + NULL,
                        "subjects[1].name GTY-VAL-009 \"\" is empty.");
    }

    @Test
    void should_find_what_a_vertical_autoscaler_cannot_take() {
        assertThat(flaws(VerticalPodAutoscaler.of("a", null, v -> {}))).containsExactly("spec.targetRef " + NULL);
        assertThat(flaws(VerticalPodAutoscaler.of(
                        "a",
                        Deployment.existing("web"),
                        v -> v.updateMode(null)
                                .minReplicas(0)
                                .evictionRequirement(EvictionChangeRequirement.TARGET_LOWER_THAN_REQUESTS, "")
                                .container("Web", c -> c.mode(null).minAllowed("100 m", "1Gi"))
                                .allContainers(null)
                                .recommender(""))))
                .containsExactly(
                        "spec.updatePolicy.updateMode " + NULL,
                        "spec.updatePolicy.minReplicas GTY-VAL-007 0 is out of range.",
                        "spec.updatePolicy.evictionRequirements[0].resources[0] GTY-VAL-009 \"\" is empty.",
                        "spec.resourcePolicy.containerPolicies[0].containerName GTY-VAL-009 \"Web\" has upper-case"
                                + " letters.",
                        "spec.resourcePolicy.containerPolicies[0].mode " + NULL,
                        "spec.resourcePolicy.containerPolicies[0].minAllowed.cpu GTY-VAL-004 \"100 m\" is not a"
                                + " quantity.",
                        "spec.resourcePolicy.containerPolicies[1] " + NULL,
                        "spec.recommenders[0].name GTY-VAL-009 \"\" is empty.");
    }

    @Test
    void should_compare_what_is_allowed_by_value() {
        assertThat(Verbs.of(Verb.GET).and(Verb.LIST, Verb.GET).and(Verb.WATCH))
                .isEqualTo(Verbs.READ)
                .hasSameHashCodeAs(Verbs.READ)
                .hasToString("get, list, watch")
                .isNotEqualTo(Verbs.WRITE);
        assertThat(ApiResource.custom("apps", "deployments")).isEqualTo(ApiResource.DEPLOYMENTS);
        assertThat(List.of(
                        ApiResource.PODS_LOG,
                        ApiResource.DEPLOYMENTS_SCALE,
                        ApiResource.SECRETS.named("a", "b"),
                        ApiResource.allOf("apps"),
                        ApiResource.allOf(""),
                        ApiResource.ALL))
                .extracting(ApiResource::toString)
                .containsExactly(
                        "pods/log",
                        "deployments.apps/scale",
                        "secrets \"a\", \"b\"",
                        "everything of apps",
                        "everything of the core group",
                        "everything");
    }

    private static List<String> role(Consumer<Role.Builder> options) {
        return flaws(Role.of("reader", options));
    }

    private static List<String> flaws(Resource resource) {
        return Draft.of(resource).problems().stream()
                .map(p -> p.field() + " " + p.flaw().rule().code() + " "
                        + p.flaw().message())
                .toList();
    }
}
