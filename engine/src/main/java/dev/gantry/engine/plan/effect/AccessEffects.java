package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What roles allow more or less than before, and who gets or loses them. */
final class AccessEffects {

    private AccessEffects() {}

    /** One verb for one sort of object. */
    private record Grant(String group, String resource, String name, String verb) {

        boolean covers(Grant other) {
            return wild(group, other.group)
                    && wild(resource, other.resource)
                    && (name.isEmpty() || name.equals(other.name))
                    && wild(verb, other.verb);
        }

        private static boolean wild(String pattern, String value) {
            return pattern.equals("*") || pattern.equals(value);
        }

        String subject() {
            String what = resource + (group.isEmpty() || group.equals("*") ? "" : "." + group);
            return (what.equals("*") ? "everything" : what) + (name.isEmpty() ? "" : " " + name);
        }
    }

    static void describe(Change change) {
        switch (change.kind()) {
            case "rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/ClusterRole" -> {
                Set<Grant> old = grants(change.before());
                Set<Grant> current = grants(change.after());
                say(change, "allows from now on: ", current, old);
                say(change, "allows no more: ", old, current);
            }
            case "rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding" -> {
                List<String> old = subjects(change.before());
                List<String> current = subjects(change.after());
                String role = role(change.after());
                Named.say(change, "gives " + role + " to %s", current, old);
                Named.say(change, "takes " + role + " from %s", old, current);
            }
            default -> {}
        }
    }

    static String role(JsonNode binding) {
        return binding.path("roleRef").path("kind").asText() + " "
                + binding.path("roleRef").path("name").asText();
    }

    static List<String> subjects(JsonNode binding) {
        List<String> subjects = new ArrayList<>();
        for (JsonNode each : binding.path("subjects")) {
            String namespace =
                    each.hasNonNull("namespace") ? each.path("namespace").asText() + "/" : "";
            subjects.add(each.path("kind").asText() + " " + namespace
                    + each.path("name").asText());
        }
        return subjects;
    }

    private static void say(Change change, String sentence, Set<Grant> some, Set<Grant> others) {
        Map<String, List<String>> verbs = new LinkedHashMap<>();
        for (Grant grant : some) {
            if (others.stream().noneMatch(other -> other.covers(grant))) {
                verbs.computeIfAbsent(grant.subject(), subject -> new ArrayList<>())
                        .add(grant.verb().equals("*") ? "everything" : grant.verb());
            }
        }
        List<String> parts = new ArrayList<>();
        verbs.forEach((subject, all) -> parts.add(Sentence.list(all) + " on " + subject));
        if (!parts.isEmpty()) {
            change.say(sentence + String.join("; ", parts));
        }
    }

    private static Set<Grant> grants(JsonNode role) {
        Set<Grant> grants = new LinkedHashSet<>();
        for (JsonNode rule : role.path("rules")) {
            for (String verb : TrafficEffects.texts(rule.path("verbs"))) {
                TrafficEffects.texts(rule.path("nonResourceURLs"))
                        .forEach(url -> grants.add(new Grant("", url, "", verb)));
                for (String group : TrafficEffects.texts(rule.path("apiGroups"))) {
                    for (String resource : TrafficEffects.texts(rule.path("resources"))) {
                        Set<String> names = TrafficEffects.texts(rule.path("resourceNames"));
                        (names.isEmpty() ? Set.of("") : names)
                                .forEach(name -> grants.add(new Grant(group, resource, name, verb)));
                    }
                }
            }
        }
        return grants;
    }
}
