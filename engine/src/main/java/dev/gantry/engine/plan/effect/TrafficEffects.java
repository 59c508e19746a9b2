package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much traffic moves from where to where, and for which hosts. */
final class TrafficEffects {

    private TrafficEffects() {}

    static void describe(Change change) {
        switch (change.kind()) {
            case "networking.istio.io/VirtualService" -> {
                hosts(change, "hosts");
                for (String protocol : new String[] {"http", "tls", "tcp"}) {
                    routes(change, protocol, "route");
                }
            }
            case "gateway.networking.k8s.io/HTTPRoute", "gateway.networking.k8s.io/GRPCRoute" -> {
                hosts(change, "hostnames");
                routes(change, "rules", "backendRefs");
            }
            case "networking.istio.io/DestinationRule" -> subsets(change);
            case "security.istio.io/PeerAuthentication" -> encryption(change);
            default -> {}
        }
    }

    private static void hosts(Change change, String field) {
        Set<String> old = texts(change.old(field));
        Set<String> current = texts(change.current(field));
        Named.say(change, "holds for %s from now on", current, old);
        Named.say(change, "holds no more for %s", old, current);
    }

    static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static void routes(Change change, String field, String destinations) {
        Map<String, JsonNode> old = Named.of(change.old(field));
        Map<String, JsonNode> current = Named.of(change.current(field));
        current.forEach((name, route) -> {
            JsonNode was = old.get(name);
            String where = current.size() == 1 ? "" : " (route " + name + ")";
            if (was != null) {
                moves(change, where, shares(was.path(destinations)), shares(route.path(destinations)));
            } else if (!old.isEmpty()) {
                change.say("route " + name + " is added");
            }
        });
        if (!current.isEmpty()) {
            Named.say(change, "route %s is removed", old.keySet(), current.keySet());
        }
    }

    private static void moves(
            Change change, String where, Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        Map<String, BigDecimal> lost = new LinkedHashMap<>();
        Map<String, BigDecimal> won = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String each : all) {
            BigDecimal more =
                    after.getOrDefault(each, BigDecimal.ZERO).subtract(before.getOrDefault(each, BigDecimal.ZERO));
            (more.signum() < 0 ? lost : won).put(each, more.abs());
        }
        List<String> moves = new ArrayList<>();
        lost.forEach((from, amount) -> {
            BigDecimal left = amount;
            for (Map.Entry<String, BigDecimal> to : won.entrySet()) {
                BigDecimal some = left.min(to.getValue());
                // A third of a percent, lost to rounding, is no traffic.
                if (some.compareTo(new BigDecimal("0.05")) >= 0) {
                    moves.add(percent(some) + " % of traffic moves from " + from + " to " + to.getKey() + where);
                    to.setValue(to.getValue().subtract(some));
                    left = left.subtract(some);
                }
            }
        });
        moves.forEach(change::say);
    }

    private static String percent(BigDecimal share) {
        BigDecimal rounded = share.setScale(1, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString();
    }

    /** The share of each destination in percent; one without a weight has all of it, or as much as each other one. */
    private static Map<String, BigDecimal> shares(JsonNode destinations) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode each : destinations) {
            boolean istio = each.has("destination");
            BigDecimal weight =
                    BigDecimal.valueOf(each.path("weight").asLong(istio && destinations.size() > 1 ? 0 : 1));
            weights.merge(name(each), weight, BigDecimal::add);
            sum = sum.add(weight);
        }
        BigDecimal all = sum;
        weights.replaceAll((name, weight) -> all.signum() == 0
                ? BigDecimal.ZERO
                : weight.multiply(BigDecimal.valueOf(100)).divide(all, 6, RoundingMode.HALF_UP));
        return weights;
    }

    private static String name(JsonNode route) {
        if (!route.has("destination")) {
            return route.path("name").asText();
        }
        JsonNode destination = route.path("destination");
        String host = destination.path("host").asText();
        return destination.hasNonNull("subset")
                ? host + "/" + destination.path("subset").asText()
                : host;
    }

    private static void subsets(Change change) {
        Map<String, JsonNode> old = Named.of(change.old("subsets"));
        Map<String, JsonNode> current = Named.of(change.current("subsets"));
        Named.say(change, "the subset %s is there from now on", current.keySet(), old.keySet());
        Named.say(change, "the subset %s is gone: routes to it fail", old.keySet(), current.keySet());
        current.forEach((name, subset) -> {
            JsonNode was = old.get(name);
            if (was != null && !was.path("labels").equals(subset.path("labels"))) {
                change.say("the subset " + name + " is the pods with " + Sentence.labels(subset.path("labels"))
                        + " instead of those with " + Sentence.labels(was.path("labels")));
            }
        });
        if (change.differs("trafficPolicy", "tls", "mode")) {
            change.say("clients speak to it with TLS mode "
                    + Sentence.text(change.current("trafficPolicy", "tls", "mode"), "of the mesh") + " instead of "
                    + Sentence.text(change.old("trafficPolicy", "tls", "mode"), "that of the mesh"));
        }
    }

    private static void encryption(Change change) {
        if (change.differs("mtls", "mode")) {
            String mode = Sentence.text(change.current("mtls", "mode"), "UNSET");
            change.say(
                    switch (mode) {
                        case "STRICT" -> "plain text is refused from now on";
                        case "PERMISSIVE" -> "plain text is let in from now on";
                        default -> "mutual TLS is " + mode + " from now on";
                    });
        }
    }
}
