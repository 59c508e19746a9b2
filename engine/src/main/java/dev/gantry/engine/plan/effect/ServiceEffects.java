package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which pods answer for a Service, on which ports, and from where it can be reached. */
final class ServiceEffects {

    private ServiceEffects() {}

    static void describe(Change change) {
        if (!change.kind().equals("Service")) {
            return;
        }
        if (change.differs("selector")) {
            change.say("traffic goes to the pods with " + Sentence.labels(change.current("selector"))
                    + " instead of those with " + Sentence.labels(change.old("selector")));
        }
        type(change);
        ports(change);
    }

    private static void type(Change change) {
        String old = Sentence.text(change.old("type"), "ClusterIP");
        String current = Sentence.text(change.current("type"), "ClusterIP");
        if (old.equals(current)) {
            return;
        }
        String effect = "is a " + current + " instead of a " + old;
        if (current.equals("LoadBalancer")) {
            effect += ", and gets an address that can be reached from outside";
        } else if (old.equals("LoadBalancer")) {
            effect += ", and gives its external address up";
        } else if (current.equals("NodePort")) {
            effect += ", and can be reached at a port of every node";
        }
        change.say(effect);
    }

    private static void ports(Change change) {
        Map<String, JsonNode> old = ports(change.old("ports"));
        Map<String, JsonNode> current = ports(change.current("ports"));
        current.forEach((name, port) -> {
            JsonNode was = old.get(name);
            if (was == null) {
                change.say("answers at port " + name + " from now on");
                return;
            }
            if (!was.path("port").equals(port.path("port"))) {
                change.say("port " + name + " is " + port.path("port").asText() + " instead of "
                        + was.path("port").asText() + ": clients have to follow");
            }
            String target =
                    Sentence.text(port.path("targetPort"), port.path("port").asText());
            String before =
                    Sentence.text(was.path("targetPort"), was.path("port").asText());
            if (!target.equals(before)) {
                change.say(
                        "what comes to port " + name + " goes to port " + target + " of the pods instead of " + before);
            }
        });
        old.keySet().stream()
                .filter(name -> !current.containsKey(name))
                .forEach(name -> change.say("answers no more at port " + name));
    }

    /** By name, or by number where the only one has none. */
    private static Map<String, JsonNode> ports(JsonNode list) {
        Map<String, JsonNode> ports = new LinkedHashMap<>();
        for (JsonNode port : list) {
            ports.put(Sentence.text(port.path("name"), port.path("port").asText()), port);
        }
        return ports;
    }
}
