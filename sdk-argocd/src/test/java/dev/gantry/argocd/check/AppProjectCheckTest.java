package dev.gantry.argocd.check;

import static dev.gantry.argocd.check.Found.at;
import static dev.gantry.argocd.check.Found.gitops;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.gantry.Lines;
import dev.gantry.TestRun;
import dev.gantry.argocd.AppProject;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.GroupKind;
import dev.gantry.argocd.ProjectAction;
import dev.gantry.argocd.ProjectResource;
import dev.gantry.argocd.SyncWindowKind;
import dev.gantry.workload.Cron;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AppProjectCheckTest {

    @Test
    void should_name_the_line_of_what_is_said_twice() {
        assertThat(TestRun.report(app -> gitops(app)
                        .add(AppProject.of(
                                "team",
                                p -> p.destination(DestinationCluster.IN_CLUSTER, "shop") // @first
                                        .destination(DestinationCluster.IN_CLUSTER, "shop"))))) // @second
                .isEqualTo(Lines.fill(AppProjectCheckTest.class, """
                        error GTY-ARG-022 @second AppProject argocd/team spec.destinations[1]
                          The list has this already: https://kubernetes.default.svc shop.
                          hint: Leave one of them out.
                          @first: the first one
                        """));
    }

    @Test
    void should_find_entries_that_are_there_twice() {
        assertThat(found(p -> p.sourceRepos("a", "b", "a")
                        .sourceNamespaces("x", "x")
                        .role(
                                "r",
                                r -> r.allow(ProjectResource.LOGS, ProjectAction.GET)
                                        .allow(ProjectResource.LOGS, ProjectAction.GET))
                        .role("r", r -> {})))
                .containsExactly(
                        "GTY-ARG-022 spec.sourceRepos[2] The list has this already: a.",
                        "GTY-ARG-022 spec.sourceNamespaces[1] The list has this already: x.",
                        "GTY-ARG-022 spec.roles[1] The list has this already: r.",
                        "GTY-ARG-022 spec.roles[0].policies[1] The list has this already: p, proj:team:r, logs, get,"
                                + " team/*, allow.");
    }

    @Test
    void should_find_entries_without_effect() {
        assertThat(found(p -> p.sourceRepos("!*")
                        .destination(DestinationCluster.named("!*"), "shop")
                        .destination(DestinationCluster.IN_CLUSTER, "shop")
                        .rawTree(tree -> ((ArrayNode) tree.at("/spec/destinations"))
                                .addObject()
                                .put("namespace", "a"))))
                .containsExactly(
                        "GTY-ARG-023 spec.sourceRepos[0] \"!*\" forbids everything, which Argo CD rejects.",
                        "GTY-ARG-023 spec.destinations[0].name \"!*\" forbids everything, which Argo CD rejects.",
                        "GTY-ARG-023 spec.destinations[2] The destination names no cluster.");
    }

    @Test
    void should_name_the_line_of_a_kind_that_does_not_exist() {
        assertThat(TestRun.report(app -> gitops(app)
                        .add(AppProject.of(
                                "team",
                                p -> p.namespaceResourceBlacklist(GroupKind.of("apps", "Deploymnet")))))) // @kind
                .isEqualTo(Lines.fill(AppProjectCheckTest.class, """
                        warning GTY-ARG-033 @kind AppProject argocd/team spec.namespaceResourceBlacklist[0]
                          The group "apps" has no kind "Deploymnet".
                          hint: Did you mean the kind of "deployments"?
                        """));
    }

    @Test
    void should_find_kinds_of_other_groups_and_leave_those_alone_that_may_exist() {
        assertThat(found(p -> p.clusterResourceWhitelist(GroupKind.of("", "StorageClass"))
                        .namespaceResourceWhitelist(GroupKind.of("apps", "ConfigMap"))))
                .containsExactly(
                        "GTY-ARG-033 spec.clusterResourceWhitelist[0] The core group has no kind \"StorageClass\".",
                        "GTY-ARG-033 spec.namespaceResourceWhitelist[0] The group \"apps\" has no kind"
                                + " \"ConfigMap\".");
        assertThat(found(p -> p.clusterResourceWhitelist(
                                GroupKind.ALL,
                                GroupKind.of("", "Namespace"),
                                GroupKind.of("", "PersistentVol*"),
                                GroupKind.of("policy", "PodSecurityPolicy"),
                                GroupKind.of("example.com", "Deploymnet"))
                        .namespaceResourceWhitelist(
                                GroupKind.of("networking.k8s.io", "Ingress"),
                                GroupKind.of("networking.k8s.io", "NetworkPolicy"),
                                GroupKind.of("", "Endpoints"))))
                .isEmpty();
    }

    @Test
    void should_accept_policies_of_every_form() {
        assertThat(found(p -> p.role(
                        "r-1",
                        r -> r.allow(ProjectResource.APPLICATIONS, ProjectAction.ALL)
                                .policies(
                                        "p,proj:team:r-1,applications,action/apps/Deployment/restart,team/*,allow",
                                        "p, proj:team:r-1, applications, delete/*/Pod/*/*, team/shop/web, deny"))))
                .isEmpty();
    }

    @Test
    void should_find_policies_that_argo_cd_rejects() {
        assertThat(found(p -> p.role(
                        "r_",
                        r -> r.policies(
                                "g, people, proj:team:r_",
                                "p, proj:other:r_, applications, get, team/*, allow",
                                "p, proj:team:r_, projects, get, team/*, allow",
                                "p, proj:team:r_, applications, restart, team/*, allow",
                                "p, proj:team:r_, applications, get, other/*, allow",
                                "p, proj:team:r_, applications, get, team/*, permit"))))
                .containsExactly(
                        "GTY-ARG-024 spec.roles[0].name A role cannot be called \"r_\".",
                        policy(
                                0,
                                "g, people, proj:team:r_",
                                "it has not the form \"p, subject, resource, action, object," + " effect\""),
                        policy(
                                1,
                                "p, proj:other:r_, applications, get, team/*, allow",
                                "the subject has to be" + " \"proj:team:r_\""),
                        policy(2, "p, proj:team:r_, projects, get, team/*, allow", "there is no resource \"projects\""),
                        policy(
                                3,
                                "p, proj:team:r_, applications, restart, team/*, allow",
                                "there is no action" + " \"restart\""),
                        policy(
                                4,
                                "p, proj:team:r_, applications, get, other/*, allow",
                                "the object has to begin with" + " \"team/\""),
                        policy(
                                5,
                                "p, proj:team:r_, applications, get, team/*, permit",
                                "the effect has to be allow or" + " deny"));
    }

    @Test
    void should_say_all_that_is_wrong_with_a_policy() {
        assertThat(found(p -> p.role("r", r -> r.policies("p, proj:q:r, applications, snyc, p/*, permit"))))
                .containsExactly(policy(
                        0,
                        "p, proj:q:r, applications, snyc, p/*, permit",
                        "the subject has to be \"proj:team:r\", there is no action \"snyc\", the object has to begin"
                                + " with \"team/\" and the effect has to be allow or deny"));
    }

    @Test
    void should_find_time_zones_that_do_not_exist() {
        assertThat(zone("Europe/Zurick"))
                .containsExactly(
                        "GTY-VAL-009 spec.syncWindows[0].timeZone \"Europe/Zurick\" is not in the time zone database.");
        assertThat(zone("+02:00")).hasSize(1);
        for (String zone : List.of("Europe/Zurich", "UTC", "Local", "EST", "Europe/Kyiv")) {
            assertThat(zone(zone)).isEmpty();
        }
    }

    @Test
    void should_find_windows_that_argo_cd_rejects() {
        Cron nightly = Cron.of("0 22 * * *");
        assertThat(found(p -> p.syncWindow(SyncWindowKind.ALLOW, nightly, Duration.ofHours(1), w -> w.clusters("*"))
                        .syncWindow(SyncWindowKind.DENY, nightly, Duration.ofHours(2), w -> {})
                        .syncWindow(
                                SyncWindowKind.DENY,
                                nightly,
                                Duration.ofHours(3),
                                w -> w.applications("*").description("x".repeat(256)))
                        .rawTree(at("/spec/syncWindows/0", w -> w.put("kind", "permit")))))
                .containsExactly(
                        "GTY-ARG-025 spec.syncWindows[0] The window neither allows nor denies.",
                        "GTY-ARG-025 spec.syncWindows[1] The window is for nothing.",
                        "GTY-ARG-025 spec.syncWindows[2].description The description is too long.");
    }

    @Test
    void should_find_schedules_that_argo_cd_does_not_read() {
        assertThat(found(p -> p.syncWindow(
                                SyncWindowKind.DENY, Cron.of("@daily"), Duration.ofHours(1), w -> w.clusters("*"))
                        .syncWindow(
                                SyncWindowKind.DENY, Cron.of("0 25 * * *"), Duration.ofHours(1), w -> w.clusters("*"))
                        .syncWindow(
                                SyncWindowKind.DENY, Cron.of("0 1 * * *"), Duration.ofHours(1), w -> w.clusters("*"))
                        .rawTree(at("/spec/syncWindows/2", w -> w.put("schedule", "0 1 * *")))))
                .containsExactly(
                        "GTY-VAL-009 spec.syncWindows[1].schedule \"0 25 * * *\" has the hour 25; 0 to 23 are allowed.",
                        "GTY-ARG-025 spec.syncWindows[0].schedule Argo CD does not read \"@daily\": its schedules have no"
                                + " macros.",
                        "GTY-ARG-025 spec.syncWindows[2].schedule \"0 1 * *\" has 4 fields, not 5.");
    }

    private static List<String> zone(String zone) {
        return found(p -> p.syncWindow(
                SyncWindowKind.DENY,
                Cron.of("0 22 * * *"),
                Duration.ofHours(1),
                w -> w.clusters("*").timeZone(zone)));
    }

    private static String policy(int index, String policy, String problem) {
        return "GTY-ARG-024 spec.roles[0].policies[" + index + "] \"" + policy + "\" is no policy of this role: "
                + problem + ".";
    }

    private static List<String> found(Consumer<AppProject.Builder> options) {
        return Found.in(app -> gitops(app).add(AppProject.of("team", options)));
    }
}
