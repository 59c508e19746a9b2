package dev.gantry.argocd.check;

import dev.gantry.check.Manifest;
import dev.gantry.extension.Dependency;
import dev.gantry.extension.Resource;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource that Argo CD applies together with what it depends on, since nothing tells it of the order.
 *
 * @param manifest of the resource
 * @param finding what is said of it, at the line that states the order
 */
public record UnkeptOrder(Manifest manifest, Finding finding) {

    /** Those of a stack, in the order of its resources. Whoever gives hooks has an order of his own. */
    public static List<UnkeptOrder> in(List<Manifest> stack) {
        Map<Resource, Manifest> manifests = new HashMap<>();
        stack.forEach(manifest -> manifests.put(manifest.resource(), manifest));
        List<UnkeptOrder> orders = new ArrayList<>();
        for (Manifest manifest : stack) {
            Map<Manifest, @Nullable Origin> targets = new LinkedHashMap<>();
            for (Dependency dependency : manifest.dependencies()) {
                Manifest target = manifests.get(dependency.target().resource());
                if (target != null && !isKept(SyncTime.of(manifest), SyncTime.of(target))) {
                    targets.putIfAbsent(target, dependency.origin());
                }
            }
            if (!targets.isEmpty()) {
                orders.add(of(manifest, targets));
            }
        }
        return orders;
    }

    private static boolean isKept(SyncTime time, SyncTime target) {
        return time.isHook() || target.isHook() || time.number() > target.number();
    }

    private static UnkeptOrder of(Manifest manifest, Map<Manifest, @Nullable Origin> targets) {
        Manifest first = targets.keySet().iterator().next();
        Origin line = targets.get(first);
        int more = targets.size() - 1;
        return new UnkeptOrder(
                manifest,
                Finding.of(
                                ApplicationRule.ORDER,
                                manifest + " depends on " + first + more(more)
                                        + ", but nothing tells Argo CD of it, which applies them at once.")
                        .hint(
                                "Let the Application of the stack call syncWaves(), as with GitOps.of(..., g -> g.application(a ->"
                                        + " a.syncWaves())). Where an ApplicationSet makes it, give the resources waves of their own:"
                                        + " annotation(\"" + SyncTime.WAVE + "\", \"1\").")
                        .at(line == null ? manifest.origin() : line)
                        .related(first.origin(), first + " is made here"));
    }

    private static String more(int number) {
        return number == 0 ? "" : " and " + number + " more " + (number == 1 ? "resource" : "resources");
    }
}
