package dev.gantry.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.report.ReportContext;
import dev.gantry.report.ReportFormat;
import dev.gantry.yaml.YamlPrinter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** How things are named in the messages of assertions. */
final class Shown {

    private Shown() {}

    /** Such as {@code Deployment shop/web (Shop.java:31)}. */
    static String subject(Manifest manifest) {
        Origin origin = manifest.origin();
        return manifest + (origin == null ? "" : " (" + origin + ")");
    }

    /** Such as {@code (Shop.java:33)} with a blank before it; empty if no line is known. */
    static String line(Manifest manifest, String field) {
        Origin origin = manifest.lineOf(field);
        return origin == null ? "" : " (" + origin + ")";
    }

    /** A message, and below it the manifest that it is about. */
    static String with(String message, Manifest manifest) {
        String yaml = YamlPrinter.print(manifest.tree()).stripTrailing().replace("\n", "\n  ");
        return message + "\n\n" + subject(manifest) + ":\n  " + yaml;
    }

    /** Findings as text, without the environments if there is but one. */
    static String report(List<Finding> findings) {
        Set<String> environments = new TreeSet<>();
        for (Finding finding : findings) {
            if (finding.environment() != null) {
                environments.add(finding.environment());
            }
        }
        ReportContext context = ReportContext.plain().environments(environments);
        return ReportFormat.TEXT.render(findings, context).stripTrailing();
    }

    /** Texts in quotes, anything else as JSON. */
    static String value(JsonNode node) {
        return node.isTextual() ? quoted(node.textValue()) : node.toString();
    }

    static String quoted(String text) {
        return "\"" + text + "\"";
    }

    /** Such as {@code "a", "b" and "c"}; {@code none} if there are none. */
    static <T> String list(Collection<T> items, Function<? super T, String> name) {
        List<String> names = new ArrayList<>(items.size());
        items.forEach(item -> names.add(name.apply(item)));
        if (names.size() < 2) {
            return names.isEmpty() ? "none" : names.get(0);
        }
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** Such as {@code is 1 Deployment} and {@code are 2 Deployments}. */
    static String are(int count, String kind) {
        return count == 1 ? "is 1 " + kind : "are " + (count == 0 ? "no " : count + " ") + plural(kind);
    }

    static String plural(String kind) {
        if (kind.endsWith("y")) {
            return kind.substring(0, kind.length() - 1) + "ies";
        }
        return kind + (kind.endsWith("s") || kind.endsWith("x") ? "es" : "s");
    }
}
