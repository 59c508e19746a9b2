package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Looks for routes whose requests an earlier one takes: the first that matches is the one that counts. */
final class RouteOrderCheck {

    private final Findings findings;

    /** A condition of an earlier route, and which route that is. */
    private record Earlier(int route, JsonNode condition) {}

    RouteOrderCheck(Findings findings) {
        this.findings = findings;
    }

    void check(List<Manifest> routes) {
        for (Manifest virtualService : routes) {
            for (String protocol : List.of("http", "tls", "tcp")) {
                JsonNode list = virtualService.tree().path("spec").path(protocol);
                if (list.size() > 1) {
                    check(virtualService, "spec." + protocol, list);
                }
            }
        }
    }

    private void check(Manifest routes, String path, JsonNode list) {
        List<Earlier> earlier = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            List<JsonNode> conditions = MatchCover.conditions(list.path(i));
            List<Integer> covered = new ArrayList<>();
            int taker = -1;
            for (int j = 0; j < conditions.size(); j++) {
                int first = taker(earlier, conditions.get(j));
                if (first >= 0) {
                    covered.add(j);
                    taker = Math.max(taker, first);
                }
            }
            if (covered.size() == conditions.size()) {
                unreachable(routes, path, list, i, taker);
            } else {
                for (int condition : covered) {
                    unreachable(routes, path, i, condition, taker(earlier, conditions.get(condition)));
                }
            }
            if (!list.path(i).has("delegate")) { // what the delegate's routes do not match goes on to the next one
                for (JsonNode condition : conditions) {
                    earlier.add(new Earlier(i, condition));
                }
            }
        }
    }

    private static int taker(List<Earlier> earlier, JsonNode condition) {
        for (Earlier each : earlier) {
            if (MatchCover.covers(each.condition(), condition)) {
                return each.route();
            }
        }
        return -1;
    }

    private void unreachable(Manifest routes, String path, JsonNode list, int index, int taker) {
        boolean all = list.path(taker).path("match").isEmpty();
        String takerPath = path + "[" + taker + "]";
        findings.add(
                routes,
                path + "[" + index + "]",
                Finding.of(
                                TrafficRule.UNREACHABLE_ROUTE,
                                "The route can never match: " + takerPath + " before it takes "
                                        + (all ? "everything." : "all that it would match."))
                        .hint(
                                all
                                        ? "Put the route without match(...) last."
                                        : "Put the narrower route first, or leave it out.")
                        .related(routes.lineOf(takerPath), "this route takes it"));
    }

    private void unreachable(Manifest routes, String path, int index, int condition, int taker) {
        String takerPath = path + "[" + taker + "]";
        findings.add(
                routes,
                path + "[" + index + "].match[" + condition + "]",
                Finding.of(
                                TrafficRule.UNREACHABLE_MATCH,
                                "The condition can never match: " + takerPath + " takes all that it would match.")
                        .hint("Leave the condition out, or put the route before the other.")
                        .related(routes.lineOf(takerPath), "this route takes it"));
    }
}
