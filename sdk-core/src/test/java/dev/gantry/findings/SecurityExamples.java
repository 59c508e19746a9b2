package dev.gantry.findings;

import static dev.gantry.security.PodSecurityStandard.BASELINE;
import static dev.gantry.security.PodSecurityStandard.RESTRICTED;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.cluster.Namespace;
import dev.gantry.workload.Deployment;

/** What the rules for what pods may do are for. */
final class SecurityExamples {

    private SecurityExamples() {}

    @Example(
            value = "GTY-SEC-001",
            why =
                    "Whoever breaks into such a pod has a way out of its container, and the node is theirs. Leave it out, or say on the"
                            + " resource why it has to be.")
    static void baseline(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .hostNetwork(true)
                                .container(
                                        "web",
                                        Image.of("example.com/web:7"),
                                        c -> c.securityContext(s -> s.addCapabilities("NET_ADMIN")))));
    }

    @Example(
            value = "GTY-SEC-002",
            why =
                    "Unless a pod says otherwise, it may run as root, gain privileges and call any system call. harden(RESTRICTED) on the"
                            + " stack sets what is missing, for all of its workloads.")
    static void restricted(App app) {
        app.stack("shop")
                .add(Deployment.of(
                        "web", d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> {})));
    }

    @Example(
            value = "GTY-SEC-003",
            why =
                    "Hardening never changes what is written, so one of the two has to give way; for a single resource the finding can"
                            + " be accepted.")
    static void hardenedBaseline(App app) {
        app.stack("shop", s -> s.harden(BASELINE))
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .hostPid(true)
                                .container("web", Image.of("example.com/web:7"), c -> {})));
    }

    @Example(
            value = "GTY-SEC-004",
            why =
                    "Hardening never changes what is written, so one of the two has to give way; for a single resource the finding can"
                            + " be accepted.")
    static void hardenedRestricted(App app) {
        app.stack("shop", s -> s.harden(RESTRICTED))
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container(
                                        "web",
                                        Image.of("example.com/web:7"),
                                        c -> c.securityContext(s -> s.runAsUser(0)))));
    }

    @Example(
            value = "GTY-SEC-005",
            why =
                    "The cluster takes the Deployment, and rejects its pods: nothing runs, and only the events of the ReplicaSet say"
                            + " why.")
    static void rejected(App app) {
        app.stack("base").add(Namespace.of("shop", n -> n.podSecurity(RESTRICTED)));
        app.stack("shop", s -> s.namespace("shop"))
                .add(Deployment.of(
                        "web", d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> {})));
    }

    @Example(
            value = "GTY-SEC-006",
            why =
                    "Unless a policy says otherwise, every pod of the cluster can reach every other. Add one that denies by default,"
                            + " and one for each way in that is needed.")
    static void openNamespace(App app) {
        app.stack("shop", s -> s.namespace("shop"))
                .add(Deployment.of(
                        "web", d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> {})));
    }

    @Example(
            value = "GTY-SEC-007",
            why = "A cluster rejects the Namespace; one that was there before goes on without protection.")
    static void noStandard(App app) {
        app.stack("base").add(Namespace.of("shop", n -> n.label("pod-security.kubernetes.io/enforce", "resticted")));
    }
}
