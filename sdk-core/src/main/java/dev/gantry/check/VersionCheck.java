package dev.gantry.check;

import dev.gantry.extension.KindTable;
import dev.gantry.extension.Likeness;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Rule;
import java.util.Set;

/** Compares the apiVersion of each object with what the cluster serves. */
final class VersionCheck {

    private final Findings findings;

    VersionCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Model model) {
        KubernetesVersion target = model.kubernetesVersion();
        for (Manifest manifest : model.manifests()) {
            String apiVersion = manifest.id().apiVersion();
            ApiVersions.Row row = ApiVersions.of(apiVersion, manifest.id().kind());
            if (row == null) {
                if (ApiVersions.isMisplaced(apiVersion, manifest.id().kind())) {
                    add(manifest, VersionRule.UNKNOWN, "There is no " + shown(manifest) + ".", target);
                } else {
                    checkSpelling(manifest);
                }
            } else if (row.isAbsentIn(target)) {
                String since = " is there since Kubernetes 1." + row.introduced() + ", and the manifests are made for "
                        + target + ".";
                add(manifest, VersionRule.NOT_YET, shown(manifest) + since, target);
            } else if (row.isRemovedIn(target)) {
                String until = " is no more since Kubernetes 1." + row.removed() + ", and the manifests are made for "
                        + target + ".";
                add(manifest, VersionRule.REMOVED, shown(manifest) + until, target);
            } else if (row.isDeprecatedIn(target)) {
                String end = row.removed() == ApiVersions.NEVER ? "" : ", and goes in 1." + row.removed();
                String since = " is deprecated since Kubernetes 1." + row.deprecated() + end + ".";
                add(manifest, VersionRule.DEPRECATED, shown(manifest) + since, target);
            }
        }
    }

    /** A kind that is not known may be newer than what is known, unless it looks like one of its group. */
    private void checkSpelling(Manifest manifest) {
        Set<String> kinds = KindTable.kinds(manifest.id().group());
        String kind = manifest.id().kind();
        String guess = kinds.contains(kind) ? null : Likeness.closest(kind, kinds);
        if (guess != null) {
            findings.add(
                    manifest,
                    "kind",
                    Finding.of(VersionRule.UNKNOWN, "There is no " + shown(manifest) + ".")
                            .hint("Did you mean " + guess + "?"));
        }
    }

    private static String shown(Manifest manifest) {
        return manifest.id().apiVersion() + " " + manifest.id().kind();
    }

    private void add(Manifest manifest, Rule rule, String message, KubernetesVersion target) {
        String kind = manifest.id().kind();
        String apiVersion = manifest.id().apiVersion();
        ApiVersions.Row replacement = ApiVersions.replacement(apiVersion, kind, target);
        String notes = MigrationNotes.between(apiVersion, kind);
        String hint = rule == VersionRule.NOT_YET
                ? "Say which version the cluster has with -Dgantry.kubernetesVersion=..."
                        + (replacement == null ? "." : ", or use " + replacement.apiVersion() + ".")
                : replacement == null
                        ? notes.isEmpty() ? "Kubernetes " + target + " has nothing in its place." : notes
                        : "Use " + replacement.apiVersion() + " " + kind + (notes.isEmpty() ? "." : ": " + notes);
        findings.add(manifest, "apiVersion", Finding.of(rule, message).hint(hint));
    }
}
