package dev.gantry.engine.release;

import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Listing;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Stacks that a program left behind: they were deployed from it, and it no longer has them. */
public final class LeftStacks {

    private LeftStacks() {}

    /**
     * Looks for them in the namespaces where the program has stacks.
     *
     * @param homes of all stacks that the program has
     * @param blueprint the class name of the program
     */
    public static List<Finding> find(
            Cluster cluster, Collection<StackHome> homes, String blueprint, String environment) {
        TreeSet<String> namespaces = new TreeSet<>();
        homes.forEach(home -> namespaces.add(home.namespace()));
        List<Finding> findings = new ArrayList<>();
        for (String namespace : namespaces) {
            for (ObjectMeta inventory : inventories(cluster, namespace)) {
                StackHome home = new StackHome(String.valueOf(inventory.label(StackLabels.STACK)), namespace);
                boolean ours = Inventory.isOurs(inventory.annotation(ApplySet.TOOLING))
                        && home.inventory().name().equals(inventory.name())
                        && blueprint.equals(inventory.annotation(StackLabels.BLUEPRINT))
                        && environment.equals(inventory.annotation(StackLabels.ENVIRONMENT));
                if (ours && !homes.contains(home)) {
                    findings.add(finding(home, environment));
                }
            }
        }
        return findings;
    }

    /** Whoever may not list Secrets deploys without being told. */
    private static List<ObjectMeta> inventories(Cluster cluster, String namespace) {
        List<ObjectMeta> found = new ArrayList<>();
        String selector = ApplySet.PARENT_ID + "," + StackLabels.STACK;
        try {
            cluster.list(new Listing(
                    StackHome.SECRETS, namespace, selector, true, 0, object -> found.add(ObjectMeta.of(object))));
        } catch (ApiFailure e) {
            if (e.status() != 403) {
                throw e;
            }
        }
        return found;
    }

    private static Finding finding(StackHome home, String environment) {
        return Finding.of(
                        ReleaseRule.LEFT_STACK,
                        "The stack " + home.stack() + " in namespace " + home.namespace()
                                + " was deployed from this program, which no longer has it.")
                .hint("Remove it with gantry:destroy -Dgantry.stack=" + home.stack() + " -Dgantry.namespace="
                        + home.namespace() + ". If it was renamed, take its objects over with -Dgantry.takeOver=true first.")
                .in(environment, home.stack())
                .on(home.inventory().toString(), null);
    }
}
