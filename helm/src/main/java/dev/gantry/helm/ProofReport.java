package dev.gantry.helm;

import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a proof has found, for people: the same thing is told once, with the first sample that shows it and the number of the others, and
 * not more than can be read.
 */
final class ProofReport {

    private static final int MOST = 20;
    private static final String HINT =
            "Gantry has made this chart, so that the mistake is Gantry's: please report it with this text. Nothing was written;"
                    + " without helm in gantry.format, everything else is.";

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(String chart, Discrepancy discrepancy, List<String> samples) {}

    /** Adds what a sample of a chart has shown. */
    void add(StagedClaim claim, StagedSample sample, List<Discrepancy> found) {
        for (Discrepancy discrepancy : found) {
            entries.computeIfAbsent(
                            claim.name() + "|" + discrepancy.key(),
                            key -> new Entry(claim.name(), discrepancy, new ArrayList<>(1)))
                    .samples()
                    .add(sample.name());
        }
    }

    /** The findings; none if all is as it is claimed. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (findings.size() == MOST) {
                findings.add(more(entries.size() - MOST));
                break;
            }
            findings.add(finding(entry, findings.isEmpty() ? HINT : ""));
        }
        return findings;
    }

    /**
     * One finding.
     *
     * @param advice what to do, which is the same for all, and told once
     */
    private static Finding finding(Entry entry, String advice) {
        Discrepancy discrepancy = entry.discrepancy();
        String message = entry.chart() + " " + discrepancy.message() + " (" + named(entry.samples()) + ").";
        return Finding.of(discrepancy.rule(), message)
                .on(discrepancy.resource(), discrepancy.field())
                .hint((discrepancy.hint() + advice).strip());
    }

    private static Finding more(int count) {
        return Finding.of(
                        ChartRule.MORE,
                        count == 1
                                ? "One thing more is wrong."
                                : count + " things more are wrong, of these and other kinds.")
                .hint("What is shown may be the reason for the rest.");
    }

    private static String named(List<String> samples) {
        int others = samples.size() - 1;
        return samples.get(0) + (others == 0 ? "" : " and " + others + (others == 1 ? " other" : " others"));
    }
}
