package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Amount;
import dev.gantry.extension.Likeness;
import dev.gantry.extension.Syntax;
import dev.gantry.field.FieldPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Looks at the resources of containers: that there are such, and that their amounts are possible. */
final class ResourceCheck {

    private static final List<String> STANDARD = List.of("cpu", "memory", "ephemeral-storage");
    private static final List<String> LISTS = List.of("requests", "limits");

    static final String HUGE_PAGES = "hugepages-";
    private static final BigDecimal MOST_CORES = BigDecimal.valueOf(100_000);
    private static final BigDecimal FEWEST_BYTES = BigDecimal.valueOf(1024);

    private final PodFindings findings;

    ResourceCheck(PodFindings findings) {
        this.findings = findings;
    }

    void check(PodContainer container) {
        JsonNode resources = container.node().path("resources");
        if (resources.isEmpty()) {
            return;
        }
        for (String list : LISTS) {
            for (Map.Entry<String, JsonNode> amount : resources.path(list).properties()) {
                check(container, resources, list, amount.getKey(), amount.getValue());
            }
        }
    }

    private void check(PodContainer container, JsonNode resources, String list, String name, JsonNode written) {
        boolean request = list.equals("requests");
        BigDecimal amount = Amount.parse(written.asText(""));
        if (!isResource(name)) {
            if (request && resources.path("limits").has(name)) {
                return;
            }
            String closest = Likeness.closest(name, STANDARD);
            add(
                    container,
                    list,
                    name,
                    "A container cannot have the resource \"" + name + "\".",
                    closest != null
                            ? "Did you mean \"" + closest + "\"?"
                            : "Name cpu, memory, ephemeral-storage, hugepages-2Mi or the like, or a resource of a device"
                                    + " with its domain, such as example.com/gpu.");
            return;
        }
        if (amount == null) {
            return;
        }
        boolean device = isDevice(name);
        boolean hugePages = name.startsWith(HUGE_PAGES);
        if (amount.signum() < 0) {
            add(
                    container,
                    list,
                    name,
                    "The amount of " + name + " is " + written.asText() + ", which is below 0.",
                    "Give 0 or more.");
        } else if (device && !isWhole(amount)) {
            add(
                    container,
                    list,
                    name,
                    name + " can only be had as a whole, but the amount is " + written.asText() + ".",
                    "Give a whole number.");
        } else if (isOfTheOther(name, written.asText(), amount)) {
            findings.add(
                    container,
                    FieldPath.child("resources." + list, name),
                    PodRule.SWAPPED,
                    "The amount of " + name + " is " + written.asText()
                            + (name.equals("cpu") ? ", more cores than any machine has." : ", which is in bytes."),
                    "Are cpu and memory swapped? CPU is in cores, or in thousandths with m; memory with Mi or Gi.");
        } else if (hugePages) {
            checkPages(container, resources, list, name, amount);
        } else if ((name.equals("memory") || name.equals("ephemeral-storage")) && !isWhole(amount)) {
            findings.add(
                    container,
                    FieldPath.child("resources." + list, name),
                    PodRule.FRACTION,
                    "The amount of " + name + " is " + written.asText() + ", which has fractions of a byte.",
                    written.asText().endsWith("m")
                            ? "The suffix m means thousandths; did you mean M or Mi?"
                            : "Give a whole number of bytes.");
        }
        if (request && (device || hugePages)) {
            checkLimit(container, resources, name, written, amount);
        }
    }

    /** Whether an amount of one of the two can only have been meant for the other. */
    private static boolean isOfTheOther(String name, String written, BigDecimal amount) {
        if (name.equals("cpu")) {
            return written.endsWith("i") || amount.compareTo(MOST_CORES) > 0;
        }
        return name.equals("memory") && isWhole(amount) && amount.signum() > 0 && amount.compareTo(FEWEST_BYTES) < 0;
    }

    private void checkPages(PodContainer container, JsonNode resources, String list, String name, BigDecimal amount) {
        BigDecimal size = Amount.parse(name.substring(HUGE_PAGES.length()));
        if (size == null || size.signum() <= 0 || amount.remainder(size).signum() != 0) {
            add(
                    container,
                    list,
                    name,
                    "The amount of " + name + " is no multiple of the size of these pages.",
                    "Give a multiple of " + name.substring(HUGE_PAGES.length()) + ".");
        }
        boolean last = list.equals("limits") || !resources.path("limits").has(name);
        if (last && !has(resources, "cpu") && !has(resources, "memory")) {
            add(
                    container,
                    list,
                    name,
                    "The container has huge pages, but neither cpu nor memory.",
                    "Say with requests(...) or limits(...) what else it needs.");
        }
    }

    private void checkLimit(
            PodContainer container, JsonNode resources, String name, JsonNode written, BigDecimal amount) {
        JsonNode limit = resources.path("limits").path(name);
        BigDecimal most = Amount.parse(limit.asText(""));
        if (limit.isMissingNode()) {
            add(
                    container,
                    "requests",
                    name,
                    name + " is requested, but has no limit; what is not shared needs both.",
                    "Call limit(\"" + name + "\", amount), which requests it too.");
        } else if (most != null && amount.compareTo(most) < 0) {
            add(
                    container,
                    "requests",
                    name,
                    "The request of " + written.asText() + " " + name + " differs from the limit of " + limit.asText()
                            + "; what is not shared needs both to be the same.",
                    "Leave out the request.");
        }
    }

    private static boolean has(JsonNode resources, String name) {
        return resources.path("requests").has(name) || resources.path("limits").has(name);
    }

    private static boolean isResource(String name) {
        return STANDARD.contains(name)
                || name.startsWith(HUGE_PAGES)
                || (name.indexOf('/') > 0 && !name.startsWith("requests.") && Syntax.LABEL_KEY.problem(name) == null);
    }

    /** Whether it is of a device, and not of Kubernetes itself. */
    private static boolean isDevice(String name) {
        return name.indexOf('/') > 0 && !name.contains("kubernetes.io/");
    }

    private static boolean isWhole(BigDecimal amount) {
        return amount.scale() <= 0 || amount.remainder(BigDecimal.ONE).signum() == 0;
    }

    private void add(PodContainer container, String list, String name, String message, String hint) {
        findings.add(container, FieldPath.child("resources." + list, name), PodRule.RESOURCE, message, hint);
    }
}
