package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.ScrapeTarget;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A scrape as an AuthorizationPolicy sees it: a GET of a path at a port. In plain text it has no identity, so that no rule about
 * principals is true of it. What is not known of it counts as let through.
 */
final class Scraper {

    /** What rules can ask of a client's certificate. */
    private static final List<String> IDENTITY = List.of("principals", "namespaces", "serviceAccounts");

    private static final Set<String> IDENTITY_KEYS =
            Set.of("source.principal", "source.namespace", "source.serviceAccount");

    /** Headers that every client sends. */
    private static final Set<String> SENT = Set.of("host", ":authority", "user-agent", "accept", "accept-encoding");

    private final ScrapeTarget target;

    Scraper(ScrapeTarget target) {
        this.target = target;
    }

    /** Whether a rule may let the scrape through. */
    boolean isLetThrough(JsonNode rule) {
        return some(rule.path("from"), from -> mayBe(from.path("source")))
                && some(rule.path("to"), to -> asks(to.path("operation")))
                && all(rule.path("when"));
    }

    private interface Test {
        boolean of(JsonNode part);
    }

    private static boolean some(JsonNode parts, Test test) {
        for (JsonNode part : parts) {
            if (test.of(part)) {
                return true;
            }
        }
        return parts.isEmpty();
    }

    private boolean mayBe(JsonNode source) {
        for (String list : IDENTITY) {
            if (target.isPlain() && !source.path(list).isEmpty()) {
                return false;
            }
        }
        return source.path("requestPrincipals").isEmpty() || hasToken();
    }

    private boolean hasToken() {
        return !target.authorization().isMissingNode();
    }

    private boolean asks(JsonNode operation) {
        String port = Integer.toString(target.number());
        return is(operation, "ports", "notPorts", port)
                && is(operation, "methods", "notMethods", "GET")
                && is(operation, "paths", "notPaths", target.path());
    }

    private static boolean is(JsonNode operation, String wanted, String unwanted, String text) {
        return some(operation.path(wanted), pattern -> matches(pattern.asText(), text))
                && (operation.path(unwanted).isEmpty()
                        || !some(operation.path(unwanted), pattern -> matches(pattern.asText(), text)));
    }

    private boolean all(JsonNode conditions) {
        for (JsonNode condition : conditions) {
            String key = condition.path("key").asText();
            boolean asks = !condition.path("values").isEmpty();
            if (asks && isNever(key)) {
                return false;
            }
            if (key.equals("destination.port")
                    && !is(condition, "values", "notValues", Integer.toString(target.number()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a scrape has no such attribute. */
    private boolean isNever(String key) {
        if (IDENTITY_KEYS.contains(key)) {
            return target.isPlain();
        }
        if (key.startsWith("request.auth.")) {
            return !hasToken();
        }
        if (key.startsWith("request.headers[") && key.endsWith("]")) {
            String header =
                    key.substring("request.headers[".length(), key.length() - 1).toLowerCase(Locale.ROOT);
            return !SENT.contains(header) && !(header.equals("authorization") && hasToken());
        }
        return false;
    }

    /** Whether a text is what a pattern means, in which {@code *} may stand at either end, or parts in braces. */
    static boolean matches(String pattern, String text) {
        if (pattern.contains("{*")) {
            String expression =
                    Pattern.quote(pattern).replace("{**}", "\\E.*\\Q").replace("{*}", "\\E[^/]+\\Q");
            return Pattern.matches(expression, text);
        }
        if (pattern.equals("*")) {
            return !text.isEmpty();
        }
        if (pattern.endsWith("*")) {
            return text.startsWith(pattern.substring(0, pattern.length() - 1));
        }
        return pattern.startsWith("*") ? text.endsWith(pattern.substring(1)) : text.equals(pattern);
    }
}
