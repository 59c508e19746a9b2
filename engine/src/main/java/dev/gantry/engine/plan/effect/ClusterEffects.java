package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Definitions of kinds, namespaces, and volumes. */
final class ClusterEffects {

    private static final String ENFORCED = "pod-security.kubernetes.io/enforce";

    private ClusterEffects() {}

    static void describe(Change change) {
        switch (change.kind()) {
            case "apiextensions.k8s.io/CustomResourceDefinition" -> definition(change);
            case "Namespace" -> namespace(change);
            case "PersistentVolumeClaim" -> {
                if (change.differs("resources", "requests", "storage")) {
                    change.say("grows from "
                            + change.old("resources", "requests", "storage").asText() + " to "
                            + change.current("resources", "requests", "storage").asText()
                            + ", and cannot shrink again");
                }
            }
            default -> {}
        }
    }

    private static void definition(Change change) {
        Map<String, JsonNode> old = Named.of(change.old("versions"));
        Map<String, JsonNode> current = Named.of(change.current("versions"));
        old.values().removeIf(version -> !version.path("served").asBoolean());
        Map<String, JsonNode> served = Named.of(change.current("versions"));
        served.values().removeIf(version -> !version.path("served").asBoolean());
        Named.say(change, "the version %s is served from now on", served.keySet(), old.keySet());
        Named.say(change, "the version %s is served no more: objects in it are refused", old.keySet(), served.keySet());
        served.forEach((name, version) -> {
            JsonNode was = old.get(name);
            if (was != null && !was.path("schema").equals(version.path("schema"))) {
                change.say("the schema of " + name + " changes: what it does not allow is refused from now on");
            }
        });
        String stored = stored(Named.of(change.old("versions")));
        String storing = stored(current);
        if (!stored.equals(storing)) {
            change.say("objects are stored as " + storing + " instead of " + stored + " when they are written next");
        }
    }

    private static String stored(Map<String, JsonNode> versions) {
        return versions.entrySet().stream()
                .filter(version -> version.getValue().path("storage").asBoolean())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static void namespace(Change change) {
        JsonNode old = change.before().path("metadata").path("labels");
        JsonNode current = change.after().path("metadata").path("labels");
        if (!old.path(ENFORCED).equals(current.path(ENFORCED))) {
            change.say("new pods are held to the Pod Security Standard "
                    + Sentence.text(current.path(ENFORCED), "of the cluster") + " instead of "
                    + Sentence.text(old.path(ENFORCED), "that of the cluster"));
        }
        for (String label : new String[] {"istio-injection", "istio.io/rev"}) {
            if (!old.path(label).equals(current.path(label))) {
                boolean injects = current.hasNonNull(label)
                        && !current.path(label).asText().equals("disabled");
                change.say(
                        injects
                                ? "pods that start from now on get a proxy of the mesh (" + label + "="
                                        + current.path(label).asText() + ")"
                                : "pods that start from now on get no proxy of the mesh by " + label);
            }
        }
    }
}
