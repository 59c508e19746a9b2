package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** For which hosts and paths an Ingress answers, and who answers behind it. */
final class IngressEffects {

    private IngressEffects() {}

    static void describe(Change change) {
        if (!change.kind().equals("networking.k8s.io/Ingress")) {
            return;
        }
        Set<String> old = hosts(change.old());
        Set<String> current = hosts(change.current());
        Named.say(change, "answers for %s from now on", current, old);
        Named.say(change, "answers no more for %s", old, current);
        Map<String, String> was = backends(change.old());
        Map<String, String> is = backends(change.current());
        is.forEach((path, backend) -> {
            String other = was.get(path);
            if (other != null && !other.equals(backend)) {
                change.say(path + " goes to " + backend + " instead of " + other);
            } else if (other == null && old.contains(host(path))) {
                change.say(path + " goes to " + backend + " from now on");
            }
        });
        was.keySet().stream()
                .filter(path -> !is.containsKey(path) && current.contains(host(path)))
                .forEach(path -> change.say(path + " is answered no more"));
        if (change.differs("tls")) {
            change.say("shows other certificates, or shows them for other hosts");
        }
        if (change.differs("ingressClassName")) {
            change.say("is served by " + Sentence.text(change.current("ingressClassName"), "the default class")
                    + " instead of " + Sentence.text(change.old("ingressClassName"), "the default class")
                    + ": its address may be another one");
        }
    }

    static Set<String> hosts(JsonNode spec) {
        Set<String> hosts = new LinkedHashSet<>();
        spec.path("rules").forEach(rule -> hosts.add(host(rule)));
        return hosts;
    }

    private static String host(JsonNode rule) {
        return Sentence.text(rule.path("host"), "all hosts");
    }

    private static String host(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static Map<String, String> backends(JsonNode spec) {
        Map<String, String> backends = new LinkedHashMap<>();
        for (JsonNode rule : spec.path("rules")) {
            for (JsonNode path : rule.path("http").path("paths")) {
                JsonNode service = path.path("backend").path("service");
                JsonNode port = service.path("port");
                backends.put(
                        host(rule) + Sentence.text(path.path("path"), "/"),
                        service.path("name").asText() + ":"
                                + Sentence.text(
                                        port.path("name"), port.path("number").asText()));
            }
        }
        return backends;
    }
}
