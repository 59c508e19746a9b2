package dev.gantry.argocd.tree;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import dev.gantry.extension.Dependency;
import dev.gantry.extension.Resource;
import dev.gantry.finding.Finding;
import dev.gantry.output.EnvironmentOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of resources that {@code dependsOn} states. Argo CD knows of it by waves alone, each of which begins when all of the one before
 * is healthy.
 */
final class StatedOrder {

    private static final String WAVE = "argocd.argoproj.io/sync-wave";
    private static final String HOOK = "argocd.argoproj.io/hook";

    private final Map<Resource, Manifest> manifests = new HashMap<>();
    private final Map<String, List<Unkept>> unkept = new LinkedHashMap<>();

    /**
     * A resource that would not wait.
     *
     * @param manifest of the resource
     * @param target what it waits for in every other way to deploy it
     */
    private record Unkept(Manifest manifest, Manifest target) {}

    private StatedOrder(List<Manifest> all) {
        all.forEach(manifest -> manifests.put(manifest.resource(), manifest));
        all.forEach(this::look);
    }

    /** A finding for each stack of which some order is not kept. */
    static List<Finding> unkept(EnvironmentOutput environment) {
        return new StatedOrder(environment.manifests()).findings(environment.name());
    }

    private void look(Manifest manifest) {
        for (Dependency dependency : manifest.dependencies()) {
            Manifest target = manifests.get(dependency.target());
            if (target != null && target.stack().equals(manifest.stack()) && !isKept(manifest, target)) {
                unkept.computeIfAbsent(manifest.stack(), stack -> new ArrayList<>())
                        .add(new Unkept(manifest, target));
            }
        }
    }

    /** Whoever gives hooks has an order of his own, which is checked elsewhere. */
    private static boolean isKept(Manifest manifest, Manifest target) {
        return !annotation(manifest, HOOK).isEmpty()
                || !annotation(target, HOOK).isEmpty()
                || wave(manifest) > wave(target);
    }

    private static int wave(Manifest manifest) {
        String text = annotation(manifest, WAVE);
        return text.matches("[+-]?[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static String annotation(Manifest manifest, String name) {
        JsonNode annotations = manifest.tree().path("metadata").path("annotations");
        return annotations.path(name).asText("");
    }

    private List<Finding> findings(String environment) {
        List<Finding> findings = new ArrayList<>();
        unkept.forEach((stack, orders) -> {
            Manifest manifest = orders.get(0).manifest();
            int more = orders.size() - 1;
            findings.add(Finding.of(
                            GitOpsRule.ORDER,
                            manifest.id() + " waits for "
                                    + orders.get(0).target().id() + (more == 0 ? "" : ", and so do " + more + " more")
                                    + ", but nothing tells Argo CD of it, which applies them at once.")
                    .hint("Let its Application call syncWaves(), as with GitOps.of(..., g -> g.application(a ->"
                            + " a.syncWaves())).")
                    .in(environment, stack)
                    .on(manifest.id().toString(), null)
                    .at(manifest.origin()));
        });
        return findings;
    }
}
