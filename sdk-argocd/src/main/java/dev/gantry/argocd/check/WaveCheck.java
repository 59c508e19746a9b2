package dev.gantry.argocd.check;

import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.extension.KindTable;
import dev.gantry.extension.Reference;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for resources that Argo CD applies before what they refer to, by a hook or by a wave, or together with what they depend on: it
 * waits until all of a wave is healthy before the next one.
 */
final class WaveCheck {

    private final Model model;
    private final StackContents contents;
    private final Findings findings;

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
            for (UnkeptOrder order : UnkeptOrder.in(contents.of(application))) {
                findings.add(order.manifest(), "", order.finding());
            }
        }
    }

    private void checkNumber(Manifest manifest) {
        SyncTime time = SyncTime.of(manifest);
        if (time.hasWave() && !time.isNumber()) {
            findings.add(
                    manifest,
                    FieldPath.child("metadata.annotations", SyncTime.WAVE),
                    Finding.of(
                                    ApplicationRule.WAVE,
                                    "The wave \"" + time.wave() + "\" is not a whole number, so it counts as 0.")
                            .hint("Give a whole number, which may be negative."));
        }
    }

    private void compare(Manifest manifest, Manifest target) {
        // a Service that selects pods does not need them; a pod needs its ConfigMap
        if (rank(target) >= rank(manifest)) {
            return;
        }
        SyncTime time = SyncTime.of(manifest);
        SyncTime other = SyncTime.of(target);
        int phase = Integer.compare(time.phase(), other.phase());
        int order = phase != 0 ? phase : Integer.compare(time.number(), other.number());
        if (order >= 0) {
            return;
        }
        boolean own = phase != 0 ? time.isHook() : time.hasWave();
        String key = phase != 0 ? SyncTime.HOOK : SyncTime.WAVE;
        Manifest changed = own ? manifest : target;
        findings.add(
                changed,
                FieldPath.child("metadata.annotations", key),
                Finding.of(
                                ApplicationRule.WAVE,
                                manifest + " refers to " + target + ", but is applied " + when(time, phase != 0)
                                        + ", and " + target.id().kind() + " \""
                                        + target.id().name() + "\" "
                                        + when(other, phase != 0) + ".")
                        .hint(
                                phase != 0
                                        ? "Give " + target + " the same hook, and a lower wave."
                                        : "Give " + target + " a lower wave, or leave the annotations to syncWaves().")
                        .related((own ? target : manifest).origin(), (own ? target : manifest) + " is made here"));
    }

    private static String when(SyncTime time, boolean phases) {
        if (phases) {
            return switch (time.phase()) {
                case -1 -> "before the sync";
                case 1 -> "after the sync";
                default -> "in the sync itself";
            };
        }
        return "in wave " + time.number();
    }

    private static int rank(Manifest manifest) {
        return KindTable.rank(manifest.id().apiVersion(), manifest.id().kind());
    }
}
