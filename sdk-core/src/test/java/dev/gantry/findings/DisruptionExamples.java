package dev.gantry.findings;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Stack;
import dev.gantry.workload.DaemonSet;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.PodDisruptionBudget;

/** What the rules for PodDisruptionBudgets are for. */
final class DisruptionExamples {

    private DisruptionExamples() {}

    @Example(
            value = "GTY-PDB-001",
            why =
                    "Nodes that run the pods cannot be drained: an upgrade of the cluster waits for ever, or ends by force. Leave room for one pod at least.")
    static void blocks(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.replicas(2).selector("app", "web").container("web", Image.of("example.com/web:7"), c -> {})));
        shop.add(PodDisruptionBudget.of("web", web, p -> p.minAvailable(IntOrPercent.of(2))));
    }

    @Example(value = "GTY-PDB-002", why = "It protects nothing. Most often a label was renamed on one side only.")
    static void selectsNothing(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web", d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> {})));
        shop.add(PodDisruptionBudget.of(
                "web",
                web,
                p -> p.maxUnavailable(IntOrPercent.of(1))
                        .rawTree(tree ->
                                tree.withObject("/spec/selector/matchLabels").put("app", "shop"))));
    }

    @Example(
            value = "GTY-PDB-003",
            why =
                    "It counts all pods of the namespace as one set, and no other budget can stand beside it. A workload outside the program does not tell its labels.")
    static void selectsAll(App app) {
        app.stack("shop")
                .add(PodDisruptionBudget.of(
                        "web", Deployment.existing("web"), p -> p.maxUnavailable(IntOrPercent.of(1))));
    }

    @Example(
            value = "GTY-PDB-004",
            why = "A cluster refuses to evict a pod that has two budgets, whatever they allow. Keep one of them.")
    static void samePods(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.replicas(3).selector("app", "web").container("web", Image.of("example.com/web:7"), c -> {})));
        shop.add(PodDisruptionBudget.of("web", web, p -> p.minAvailable(IntOrPercent.of(1))));
        shop.add(PodDisruptionBudget.of("web-too", web, p -> p.maxUnavailable(IntOrPercent.of(1))));
    }

    @Example(
            value = "GTY-PDB-005",
            why =
                    "A share, or a number that may be missing, is of the replicas that a workload states. DaemonSets, Jobs and bare Pods state none.")
    static void notCounted(App app) {
        Stack logging = app.stack("logging");
        DaemonSet agent = logging.add(DaemonSet.of(
                "agent", d -> d.selector("app", "agent").container("agent", Image.of("example.com/agent:7"), c -> {})));
        logging.add(PodDisruptionBudget.of("agent", agent, p -> p.maxUnavailable(IntOrPercent.of(1))));
    }
}
