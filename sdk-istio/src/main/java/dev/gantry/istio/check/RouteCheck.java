package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Words;
import dev.gantry.extension.GoDuration;
import dev.gantry.finding.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at each route by itself: what it does, its weights, and how long it may take. */
final class RouteCheck {

    private static final List<String> ACTIONS = List.of("route", "redirect", "directResponse", "delegate");
    private static final long MANY = 1000;

    private final Findings findings;

    RouteCheck(Findings findings) {
        this.findings = findings;
    }

    void check(List<Manifest> routes) {
        for (Manifest virtualService : routes) {
            JsonNode spec = virtualService.tree().path("spec");
            if (spec.path("http").isEmpty()
                    && spec.path("tls").isEmpty()
                    && spec.path("tcp").isEmpty()) {
                report(
                        virtualService,
                        "spec",
                        "The VirtualService has no routes, so Istio rejects it.",
                        "Call http(...), tls(...) or tcp(...).");
            }
            for (String protocol : List.of("http", "tls", "tcp")) {
                JsonNode list = spec.path(protocol);
                for (int i = 0; i < list.size(); i++) {
                    String path = "spec." + protocol + "[" + i + "]";
                    checkActions(virtualService, path, list.path(i), protocol.equals("http"));
                    if (protocol.equals("tls")) {
                        checkNames(virtualService, path, list.path(i).path("match"));
                    }
                    checkWeights(virtualService, path + ".route", list.path(i).path("route"));
                    checkRetries(virtualService, path, list.path(i));
                }
            }
        }
    }

    private void checkActions(Manifest routes, String path, JsonNode route, boolean http) {
        List<String> actions = new ArrayList<>();
        for (String action : ACTIONS) {
            if (route.has(action)) {
                actions.add(action);
            }
        }
        if (actions.isEmpty()) {
            report(
                    routes,
                    path,
                    "The route does not say what happens to its " + (http ? "requests." : "connections."),
                    http
                            ? "Call to(service, port), redirect(...), directResponse(status) or delegate(routes)."
                            : "Call to(service, port).");
        } else if (actions.size() > 1) {
            report(
                    routes,
                    path,
                    "The route has " + Words.list(actions, action -> action) + ", of which there can be one only.",
                    "Leave all but one of them out.");
        }
        if (route.has("mirror") && route.has("mirrors")) {
            report(
                    routes,
                    path + ".mirrors",
                    "The route has mirror and mirrors, of which there can be one only.",
                    "Call mirrors(destination, percentage) for each of them.");
        }
    }

    /** Connections that stay encrypted are told apart by the name that the client asks for, so each condition has to have one. */
    private void checkNames(Manifest routes, String path, JsonNode matches) {
        if (matches.isEmpty()) {
            report(
                    routes,
                    path,
                    "The route does not say for which names it is.",
                    "Call match(m -> m.sniHosts(\"shop.example.com\")).");
        }
        for (int i = 0; i < matches.size(); i++) {
            if (matches.path(i).path("sniHosts").isEmpty()) {
                report(
                        routes,
                        path + ".match[" + i + "]",
                        "The condition does not say for which names it is.",
                        "Call sniHosts(\"shop.example.com\").");
            }
        }
    }

    private void report(Manifest routes, String field, String message, String hint) {
        findings.add(routes, field, Finding.of(TrafficRule.ROUTE, message).hint(hint));
    }

    private void checkWeights(Manifest routes, String path, JsonNode destinations) {
        List<String> weights = new ArrayList<>();
        boolean weighted = destinations.size() > 1;
        long sum = 0;
        for (int i = 0; i < destinations.size(); i++) {
            JsonNode weight = destinations.path(i).path("weight");
            weighted |= !weight.isMissingNode();
            weights.add(weight.asText("0"));
            sum += weight.asLong();
            if (routes.hasFlaw(path + "[" + i + "].weight")) {
                return;
            }
        }
        if (!weighted || sum == 100) {
            return;
        }
        boolean one = destinations.size() == 1;
        String field = one ? path + "[0].weight" : path;
        if (sum == 0) {
            findings.add(
                    routes,
                    field,
                    Finding.of(
                                    TrafficRule.NO_WEIGHT,
                                    one
                                            ? "The only destination has the weight 0, but gets all the traffic."
                                            : "None of the destinations has a weight, so Istio rejects the route.")
                            .hint(
                                    one
                                            ? "Leave the weight out, or the route."
                                            : "Give each destination its part: to(destination, weight)."));
        } else {
            findings.add(
                    routes,
                    field,
                    Finding.of(
                                    TrafficRule.WEIGHT_SUM,
                                    one
                                            ? "The only destination has the weight " + sum
                                                    + ", but gets all the traffic."
                                            : "The weights " + Words.list(weights, weight -> weight) + " add up to "
                                                    + sum + ": each destination gets its part of that.")
                            .hint(
                                    one
                                            ? "Leave the weight out, or name where the rest goes."
                                            : "Let them add up to 100, so that they can be read as percentages."));
        }
    }

    private void checkRetries(Manifest routes, String path, JsonNode route) {
        JsonNode retries = route.path("retries");
        Duration timeout = duration(route.path("timeout"));
        Duration each = duration(retries.path("perTryTimeout"));
        long attempts = retries.path("attempts").asLong();
        if (timeout == null || each == null || attempts < 1 || timeout.isZero()) {
            return;
        }
        Duration all = each.multipliedBy(Math.min(attempts, MANY));
        if (all.compareTo(timeout) > 0) {
            findings.add(
                    routes,
                    path + ".retries",
                    Finding.of(
                                    TrafficRule.RETRIES,
                                    attempts + " retries of "
                                            + retries.path("perTryTimeout").asText()
                                            + " each take longer than the timeout of "
                                            + route.path("timeout").asText() + ", which ends them.")
                            .hint("Make timeout(...) longer, or perTryTimeout(...) shorter, or the retries fewer.")
                            .related(routes.lineOf(path + ".timeout"), "the timeout is set here"));
        }
    }

    private static @Nullable Duration duration(JsonNode text) {
        return text.isTextual() ? GoDuration.parse(text.asText()) : null;
    }
}
