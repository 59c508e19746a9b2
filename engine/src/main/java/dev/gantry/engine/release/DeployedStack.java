package dev.gantry.engine.release;

import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Listing;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A stack that a cluster has.
 *
 * @param home its name, and where its inventory is
 * @param blueprint the program that it was deployed from
 * @param environment for which it was deployed
 */
public record DeployedStack(StackHome home, String blueprint, String environment) {

    /**
     * All stacks.
     *
     * @param namespace of the inventories; {@code null} for all namespaces
     * @throws ApiFailure if they cannot be listed
     */
    public static List<DeployedStack> list(Cluster cluster, @Nullable String namespace) {
        List<DeployedStack> stacks = new ArrayList<>();
        String selector = ApplySet.PARENT_ID + "," + StackLabels.STACK;
        cluster.list(new Listing(StackHome.SECRETS, namespace, selector, true, 0, object -> {
            ObjectMeta meta = ObjectMeta.of(object);
            String stack = meta.label(StackLabels.STACK);
            String in = meta.namespace();
            if (stack != null && in != null && Inventory.isOurs(meta.annotation(ApplySet.TOOLING))) {
                stacks.add(new DeployedStack(
                        new StackHome(stack, in),
                        String.valueOf(meta.annotation(StackLabels.BLUEPRINT)),
                        String.valueOf(meta.annotation(StackLabels.ENVIRONMENT))));
            }
        }));
        return stacks;
    }

    /**
     * A warning for each stack that the cluster has of a program and environment, and the program has not. Looks into all
     * namespaces if the user may, and else only into those of the program's stacks.
     *
     * @param homes of all stacks of the program
     */
    public static List<Finding> left(
            Cluster cluster, Collection<StackHome> homes, String blueprint, String environment) {
        return visible(cluster, homes).stream()
                .filter(stack -> !homes.contains(stack.home()))
                .filter(stack -> stack.blueprint().equals(blueprint)
                        && stack.environment().equals(environment))
                .map(stack -> stack.left(homes))
                .toList();
    }

    private static List<DeployedStack> visible(Cluster cluster, Collection<StackHome> homes) {
        try {
            return list(cluster, null);
        } catch (ApiFailure everywhere) {
            List<DeployedStack> stacks = new ArrayList<>();
            TreeSet<String> namespaces = new TreeSet<>();
            homes.forEach(home -> namespaces.add(home.namespace()));
            try {
                for (String namespace : namespaces) {
                    stacks.addAll(list(cluster, namespace));
                }
            } catch (ApiFailure here) {
                // It is a warning only; what is needed of the namespace fails on its own, and says so.
                return stacks;
            }
            return stacks;
        }
    }

    private Finding left(Collection<StackHome> homes) {
        boolean moved = homes.stream().anyMatch(other -> other.stack().equals(home.stack()));
        return Finding.of(
                        ReleaseRule.LEFT_STACK,
                        moved
                                ? "The stack " + home.stack()
                                        + " has moved to another namespace: it is still deployed in " + home.namespace()
                                        + ", too."
                                : "The stack " + home.stack() + " is deployed in namespace " + home.namespace()
                                        + ", and the program does not have it any more.")
                .hint("Remove it with gantry:destroy -Dgantry.stack=" + home.stack() + " -Dgantry.namespace="
                        + home.namespace() + ". To keep its objects in another stack, apply that first, with"
                        + " -Dgantry.takeOver=true.")
                .in(environment, home.stack())
                .on(home.inventory().toString(), null);
    }
}
