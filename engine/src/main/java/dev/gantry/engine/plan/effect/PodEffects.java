package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What happens to pods: which restart and how, which start or stop, and what they run. */
final class PodEffects {

    private PodEffects() {}

    static void describe(Change change) {
        switch (change.kind()) {
            case "apps/Deployment", "apps/StatefulSet", "apps/DaemonSet" -> {
                images(change, Templates.of(change.before()), Templates.of(change.after()));
                if (restarts(change)) {
                    restart(change);
                }
                if (!change.kind().equals("apps/DaemonSet")) {
                    scale(change);
                }
                pause(change);
            }
            case "apps/ReplicaSet" -> {
                if (change.differs("template")) {
                    change.say("pods that run keep the old template; only new ones get the other");
                }
                scale(change);
            }
            case "batch/CronJob" -> cronJob(change);
            case "batch/Job" -> job(change);
            default -> {}
        }
    }

    static boolean restarts(Change change) {
        return change.differs("template");
    }

    private static void restart(Change change) {
        if (change.kind().equals("apps/DaemonSet")) {
            daemons(change);
            return;
        }
        long pods = Math.min(replicas(change.before()), replicas(change.after()));
        if (pods == 0) {
            return;
        }
        if (change.current("paused").asBoolean()) {
            change.say("no pod restarts while it is paused");
        } else if (change.kind().equals("apps/StatefulSet")) {
            statefulSet(change, pods);
        } else if (change.current("strategy", "type").asText().equals("Recreate")) {
            change.say(
                    pods == 1
                            ? "its pod stops before the new one starts: nothing answers in between"
                            : "all " + pods + " pods stop before new ones start: nothing answers in between");
        } else {
            JsonNode rolling = change.current("strategy", "rollingUpdate");
            long extra = share(rolling.path("maxSurge"), pods, true);
            long missing = share(rolling.path("maxUnavailable"), pods, false);
            // The server takes one away if neither more nor fewer pods are allowed.
            missing = extra == 0 && missing == 0 ? 1 : missing;
            change.say(Sentence.count(pods, "pod", "restart") + ", at most " + extra + " extra and " + missing
                    + " missing at a time");
        }
    }

    private static void statefulSet(Change change, long pods) {
        JsonNode strategy = change.current("updateStrategy");
        long partition = strategy.path("rollingUpdate").path("partition").asLong();
        if (strategy.path("type").asText().equals("OnDelete")) {
            change.say("no pod restarts until somebody deletes it (OnDelete)");
        } else if (partition > 0) {
            long due = Math.max(0, pods - partition);
            change.say(due + " of " + pods + " pods " + (due == 1 ? "restarts" : "restart") + " (partition " + partition
                    + ")");
        } else {
            change.say(Sentence.count(pods, "pod", "restart") + (pods == 1 ? "" : ", one after the other"));
        }
    }

    private static void daemons(Change change) {
        JsonNode strategy = change.current("updateStrategy");
        if (strategy.path("type").asText().equals("OnDelete")) {
            change.say("no pod restarts until somebody deletes it (OnDelete)");
            return;
        }
        JsonNode status = change.before().path("status").path("desiredNumberScheduled");
        String pods =
                status.isNumber() ? Sentence.count(status.asLong(), "pod", "restart") : "the pods of all nodes restart";
        if (!status.isNumber() || status.asLong() > 0) {
            change.say(pods + ", "
                    + Sentence.text(strategy.path("rollingUpdate").path("maxUnavailable"), "1") + " at a time");
        }
    }

    /** A number of pods, or a percentage of them; 25 % where nothing is said. */
    private static long share(JsonNode value, long pods, boolean up) {
        String text = Sentence.text(value, "25%");
        if (!text.endsWith("%")) {
            return value.asLong();
        }
        double share = pods * Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
        return (long) (up ? Math.ceil(share) : Math.floor(share));
    }

    private static void scale(Change change) {
        long old = replicas(change.before());
        long current = replicas(change.after());
        if (old == current) {
            return;
        }
        if (current == 0) {
            change.say(old == 1 ? "its pod stops, and none runs" : "all " + old + " pods stop, and none runs");
        } else if (old == 0) {
            change.say(Sentence.count(current, "pod", "start"));
        } else {
            change.say("scales from " + old + " to " + Sentence.count(current, "pod"));
        }
    }

    static long replicas(JsonNode object) {
        return object.path("spec").path("replicas").asLong(1);
    }

    private static void pause(Change change) {
        if (change.differs("paused")) {
            change.say(
                    change.current("paused").asBoolean()
                            ? "is paused: changes of its pods wait"
                            : "goes on: changes that waited are rolled out");
        }
    }

    private static void cronJob(Change change) {
        images(change, Templates.of(change.before()), Templates.of(change.after()));
        if (change.differs("schedule") || change.differs("timeZone")) {
            change.say("runs at \"" + schedule(change.current()) + "\" instead of \"" + schedule(change.old()) + "\"");
        }
        if (change.differs("suspend")) {
            change.say(change.current("suspend").asBoolean() ? "runs no more until it is resumed" : "runs again");
        }
        if (change.differs("jobTemplate")) {
            change.say("the next run is made of the new template; runs that have begun are not");
        }
    }

    private static String schedule(JsonNode spec) {
        return spec.path("schedule").asText()
                + (spec.hasNonNull("timeZone") ? " " + spec.path("timeZone").asText() : "");
    }

    private static void job(Change change) {
        if (change.differs("suspend")) {
            change.say(change.current("suspend").asBoolean() ? "its pods stop until it is resumed" : "its pods start");
        }
        if (change.differs("parallelism")) {
            change.say("runs " + Sentence.count(change.current("parallelism").asLong(1), "pod") + " at once instead of "
                    + change.old("parallelism").asLong(1));
        }
    }

    private static void images(Change change, JsonNode before, JsonNode after) {
        Map<String, String> old = images(before);
        images(after).forEach((name, image) -> {
            String was = old.get(name);
            if (was != null && !was.equals(image)) {
                change.say(name + " runs " + image + " instead of " + was);
            }
        });
    }

    private static Map<String, String> images(JsonNode template) {
        Map<String, String> images = new LinkedHashMap<>();
        for (JsonNode container : Templates.containers(template)) {
            images.put(container.path("name").asText(), container.path("image").asText());
        }
        return images;
    }
}
