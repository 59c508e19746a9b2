package dev.gantry.testing;

import static dev.gantry.access.ApiResource.CONFIG_MAPS;
import static dev.gantry.access.ApiResource.PODS;
import static dev.gantry.access.ApiResource.SECRETS;
import static dev.gantry.testing.GantryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.Gantry;
import dev.gantry.Synthesis;
import dev.gantry.access.Verb;
import org.junit.jupiter.api.Test;

class PermissionsAssertTest {

    private static final Synthesis APP = Gantry.synthesize(new Guards(), Shop.FAST, "production");

    @Test
    void should_pass_over_what_is_allowed_and_what_is_not() {
        assertThat(APP)
                .serviceAccount("logging", "fluentd")
                .may(Verb.LIST, PODS, CONFIG_MAPS)
                .mayIn("shop", Verb.LIST, PODS)
                .mayInCluster(Verb.WATCH, PODS)
                .mayNot(Verb.DELETE, PODS, CONFIG_MAPS)
                .mayNotIn("shop", Verb.GET, CONFIG_MAPS, SECRETS);
    }

    @Test
    void should_name_what_is_allowed_instead() {
        assertThatThrownBy(() ->
                        assertThat(APP).serviceAccount("logging", "fluentd").may(Verb.LIST, SECRETS))
                .hasMessage("""
                        Expected that ServiceAccount logging/fluentd may list secrets in the namespace "logging", but it may only:
                          get, list, watch pods in the whole cluster, by ClusterRole collector (Guards.java:21) and \
                        ClusterRoleBinding collector (Guards.java:22)
                          get, list, watch configmaps in the namespace "logging", by Role logging/settings (Guards.java:23) and \
                        RoleBinding logging/settings (Guards.java:24)""");
        assertThatThrownBy(() ->
                        assertThat(APP).serviceAccount("logging", "fluentd").mayInCluster(Verb.LIST, CONFIG_MAPS))
                .hasMessageStartingWith("Expected that ServiceAccount logging/fluentd may list configmaps in the whole"
                        + " cluster, but it may only:\n");
        assertThatThrownBy(() -> assertThat(APP).serviceAccount("shop", "web").mayIn("shop", Verb.LIST, PODS))
                .hasMessage(
                        "Expected that ServiceAccount shop/web may list pods in the namespace \"shop\", but it may do"
                                + " nothing.");
    }

    @Test
    void should_name_what_allows_what_it_should_not() {
        assertThatThrownBy(() ->
                        assertThat(APP).serviceAccount("logging", "fluentd").mayNotIn("shop", Verb.GET, SECRETS, PODS))
                .hasMessage("""
                        Expected that ServiceAccount logging/fluentd may not get pods in the namespace "shop", but it may:
                          get, list, watch pods in the whole cluster, by ClusterRole collector (Guards.java:21) and \
                        ClusterRoleBinding collector (Guards.java:22)""");
    }

    @Test
    void should_say_what_it_cannot_know() {
        assertThatThrownBy(() ->
                        assertThat(APP).serviceAccount("logging", "kibana").mayNot(Verb.GET, SECRETS))
                .hasMessage("""
                        Expected that ServiceAccount logging/kibana may not get secrets in the namespace "logging", but that is \
                        not known.
                          RoleBinding logging/viewers (Guards.java:25) hands out ClusterRole view, which is not in the \
                        program.""");
        assertThatThrownBy(() ->
                        assertThat(APP).serviceAccount("logging", "kibana").may(Verb.GET, PODS))
                .hasMessageContaining(
                        "but it may do nothing.\n  RoleBinding logging/viewers (Guards.java:25) hands out");
    }
}
