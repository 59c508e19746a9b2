package dev.gantry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.extension.ApiTable;
import dev.gantry.extension.KindTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ApiVersionsTest {

    /** Resources that are no objects of a program: they are asked once and not kept, or there for access rules only. */
    private static final Map<String, Set<String>> NOT_KEPT = Map.of(
            "", Set.of("bindings", "users", "groups"),
            "certificates.k8s.io", Set.of("signers"));

    /** What Kubernetes has no more, so that no role need name it. */
    private static final List<String> GONE = List.of("PodSecurityPolicy");

    @Test
    void should_bring_something_in_the_newest_version() {
        assertThat(KubernetesVersion.NEWEST.minor()).isEqualTo(ApiVersions.newest());
    }

    @Test
    void should_have_kinds_whose_place_is_known() {
        ApiVersions.kinds()
                .forEach((group, kinds) -> assertThat(kinds)
                        .as(group)
                        .allMatch(kind -> KindTable.scope(group.isEmpty() ? "v1" : group + "/v1", kind)
                                .isPresent()));
    }

    @Test
    void should_have_the_kinds_that_access_rules_name() {
        ApiVersions.kinds().forEach((group, kinds) -> {
            if (!group.equals("extensions")) {
                Set<String> resources = new TreeSet<>(ApiTable.resources(group));
                resources.removeAll(NOT_KEPT.getOrDefault(group, Set.of()));
                Set<String> plurals = new TreeSet<>();
                for (String kind : kinds) {
                    if (!GONE.contains(kind)) {
                        plurals.add(String.valueOf(ApiTable.plural(group, kind)));
                    }
                }
                assertThat(plurals).as(group).isEqualTo(resources);
            }
        });
    }
}
