package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.extension.Dependency;
import dev.gantry.extension.KindTable;
import dev.gantry.extension.Reference;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for resources that Argo CD applies before what they refer to, by a hook or by a wave, or together with what they depend on: it
 * waits until all of a wave is healthy before the next one.
 */
final class WaveCheck {

    private static final String WAVE = "argocd.argoproj.io/sync-wave";
    private static final String HOOK = "argocd.argoproj.io/hook";

    private final Model model;
    private final StackContents contents;
    private final Findings findings;

    /**
     * A resource that would not wait.
     *
     * @param manifest of the resource
     * @param target what it depends on
     * @param origin the line that says so; {@code null} if lines of fields are not traced
     */
    private record Unkept(
            Manifest manifest, Manifest target, @Nullable Origin origin) {}

    WaveCheck(Model model, StackContents contents, Findings findings) {
        this.model = model;
        this.contents = contents;
        this.findings = findings;
    }

    void check(List<ApplicationSpec> applications) {
        Set<String> seen = new HashSet<>();
        for (ApplicationSpec application : applications) {
            if (application.stack() == null || !seen.add(application.stack())) {
                continue;
            }
            for (Manifest manifest : contents.of(application)) {
                checkNumber(manifest);
                for (Reference reference : manifest.references()) {
                    model.of(reference.target())
                            .filter(target -> target.stack().equals(manifest.stack()))
                            .ifPresent(target -> compare(manifest, target));
                }
            }
            checkOrder(contents.of(application));
        }
    }

    /** One finding for a stack: who does not ask Argo CD for waves has none of the orders kept. */
    private void checkOrder(List<Manifest> stack) {
        List<Unkept> orders = new ArrayList<>();
        for (Manifest manifest : stack) {
            for (Dependency dependency : manifest.dependencies()) {
                model.of(dependency.target())
                        .filter(target -> target.stack().equals(manifest.stack()) && !isKept(manifest, target))
                        .ifPresent(target -> orders.add(new Unkept(manifest, target, dependency.origin())));
            }
        }
        if (orders.isEmpty()) {
            return;
        }
        Unkept first = orders.get(0);
        int more = orders.size() - 1;
        findings.add(
                first.manifest(),
                "",
                Finding.of(
                                ApplicationRule.ORDER,
                                first.manifest() + " depends on " + first.target()
                                        + (more == 0
                                                ? ""
                                                : ", and there " + (more == 1 ? "is" : "are") + " " + more + " more")
                                        + ", but nothing tells Argo CD of it, which applies them at once.")
                        .hint(
                                "Let the Application of the stack call syncWaves(), as with GitOps.of(..., g -> g.application(a ->"
                                        + " a.syncWaves())).")
                        .at(first.origin())
                        .related(first.target().origin(), first.target() + " is made here"));
    }

    /** Whoever gives hooks has an order of his own. */
    private static boolean isKept(Manifest manifest, Manifest target) {
        return !annotation(manifest, HOOK).isEmpty()
                || !annotation(target, HOOK).isEmpty()
                || wave(manifest) > wave(target);
    }

    private void checkNumber(Manifest manifest) {
        String text = annotation(manifest, WAVE);
        if (!text.isEmpty() && !isNumber(text)) {
            findings.add(
                    manifest,
                    FieldPath.child("metadata.annotations", WAVE),
                    Finding.of(
                                    ApplicationRule.WAVE,
                                    "The wave \"" + text + "\" is not a whole number, so it counts as 0.")
                            .hint("Give a whole number, which may be negative."));
        }
    }

    private void compare(Manifest manifest, Manifest target) {
        // a Service that selects pods does not need them; a pod needs its ConfigMap
        if (rank(target) >= rank(manifest)) {
            return;
        }
        int phase = Integer.compare(phase(manifest), phase(target));
        int order = phase != 0 ? phase : Integer.compare(wave(manifest), wave(target));
        if (order >= 0) {
            return;
        }
        boolean own = !annotation(manifest, phase != 0 ? HOOK : WAVE).isEmpty();
        String key = phase != 0 ? HOOK : WAVE;
        Manifest changed = own ? manifest : target;
        findings.add(
                changed,
                FieldPath.child("metadata.annotations", key),
                Finding.of(
                                ApplicationRule.WAVE,
                                manifest + " refers to " + target + ", but is applied " + when(manifest, phase != 0)
                                        + ", and " + target.id().kind() + " \""
                                        + target.id().name() + "\" "
                                        + when(target, phase != 0) + ".")
                        .hint(
                                phase != 0
                                        ? "Give " + target + " the same hook, and a lower wave."
                                        : "Give " + target + " a lower wave, or leave the annotations to syncWaves().")
                        .related((own ? target : manifest).origin(), (own ? target : manifest) + " is made here"));
    }

    private static String when(Manifest manifest, boolean phases) {
        if (phases) {
            return switch (phase(manifest)) {
                case -1 -> "before the sync";
                case 1 -> "after the sync";
                default -> "in the sync itself";
            };
        }
        return "in wave " + wave(manifest);
    }

    private static int phase(Manifest manifest) {
        return switch (annotation(manifest, HOOK)) {
            case "PreSync" -> -1;
            case "PostSync" -> 1;
            default -> 0;
        };
    }

    private static int wave(Manifest manifest) {
        String text = annotation(manifest, WAVE);
        return isNumber(text) ? Integer.parseInt(text) : 0;
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?[0-9]{1,9}");
    }

    private static String annotation(Manifest manifest, String key) {
        JsonNode annotations = manifest.tree().path("metadata").path("annotations");
        return annotations.path(key).asText("");
    }

    private static int rank(Manifest manifest) {
        return KindTable.rank(manifest.id().apiVersion(), manifest.id().kind());
    }
}
