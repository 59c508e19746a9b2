package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Amount;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at LimitRanges, and at what they say of containers and claims. */
final class LimitRangeCheck {

    /** Pairs of fields of which the first must not be above the second; the first pair that is wrong is enough. */
    private static final String[][] ORDERED = {
        {"min", "max"},
        {"default", "max"},
        {"defaultRequest", "default"},
        {"defaultRequest", "max"},
        {"min", "defaultRequest"},
        {"min", "default"}
    };

    private static final String[] FIELDS = {"min", "max", "default", "defaultRequest"};

    private final LimitRangeItems limits;
    private final Findings findings;

    LimitRangeCheck(LimitRangeItems limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    void check(NamespaceContents contents) {
        for (LimitRangeItems.Item item : limits.items()) {
            boolean sound = checkItem(item);
            if (sound && item.isFor("Container")) {
                for (Workload workload : contents.workloads()) {
                    for (PodContainer container : workload.containers()) {
                        checkContainer(item, container);
                    }
                }
            } else if (sound && item.isFor("PersistentVolumeClaim")) {
                for (Manifest claim : contents.claims()) {
                    checkClaim(item, claim, "spec", claim.tree().path("spec"));
                }
                for (Workload workload : contents.workloads()) {
                    JsonNode templates = workload.claimTemplates();
                    for (int i = 0; i < templates.size(); i++) {
                        String path = Workload.claimTemplatePath(i) + ".spec";
                        checkClaim(
                                item,
                                workload.manifest(),
                                path,
                                templates.path(i).path("spec"));
                    }
                }
            }
        }
    }

    private boolean checkItem(LimitRangeItems.Item item) {
        Set<String> resources = new LinkedHashSet<>();
        for (String field : FIELDS) {
            item.node().path(field).fieldNames().forEachRemaining(resources::add);
        }
        boolean sound = true;
        for (String resource : resources) {
            for (String[] pair : ORDERED) {
                String least = text(item.node().path(pair[0]), resource);
                String most = text(item.node().path(pair[1]), resource);
                if (Amount.isAbove(least, most)) {
                    sound = false;
                    findings.add(
                            item.range(),
                            FieldPath.child(item.path(pair[0]), resource),
                            Finding.of(
                                            NamespaceLimitRule.CONTRADICTION,
                                            pair[0] + " of " + resource + " is " + least + ", above " + pair[1]
                                                    + ", which is " + most + ".")
                                    .hint("Keep to min <= defaultRequest <= default <= max.")
                                    .related(
                                            item.range().lineOf(FieldPath.child(item.path(pair[1]), resource)),
                                            pair[1] + " is set here"));
                    break;
                }
            }
        }
        for (Map.Entry<String, JsonNode> ratio :
                item.node().path("maxLimitRequestRatio").properties()) {
            if (Amount.isAbove("1", ratio.getValue().asText())) {
                sound = false;
                findings.add(
                        item.range(),
                        FieldPath.child(item.path("maxLimitRequestRatio"), ratio.getKey()),
                        Finding.of(
                                        NamespaceLimitRule.CONTRADICTION,
                                        "A limit of " + ratio.getKey() + " cannot be "
                                                + ratio.getValue().asText() + " times its request.")
                                .hint("Give a ratio of 1 or more."));
            }
        }
        return sound;
    }

    private void checkContainer(LimitRangeItems.Item item, PodContainer container) {
        JsonNode node = item.node();
        for (Map.Entry<String, JsonNode> min : node.path("min").properties()) {
            String resource = min.getKey();
            String least = min.getValue().asText();
            String request = container.request(resource);
            String limit = container.limit(resource);
            if (Amount.isAbove(least, limit)) {
                outside(item, container, "limits", resource, limit, "at least " + least, "min");
            } else if (Amount.isAbove(least, request)) {
                outside(item, container, "requests", resource, request, "at least " + least, "min");
            }
        }
        for (Map.Entry<String, JsonNode> max : node.path("max").properties()) {
            String resource = max.getKey();
            String most = max.getValue().asText();
            String request = container.request(resource);
            String limit = container.limit(resource);
            if (Amount.isAbove(limit, most)) {
                outside(item, container, "limits", resource, limit, "at most " + most, "max");
            } else if (Amount.isAbove(request, most)) {
                outside(item, container, "requests", resource, request, "at most " + most, "max");
            }
        }
        for (Map.Entry<String, JsonNode> byDefault : node.path("default").properties()) {
            String resource = byDefault.getKey();
            String limit = byDefault.getValue().asText();
            String request = container.request(resource);
            boolean none = container.limit(resource) == null;
            if (none && Amount.isAbove(request, limit) && !Amount.isAbove(request, text(node.path("max"), resource))) {
                String allowed = "a limit of " + limit + " to whoever states none";
                outside(item, container, "requests", resource, request, allowed, "default");
            }
        }
        for (Map.Entry<String, JsonNode> ratio :
                node.path("maxLimitRequestRatio").properties()) {
            String resource = ratio.getKey();
            BigDecimal times = ratio(limits.limit(container, resource), limits.request(container, resource));
            BigDecimal most = Amount.parse(ratio.getValue().asText());
            if (times != null && most != null && times.compareTo(most) > 0) {
                String shown = ratio.getValue().asText() + " times the request";
                String own = String.valueOf(limits.limit(container, resource));
                outside(item, container, "limits", resource, own, "at most " + shown, "maxLimitRequestRatio");
            }
        }
    }

    private void outside(
            LimitRangeItems.Item item,
            PodContainer container,
            String list,
            String resource,
            @Nullable String amount,
            String allowed,
            String field) {
        findings.add(
                container.workload().manifest(),
                container.path(FieldPath.child("resources." + list, resource)),
                Finding.of(
                                NamespaceLimitRule.OUTSIDE,
                                "The container \"" + container.name() + "\" "
                                        + (list.equals("limits") ? "has a limit of " : "requests ") + amount + " of "
                                        + resource + ", but " + item.range() + " allows " + allowed + ".")
                        .hint("Change the container's requests and limits, or the LimitRange.")
                        .related(
                                item.range().lineOf(FieldPath.child(item.path(field), resource)),
                                "the LimitRange says so here"));
    }

    private void checkClaim(LimitRangeItems.Item item, Manifest owner, String path, JsonNode spec) {
        String size = text(spec.path("resources").path("requests"), "storage");
        String least = text(item.node().path("min"), "storage");
        String most = text(item.node().path("max"), "storage");
        boolean below = Amount.isAbove(least, size);
        if (below || Amount.isAbove(size, most)) {
            findings.add(
                    owner,
                    path + ".resources.requests.storage",
                    Finding.of(
                                    NamespaceLimitRule.OUTSIDE,
                                    "The claim requests " + size + ", but " + item.range() + " allows "
                                            + (below ? "at least " + least : "at most " + most) + ".")
                            .hint("Change the size of the claim, or the LimitRange.")
                            .related(
                                    item.range().lineOf(item.path(below ? "min.storage" : "max.storage")),
                                    "the LimitRange says so here"));
        }
    }

    private static @Nullable BigDecimal ratio(@Nullable String limit, @Nullable String request) {
        BigDecimal most = limit == null ? null : Amount.parse(limit);
        BigDecimal least = request == null ? null : Amount.parse(request);
        return most == null || least == null || least.signum() == 0 ? null : most.divide(least, MathContext.DECIMAL64);
    }

    private static @Nullable String text(JsonNode amounts, String resource) {
        JsonNode amount = amounts.path(resource);
        return amount.isMissingNode() ? null : amount.asText();
    }
}
