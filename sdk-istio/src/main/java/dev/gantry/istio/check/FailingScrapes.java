package dev.gantry.istio.check;

import dev.gantry.check.Manifest;
import dev.gantry.check.ScrapeTarget;
import dev.gantry.check.Words;
import dev.gantry.check.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scrapes of one monitor that fail for one cause. */
final class FailingScrapes {

    private final Manifest policy;
    private final String field;
    private final ScrapeTarget first;
    private final Map<Integer, List<Workload>> workloads = new LinkedHashMap<>();

    FailingScrapes(Manifest policy, String field, ScrapeTarget first) {
        this.policy = policy;
        this.field = field;
        this.first = first;
    }

    void add(ScrapeTarget target) {
        workloads.computeIfAbsent(target.number(), x -> new ArrayList<>(1)).add(target.workload());
    }

    /** What lets none of them through. */
    Manifest policy() {
        return policy;
    }

    /** The field of the policy that says so. */
    String field() {
        return field;
    }

    ScrapeTarget first() {
        return first;
    }

    boolean hasOnePort() {
        return workloads.size() == 1;
    }

    boolean isOne() {
        return hasOnePort() && workloads.values().stream().allMatch(list -> list.size() == 1);
    }

    /** The ports with their workloads, without the words before the first. */
    String ports() {
        return Words.list(
                List.copyOf(workloads.entrySet()),
                port -> (port.getKey() == first.number() ? "" : "the port ") + port.getKey() + " of "
                        + Words.list(port.getValue(), Workload::toString));
    }

    /** What the line of the monitor shows. */
    String shown() {
        return first.monitor() + " scrapes " + (isOne() ? "it" : "them") + " here";
    }
}
