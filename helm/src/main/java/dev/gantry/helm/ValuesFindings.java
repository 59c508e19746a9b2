package dev.gantry.helm;

import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Helm says when it does not render a chart, as findings. What the schema of the values forbids is one finding for each value, whose
 * field is the path of the value.
 */
final class ValuesFindings {

    private static final String SCHEMA = "values don't meet the specifications of the schema";
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");
    private static final Pattern CHART = Pattern.compile("([A-Za-z0-9._-]+):");
    private static final Pattern PLACE = Pattern.compile("- at '([^']*)': (.*)");

    private static final Pattern MORE = Pattern.compile("additional properties '(.*)' not allowed");

    /** What stands above several mistakes in one value. */
    private static final String SUMMARY = "validation failed";

    private ValuesFindings() {}

    static List<Finding> of(String words) {
        int schema = words.indexOf(SCHEMA);
        List<Finding> findings = schema < 0 ? List.of() : ofSchema(words.substring(schema));
        return findings.isEmpty()
                ? List.of(Finding.of(ChartRule.NOT_RENDERED, "Helm does not render the chart: " + words)
                        .at(TemplatePlace.origin(words)))
                : findings;
    }

    private static List<Finding> ofSchema(String words) {
        List<Finding> findings = new ArrayList<>();
        String chart = "";
        for (String line : words.lines().skip(1).toList()) {
            Matcher of = CHART.matcher(line.strip());
            Matcher at = PLACE.matcher(line.strip());
            if (of.matches()) {
                chart = of.group(1);
            } else if (at.matches()) {
                String field = path(at.group(1));
                Matcher more = MORE.matcher(at.group(2));
                if (more.matches()) {
                    for (String key : more.group(1).split("', '", -1)) {
                        String unknown = FieldPath.child(field, key);
                        findings.add(finding(chart, unknown, "the schema does not have it"));
                    }
                } else if (!at.group(2).equals(SUMMARY)) {
                    findings.add(finding(chart, field, at.group(2)));
                }
            }
        }
        return findings;
    }

    private static Finding finding(String chart, String field, String problem) {
        String shown = field.isEmpty() ? "the values" : field;
        return Finding.of(
                        ChartRule.VALUES,
                        "The schema of the chart " + chart + " does not allow " + shown + ": " + problem + ".")
                .on(null, field);
    }

    /** A JSON pointer as a path of values; a step of digits is taken for the place in a list. */
    private static String path(String pointer) {
        String path = "";
        for (String step : pointer.split("/", -1)) {
            if (INDEX.matcher(step).matches()) {
                path = FieldPath.item(path, Integer.parseInt(step));
            } else if (!step.isEmpty()) {
                path = FieldPath.child(path, step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return path;
    }
}
