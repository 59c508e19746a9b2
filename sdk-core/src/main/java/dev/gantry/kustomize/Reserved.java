package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import dev.gantry.output.EnvironmentOutput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;

/** What Kustomize does to every object, asked or not: no tree can say what falls under it. */
final class Reserved {

    /** Kustomize does not print objects with this annotation. */
    private static final String LOCAL = "config.kubernetes.io/local-config";

    private static final List<String> OWN =
            List.of("internal.config.kubernetes.io/", "config.kubernetes.io/index", "config.kubernetes.io/path");

    private Reserved() {}

    /** What Kustomize would not leave alone. */
    static List<Finding> findings(EnvironmentOutput environment) {
        List<Finding> findings = new ArrayList<>(0);
        Set<String> accounts = new HashSet<>();
        for (Manifest manifest : environment.manifests()) {
            if (manifest.id().kind().equals("ServiceAccount")) {
                accounts.add(manifest.id().name());
            }
        }
        for (Manifest manifest : environment.manifests()) {
            JsonNode annotations = manifest.tree().path("metadata").path("annotations");
            for (Entry<String, JsonNode> annotation : annotations.properties()) {
                String key = annotation.getKey();
                String field = FieldPath.child("metadata.annotations", key);
                if (key.equals(LOCAL)) {
                    findings.add(finding(
                            environment, manifest, field, "Kustomize leaves out what has the annotation " + key + "."));
                } else if (OWN.stream().anyMatch(key::startsWith)) {
                    findings.add(finding(
                            environment,
                            manifest,
                            field,
                            "Kustomize removes the annotation " + key + ", which it uses itself."));
                }
            }
            JsonNode subjects = manifest.tree().path("subjects");
            for (int i = 0; i < subjects.size(); i++) {
                JsonNode subject = subjects.path(i);
                boolean open = subject.path("kind").asText().equals("ServiceAccount") && !subject.has("namespace");
                if (open && accounts.contains(subject.path("name").asText())) {
                    findings.add(finding(
                            environment,
                            manifest,
                            FieldPath.child(FieldPath.item("subjects", i), "namespace"),
                            "Kustomize gives the subject "
                                    + subject.path("name").asText()
                                    + " the namespace of the ServiceAccount of that name."));
                }
            }
        }
        return findings;
    }

    private static Finding finding(EnvironmentOutput environment, Manifest manifest, String field, String message) {
        return Finding.of(KustomizeRule.CHANGED, message)
                .hint("Leave it out or state it, or generate without the format kustomize.")
                .on(manifest.toString(), field)
                .in(environment.name(), manifest.stack())
                .at(manifest.lineOf(field));
    }
}
