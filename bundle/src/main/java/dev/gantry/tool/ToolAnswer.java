package dev.gantry.tool;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingJson;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a request.
 *
 * @param isDone whether there was a tool that does such things
 * @param findings what is wrong
 * @param results what was made, by name
 */
public record ToolAnswer(boolean isDone, List<Finding> findings, SortedMap<String, String> results) {

    private static final String FINDINGS = "findings";
    private static final String NOBODY = "";

    /** Copies the collections. */
    public ToolAnswer {
        findings = List.copyOf(findings);
        results = Collections.unmodifiableSortedMap(new TreeMap<>(results));
    }

    /** That nobody here does such things. */
    public static ToolAnswer nobody() {
        return new ToolAnswer(false, List.of(), new TreeMap<>());
    }

    /** That it was done. */
    public static ToolAnswer done() {
        return new ToolAnswer(true, List.of(), new TreeMap<>());
    }

    /** The same answer with one result more. */
    public ToolAnswer with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(results);
        more.put(name, value);
        return new ToolAnswer(isDone, findings, more);
    }

    /** What was found, and nothing besides. */
    public static ToolAnswer of(List<Finding> findings) {
        return new ToolAnswer(true, findings, new TreeMap<>());
    }

    /** A result; empty if there is none of the name. */
    public String result(String name) {
        return results.getOrDefault(name, "");
    }

    /** Whether it is a result without any finding, which may be kept. */
    public boolean isClean() {
        return isDone && findings.isEmpty();
    }

    /** The answer as JSON; empty if there was nobody who does such things. */
    public String text() {
        if (!isDone) {
            return NOBODY;
        }
        SortedMap<String, String> all = new TreeMap<>(results);
        all.put(FINDINGS, FindingJson.text(findings));
        return TextFields.write(all);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IOException if it is something else
     */
    public static ToolAnswer parse(String text) throws IOException {
        if (text.equals(NOBODY)) {
            return nobody();
        }
        SortedMap<String, String> all = TextFields.read(text);
        String findings = all.remove(FINDINGS);
        if (findings == null) {
            throw new IOException("an answer without findings");
        }
        return new ToolAnswer(true, FindingJson.parse(findings), all);
    }
}
