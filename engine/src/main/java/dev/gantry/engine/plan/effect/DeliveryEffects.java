package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;

/** What Argo CD deploys, from where to where, and whether by itself. */
final class DeliveryEffects {

    static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";

    private DeliveryEffects() {}

    static void describe(Change change) {
        if (!change.kind().equals("argoproj.io/Application")) {
            return;
        }
        if (change.differs("source")) {
            change.say("Argo CD deploys " + source(change.current("source")) + " instead of "
                    + source(change.old("source")));
        }
        if (change.differs("sources")) {
            change.say("Argo CD deploys from other sources");
        }
        if (change.differs("destination")) {
            change.say("Argo CD deploys to " + destination(change.current("destination")) + " instead of "
                    + destination(change.old("destination")));
        }
        boolean old = isAutomatic(change.old());
        boolean current = isAutomatic(change.current());
        if (old != current) {
            change.say(current ? "Argo CD syncs by itself from now on" : "Argo CD syncs only when it is told to");
        }
        boolean prunes = change.current("syncPolicy", "automated", "prune").asBoolean();
        if (current && prunes && !change.old("syncPolicy", "automated", "prune").asBoolean()) {
            change.say("Argo CD deletes by itself what its source no longer has");
        }
    }

    private static boolean isAutomatic(JsonNode spec) {
        JsonNode automated = spec.path("syncPolicy").path("automated");
        return automated.isObject() && automated.path("enabled").asBoolean(true);
    }

    private static String source(JsonNode source) {
        String what = source.hasNonNull("chart")
                ? source.path("chart").asText()
                : source.path("repoURL").asText()
                        + (source.hasNonNull("path") ? "/" + source.path("path").asText() : "");
        return what + " at " + Sentence.text(source.path("targetRevision"), "HEAD");
    }

    private static String destination(JsonNode destination) {
        String cluster = Sentence.text(
                destination.path("name"), destination.path("server").asText());
        return cluster + ", namespace " + Sentence.text(destination.path("namespace"), "of each object");
    }
}
