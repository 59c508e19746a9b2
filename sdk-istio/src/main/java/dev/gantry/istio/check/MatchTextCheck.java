package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Locale;

/**
 * Looks for conditions of routes that no request fulfils. Names of headers are not looked at, since their case does not matter;
 * nor are expressions.
 */
final class MatchTextCheck {

    private static final List<String> FORMS = List.of("exact", "prefix");

    private final Findings findings;

    MatchTextCheck(Findings findings) {
        this.findings = findings;
    }

    void check(List<Manifest> routes) {
        for (Manifest virtualService : routes) {
            JsonNode http = virtualService.tree().path("spec").path("http");
            for (int i = 0; i < http.size(); i++) {
                JsonNode conditions = http.path(i).path("match");
                for (int j = 0; j < conditions.size(); j++) {
                    String place = "spec.http[" + i + "].match[" + j + "].";
                    for (String form : FORMS) {
                        checkPath(
                                virtualService,
                                place + "uri." + form,
                                conditions.path(j).path("uri").path(form).asText());
                        checkMethod(
                                virtualService,
                                place + "method." + form,
                                form,
                                conditions.path(j).path("method").path(form).asText());
                    }
                }
            }
        }
    }

    private void checkPath(Manifest routes, String field, String path) {
        if (path.isEmpty() || path.equals("*")) {
            return; // OPTIONS has the path * if it asks about the server as a whole
        }
        if (path.charAt(0) != '/') {
            report(
                    routes,
                    field,
                    "The path \"" + path
                            + "\" does not begin with /, as every path does, so the condition never holds.",
                    "Write \"/" + path + "\".");
        } else if (path.indexOf('?') >= 0) {
            report(
                    routes,
                    field,
                    "The path \"" + path
                            + "\" has a query, which is not compared with it, so the condition never holds.",
                    "Compare the query by itself: queryParam(name, value).");
        }
    }

    private void checkMethod(Manifest routes, String field, String form, String method) {
        String upper = method.toUpperCase(Locale.ROOT);
        if (!upper.equals(method)) {
            report(
                    routes,
                    field,
                    "The method \"" + method
                            + "\" has lower-case letters, but methods are compared with their case, so the"
                            + " condition never holds.",
                    "Write " + form + "(\"" + upper + "\").");
        }
    }

    private void report(Manifest routes, String field, String message, String hint) {
        findings.add(
                routes, field, Finding.of(TrafficRule.IMPOSSIBLE_MATCH, message).hint(hint));
    }
}
