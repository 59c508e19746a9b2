package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Amount;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what the workloads and claims of a namespace ask for with its quotas. */
final class QuotaCheck {

    private static final String REQUESTS = "requests.";
    private static final String LIMITS = "limits.";

    /** A cluster takes no pod of which a container does not state what is counted of these. */
    private static final Set<String> NEEDED = Set.of("requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

    private final LimitRangeItems limits;
    private final Replicas replicas;
    private final Findings findings;

    QuotaCheck(LimitRangeItems limits, Replicas replicas, Findings findings) {
        this.limits = limits;
        this.replicas = replicas;
        this.findings = findings;
    }

    void check(NamespaceContents contents) {
        for (Manifest quota : contents.quotas()) {
            JsonNode spec = quota.tree().path("spec");
            // Which pods a scope takes in depends on more than can be seen here.
            if (spec.path("scopes").isEmpty() && !spec.has("scopeSelector")) {
                JsonNode hard = spec.path("hard");
                for (Workload workload : contents.workloads()) {
                    for (PodContainer container : workload.containers()) {
                        checkStated(quota, hard, container);
                    }
                }
                for (Map.Entry<String, JsonNode> entry : hard.properties()) {
                    checkSum(quota, entry.getKey(), entry.getValue().asText(), contents);
                }
            }
        }
    }

    private void checkStated(Manifest quota, JsonNode hard, PodContainer container) {
        List<String> missing = null;
        for (Map.Entry<String, JsonNode> entry : hard.properties()) {
            String name = counted(entry.getKey());
            if (NEEDED.contains(name) && amount(container, name) == null) {
                missing = missing == null ? new ArrayList<>() : missing;
                missing.add(entry.getKey());
            }
        }
        if (missing != null) {
            boolean request = missing.stream().anyMatch(name -> counted(name).startsWith(REQUESTS));
            boolean limit = missing.stream().anyMatch(name -> name.startsWith(LIMITS));
            String call = request && limit
                    ? "requests(cpu, memory) and limits(cpu, memory)"
                    : request ? "requests(cpu, memory)" : "limits(cpu, memory)";
            findings.add(
                    container.workload().manifest(),
                    container.path("resources"),
                    Finding.of(
                                    NamespaceLimitRule.UNCOUNTED,
                                    "The container \"" + container.name() + "\" does not state "
                                            + Words.list(missing, name -> name) + ", which " + quota
                                            + " counts: its pods are rejected.")
                            .hint("Call " + call
                                    + " on the container, or give the namespace a LimitRange with defaults.")
                            .related(
                                    quota.lineOf(FieldPath.child("spec.hard", missing.get(0))),
                                    "the quota counts it here"));
        }
    }

    private @Nullable String amount(PodContainer container, String name) {
        JsonNode pod = container.workload().podSpec();
        if (name.startsWith(REQUESTS)) {
            String resource = name.substring(REQUESTS.length());
            String forAll = ofPod(pod, "requests", resource);
            return forAll == null ? limits.request(container, resource) : forAll;
        }
        String resource = name.substring(LIMITS.length());
        String forAll = ofPod(pod, "limits", resource);
        return forAll == null ? limits.limit(container, resource) : forAll;
    }

    private static @Nullable String ofPod(JsonNode pod, String list, String resource) {
        JsonNode amount = pod.path("resources").path(list).path(resource);
        return amount.isMissingNode() ? null : amount.asText();
    }

    /** What a quota counts under a name: {@code cpu} is short for {@code requests.cpu}. */
    private static String counted(String name) {
        return name.equals("cpu") || name.equals("memory") ? REQUESTS + name : name;
    }

    private void checkSum(Manifest quota, String name, String allowed, NamespaceContents contents) {
        BigDecimal most = Amount.parse(allowed);
        String what = counted(name);
        boolean storage = what.equals("requests.storage");
        boolean pods = what.equals("pods");
        if (most == null || !(pods || what.startsWith(REQUESTS) || what.startsWith(LIMITS))) {
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal largest = BigDecimal.ZERO;
        Manifest culprit = null;
        for (Workload workload : contents.workloads()) {
            BigDecimal number = BigDecimal.valueOf(replicas.least(workload));
            BigDecimal each = pods ? BigDecimal.ONE : storage ? ofTemplates(workload) : ofPod(workload, what);
            BigDecimal own = each.multiply(number);
            sum = sum.add(own);
            if (own.compareTo(largest) > 0) {
                largest = own;
                culprit = workload.manifest();
            }
        }
        for (Manifest claim : contents.claims()) {
            BigDecimal own = storage ? ofClaim(claim.tree()) : BigDecimal.ZERO;
            sum = sum.add(own);
            if (own.compareTo(largest) > 0) {
                largest = own;
                culprit = claim;
            }
        }
        if (sum.compareTo(most) > 0 && culprit != null) {
            findings.add(
                    quota,
                    FieldPath.child("spec.hard", name),
                    Finding.of(
                                    NamespaceLimitRule.ABOVE_QUOTA,
                                    "What the program puts into the namespace needs " + shown(what, sum) + " of " + name
                                            + ", but the quota allows " + allowed + ": not all of it starts.")
                            .hint("Raise the quota, or ask for less.")
                            .related(culprit.origin(), culprit + " needs the most: " + shown(what, largest)));
        }
    }

    /** Init containers run before the others, one after the other; sidecars run beside them. */
    private BigDecimal ofPod(Workload workload, String what) {
        String list = what.startsWith(REQUESTS) ? "requests" : "limits";
        String forAll = ofPod(workload.podSpec(), list, what.substring(list.length() + 1));
        if (forAll != null) {
            return Amount.orZero(forAll);
        }
        BigDecimal beside = BigDecimal.ZERO;
        BigDecimal before = BigDecimal.ZERO;
        for (PodContainer container : workload.containers()) {
            BigDecimal own = Amount.orZero(amount(container, what));
            if (container.runsBesideOthers()) {
                beside = beside.add(own);
            } else {
                before = before.max(own);
            }
        }
        return beside.max(before);
    }

    private static BigDecimal ofTemplates(Workload workload) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode template : workload.claimTemplates()) {
            sum = sum.add(ofClaim(template));
        }
        return sum;
    }

    private static BigDecimal ofClaim(JsonNode claim) {
        JsonNode size = claim.path("spec").path("resources").path("requests").path("storage");
        return Amount.orZero(size.asText());
    }

    private static String shown(String what, BigDecimal amount) {
        boolean bytes = what.endsWith("memory") || what.endsWith("storage");
        BigDecimal unit = BigDecimal.valueOf(1L << 20);
        return bytes && amount.remainder(unit).signum() == 0
                ? amount.divide(unit).stripTrailingZeros().toPlainString() + "Mi"
                : amount.stripTrailingZeros().toPlainString();
    }
}
