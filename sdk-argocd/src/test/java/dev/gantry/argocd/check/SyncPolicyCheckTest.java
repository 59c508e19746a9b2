package dev.gantry.argocd.check;

import static dev.gantry.argocd.SyncOption.CREATE_NAMESPACE;
import static dev.gantry.argocd.check.Found.DEPLOY;
import static dev.gantry.argocd.check.Found.at;
import static dev.gantry.argocd.check.Found.gitops;
import static dev.gantry.argocd.check.Found.inApplication;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Lines;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.argocd.Application;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.PrunePropagationPolicy;
import dev.gantry.argocd.SyncOption;
import dev.gantry.config.ConfigMap;
import dev.gantry.network.Service;
import org.junit.jupiter.api.Test;

class SyncPolicyCheckTest {

    @Test
    void should_accept_the_policy_that_most_people_have() {
        assertThat(inApplication(a -> a.automated(
                                s -> s.prune(true).selfHeal(true).allowEmpty(false))
                        .syncOptions(
                                CREATE_NAMESPACE,
                                SyncOption.prunePropagationPolicy(PrunePropagationPolicy.FOREGROUND),
                                SyncOption.PRUNE_LAST)
                        .managedNamespaceMetadata(m -> m.label("team", "shop"))
                        .retry(r -> r.limit(5).backoff(ofSeconds(5), 2, ofMinutes(3)))))
                .isEmpty();
    }

    @Test
    void should_find_that_everything_may_be_deleted() {
        assertThat(TestRun.report(app -> gitops(app)
                        .add(Found.application(
                                "shop", a -> a.automated(s -> s.prune(true).allowEmpty(true)))))) // @empty
                .isEqualTo(Lines.fill(SyncPolicyCheckTest.class, """
                        warning GTY-ARG-013 @empty Application argocd/shop spec.syncPolicy.automated.allowEmpty
                          If the source is empty, such as by a wrong path, everything that it had is deleted.
                          hint: Leave allowEmpty(true) out, or prune by hand.
                        """));
        assertThat(inApplication(a -> a.automated(s -> s.allowEmpty(true)))).isEmpty();
        assertThat(inApplication(
                        a -> a.automated(s -> s.prune(true).allowEmpty(true).enabled(false))))
                .isEmpty();
    }

    @Test
    void should_find_options_that_have_no_effect() {
        assertThat(inApplication(a -> a.syncOptions(
                        SyncOption.of("PruneLst", "true"),
                        SyncOption.of("Future", "1"),
                        SyncOption.of("Validate", "False"),
                        SyncOption.of("Prune", "confirm"))))
                .containsExactly(
                        "GTY-ARG-016 spec.syncPolicy.syncOptions[0] Argo CD has no sync option \"PruneLst\".",
                        "GTY-ARG-016 spec.syncPolicy.syncOptions[1] Argo CD has no sync option \"Future\".",
                        "GTY-ARG-016 spec.syncPolicy.syncOptions[2] The sync option \"Validate=False\" has no effect.");
    }

    @Test
    void should_find_an_option_that_counts_only_in_the_annotations_of_a_resource() {
        assertThat(TestRun.report(app -> gitops(app)
                        .add(Found.application(
                                "shop", a -> a.syncOptions(SyncOption.SERVER_SIDE_APPLY, SyncOption.FORCE))))) // @force
                .isEqualTo(Lines.fill(SyncPolicyCheckTest.class, """
                        warning GTY-ARG-016 @force Application argocd/shop spec.syncPolicy.syncOptions[1]
                          Argo CD looks for the sync option "Force=true" in the annotations of resources, and not in an Application.
                          hint: Leave it out, and give it to each resource that needs it: annotation("argocd.argoproj.io/sync-options", "Force=true,Replace=true").
                        """));
    }

    @Test
    void should_accept_every_option_that_counts_in_an_application() {
        assertThat(inApplication(a -> a.syncOptions(
                        SyncOption.CONFIRM_PRUNE,
                        SyncOption.NO_DELETE,
                        SyncOption.APPLY_OUT_OF_SYNC_ONLY,
                        SyncOption.SERVER_SIDE_APPLY,
                        SyncOption.NO_CLIENT_SIDE_APPLY_MIGRATION,
                        SyncOption.NO_VALIDATE,
                        SyncOption.SKIP_DRY_RUN_ON_MISSING_RESOURCE,
                        SyncOption.RESPECT_IGNORE_DIFFERENCES,
                        SyncOption.FAIL_ON_SHARED_RESOURCE)))
                .isEmpty();
        assertThat(inApplication(a -> a.syncOptions(SyncOption.REPLACE))).isEmpty();
    }

    @Test
    void should_find_options_that_contradict_each_other() {
        assertThat(inApplication(a -> a.syncOptions(SyncOption.REPLACE, SyncOption.SERVER_SIDE_APPLY)))
                .containsExactly(
                        "GTY-ARG-017 spec.syncPolicy.syncOptions[1] There are both Replace=true and ServerSideApply=true:"
                                + " Replace=true wins.");
        assertThat(inApplication(a -> a.syncOptions(SyncOption.NO_PRUNE, SyncOption.CONFIRM_PRUNE)))
                .containsExactly(
                        "GTY-ARG-017 spec.syncPolicy.syncOptions[1] There are both Prune=false and Prune=confirm.");
        assertThat(inApplication(a -> a.syncOptions(SyncOption.NO_PRUNE).automated(s -> s.prune(true))))
                .containsExactly(
                        "GTY-ARG-017 spec.syncPolicy.syncOptions[0] Automated sync is to prune, but Prune=false"
                                + " keeps every resource.");
        assertThat(inApplication(a -> a.syncOptions(SyncOption.NO_PRUNE, SyncOption.NO_PRUNE)))
                .isEmpty();
    }

    @Test
    void should_find_namespaces_that_nobody_makes() {
        assertThat(inApplication(a -> a.managedNamespaceMetadata(m -> m.label("team", "shop"))))
                .containsExactly(
                        "GTY-ARG-018 spec.syncPolicy.managedNamespaceMetadata The namespace is not made, so these"
                                + " labels and annotations go nowhere.");
        assertThat(inApplication(
                        a -> a.destination(DestinationCluster.IN_CLUSTER).syncOptions(CREATE_NAMESPACE)))
                .containsExactly(
                        "GTY-ARG-018 spec.syncPolicy.syncOptions[0] The destination has no namespace that could be"
                                + " made.");
    }

    @Test
    void should_find_tries_that_are_not_as_they_are_meant() {
        assertThat(inApplication(a -> a.retry(r -> r.limit(0).backoff(ofSeconds(5), 2, ofMinutes(3)))))
                .containsExactly(
                        "GTY-ARG-019 spec.syncPolicy.retry.limit The limit is 0, so a sync that failed is not tried"
                                + " again.");
        assertThat(inApplication(a -> a.retry(r -> r.limit(0)))).isEmpty();
        assertThat(inApplication(a -> a.retry(r -> r.backoff(ofSeconds(5), 2, ofMinutes(3)))
                        .rawTree(at(
                                "/spec/syncPolicy/retry/backoff",
                                b -> b.put("duration", "5 s")
                                        .put("maxDuration", "180")
                                        .put("factor", 0)))))
                .containsExactly(
                        "GTY-ARG-019 spec.syncPolicy.retry.backoff.duration \"5 s\" is not a duration.",
                        "GTY-ARG-019 spec.syncPolicy.retry.backoff.factor With the factor 0 it waits less and less.");
    }

    @Test
    void should_find_bad_values_where_they_are_written() {
        assertThat(inApplication(a -> a.retry(r -> r.limit(-2).backoff(ofSeconds(0), 0, ofMinutes(3)))))
                .containsExactly(
                        "GTY-VAL-007 spec.syncPolicy.retry.limit -2 is out of range.",
                        "GTY-VAL-008 spec.syncPolicy.retry.backoff.duration PT0S is not a duration that this field takes.",
                        "GTY-VAL-007 spec.syncPolicy.retry.backoff.factor 0 is out of range.");
    }

    @Test
    void should_find_differences_of_what_is_not_deployed() {
        assertThat(Found.in(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    ConfigMap settings = shop.add(ConfigMap.of("settings", c -> c.text("A", "b")));
                    gitops(app)
                            .add(Application.of(
                                    "shop",
                                    a -> a.from(DEPLOY)
                                            .deploys(shop)
                                            .ignoreDifferences(settings, d -> d.jsonPointers("/data/A"))
                                            .ignoreDifferences("*", "*", d -> d.managedFieldsManagers("me"))
                                            .ignoreDifferences(
                                                    "",
                                                    "ConfigMap",
                                                    d -> d.name("other").jsonPointers("/data/A"))
                                            .ignoreDifferences("apps", "ConfigMap", d -> d.jsonPointers("/data/A"))
                                            .ignoreDifferences("", "ConfigMap", d -> {})));
                }))
                .containsExactly(
                        "GTY-ARG-020 spec.ignoreDifferences[2] The stack \"shop\" has no ConfigMap \"other\" of the core"
                                + " group.",
                        "GTY-ARG-020 spec.ignoreDifferences[3] The stack \"shop\" has no ConfigMap of apps.",
                        "GTY-ARG-020 spec.ignoreDifferences[4] It is not said which fields may differ.");
    }

    @Test
    void should_say_nothing_of_differences_where_it_is_not_known_what_is_deployed() {
        Service outside = Service.existing("web");
        assertThat(inApplication(a -> a.ignoreDifferences(outside, d -> d.jsonPointers("/spec/clusterIP"))))
                .isEmpty();
    }
}
