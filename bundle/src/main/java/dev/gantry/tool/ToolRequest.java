package dev.gantry.tool;

import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run asks for.
 *
 * @param task the name of what is to be done
 * @param details what it is to be done with, by name
 */
public record ToolRequest(String task, SortedMap<String, String> details) {

    private static final String TASK = "task";

    /** Copies the map. */
    public ToolRequest {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** A request without details. */
    public static ToolRequest of(String task) {
        return new ToolRequest(task, new TreeMap<>());
    }

    /** The same request with one detail more. */
    public ToolRequest with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(details);
        more.put(name, value);
        return new ToolRequest(task, more);
    }

    /** A detail; empty if there is none of the name. */
    public String detail(String name) {
        return details.getOrDefault(name, "");
    }

    /** The request as JSON, which crosses from one class loader to another. */
    public String text() {
        SortedMap<String, String> all = new TreeMap<>(details);
        all.put(TASK, task);
        return TextFields.write(all);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IOException if it is something else
     */
    public static ToolRequest parse(String text) throws IOException {
        SortedMap<String, String> all = TextFields.read(text);
        String task = all.remove(TASK);
        if (task == null) {
            throw new IOException("a request without a task");
        }
        return new ToolRequest(task, all);
    }
}
