package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Amount;
import dev.gantry.extension.Likeness;
import dev.gantry.extension.Syntax;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks at what containers ask of their pods: fields and resources, in variables and in files. */
final class DownwardApiCheck {

    private static final List<String> FIELDS =
            List.of("metadata.name", "metadata.namespace", "metadata.uid", "metadata.labels", "metadata.annotations");

    private static final List<String> FIELDS_OF_VARIABLES = List.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    /** What a server still reads as spec.nodeName. */
    private static final String OLD_NODE_NAME = "spec.host";

    private static final List<String> RESOURCES = List.of(
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage",
            "requests.cpu",
            "requests.memory",
            "requests.ephemeral-storage");

    private static final List<BigDecimal> CPU_DIVISORS = amounts("1m", "1");

    private static final List<BigDecimal> BYTE_DIVISORS =
            amounts("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");

    private final PodFindings findings;

    DownwardApiCheck(PodFindings findings) {
        this.findings = findings;
    }

    void check(PodContainer container) {
        JsonNode env = container.node().path("env");
        for (int i = 0; i < env.size(); i++) {
            JsonNode source = env.path(i).path("valueFrom");
            if (!isUsual(source, FIELDS_OF_VARIABLES)) {
                String path = container.list() + "[" + container.index() + "].env[" + i + "].valueFrom";
                check(container.workload(), source, path, FIELDS_OF_VARIABLES);
            }
        }
    }

    void check(Workload workload) {
        JsonNode volumes = workload.podSpec().path("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            JsonNode volume = volumes.path(i);
            if (volume.has("downwardAPI")) {
                checkItems(workload, volume.path("downwardAPI"), "volumes[" + i + "].downwardAPI");
            }
            JsonNode sources = volume.path("projected").path("sources");
            for (int j = 0; j < sources.size(); j++) {
                if (sources.path(j).has("downwardAPI")) {
                    String path = "volumes[" + i + "].projected.sources[" + j + "].downwardAPI";
                    checkItems(workload, sources.path(j).path("downwardAPI"), path);
                }
            }
        }
    }

    /** Whether it is nothing that this check is about, or one of these fields: then no path is needed. */
    private static boolean isUsual(JsonNode source, List<String> fields) {
        JsonNode field = source.path("fieldRef");
        return (field.isMissingNode() || fields.contains(field.path("fieldPath").asText()))
                && !source.has("resourceFieldRef");
    }

    private void checkItems(Workload workload, JsonNode files, String path) {
        JsonNode items = files.path("items");
        for (int i = 0; i < items.size(); i++) {
            check(workload, items.path(i), path + ".items[" + i + "]", FIELDS);
        }
    }

    private void check(Workload workload, JsonNode source, String path, List<String> fields) {
        if (source.path("fieldRef").isObject()) {
            String field = source.path("fieldRef").path("fieldPath").asText("");
            if (!fields.contains(field)
                    && !isEntry(field)
                    && !(field.equals(OLD_NODE_NAME) && fields.contains("spec.nodeName"))) {
                boolean map = field.equals("metadata.labels") || field.equals("metadata.annotations");
                add(
                        workload,
                        path + ".fieldRef.fieldPath",
                        map
                                ? "A variable can have one of the " + field.substring(9) + ", not all of them."
                                : (fields == FIELDS ? "A file" : "A variable") + " cannot have the field \"" + field
                                        + "\" of the pod.",
                        map
                                ? "Name one, " + field + "['key'], or use a file of a downward API volume."
                                : hint(field, fields));
            }
        }
        JsonNode resource = source.path("resourceFieldRef");
        if (resource.isObject()) {
            checkResource(workload, resource, path + ".resourceFieldRef");
        }
    }

    private void checkResource(Workload workload, JsonNode reference, String path) {
        String resource = reference.path("resource").asText("");
        boolean hugePages = resource.startsWith("limits.hugepages-") || resource.startsWith("requests.hugepages-");
        if (!hugePages && !RESOURCES.contains(resource)) {
            add(
                    workload,
                    path + ".resource",
                    "A container cannot be told its \"" + resource + "\".",
                    hint(resource, RESOURCES));
            return;
        }
        BigDecimal divisor = Amount.parse(reference.path("divisor").asText("0"));
        if (divisor == null || divisor.signum() == 0) {
            return;
        }
        boolean cpu = resource.endsWith(".cpu");
        for (BigDecimal allowed : cpu ? CPU_DIVISORS : BYTE_DIVISORS) {
            if (allowed.compareTo(divisor) == 0) {
                return;
            }
        }
        add(
                workload,
                path + ".divisor",
                "The amount of " + resource + " cannot be told in units of "
                        + reference.path("divisor").asText() + ".",
                cpu ? "Pass 1 or 1m." : "Pass 1 of a unit, such as 1, 1k, 1M, 1Ki, 1Mi or 1Gi.");
    }

    /** Whether it is such as {@code metadata.labels['app']}. */
    private static boolean isEntry(String field) {
        boolean annotation = field.startsWith("metadata.annotations['");
        if ((!annotation && !field.startsWith("metadata.labels['")) || !field.endsWith("']")) {
            return false;
        }
        int start = field.indexOf('\'') + 1;
        if (start > field.length() - 2) {
            return false;
        }
        String key = field.substring(start, field.length() - 2);
        return Syntax.LABEL_KEY.problem(annotation ? key.toLowerCase(Locale.ROOT) : key) == null;
    }

    private static String hint(String written, List<String> known) {
        String closest = Likeness.closest(written, known);
        return closest != null
                ? "Did you mean \"" + closest + "\"?"
                : "Pass one of: " + String.join(", ", known) + "."
                        + (known == RESOURCES ? "" : " Or name a label: metadata.labels['key'].");
    }

    private static List<BigDecimal> amounts(String... texts) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (String text : texts) {
            BigDecimal amount = Amount.parse(text);
            if (amount != null) {
                amounts.add(amount);
            }
        }
        return amounts;
    }

    private void add(Workload workload, String field, String message, String hint) {
        findings.add(workload, field, PodRule.DOWNWARD, message, hint);
    }
}
