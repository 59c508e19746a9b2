package dev.gantry.extension;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Labels and annotations, wherever a manifest has them. */
public final class Entries {

    private Entries() {}

    /** Writes a label, with findings for a key or a value that Kubernetes rejects. */
    public static void label(Fields labels, @Nullable String key, @Nullable String value) {
        String field = key == null ? "" : key;
        labels.set(field, value);
        labels.checkSyntax(field, field, Syntax.LABEL_KEY, ValueRule.LABEL);
        labels.checkSyntax(field, value, Syntax.LABEL_VALUE, ValueRule.LABEL);
    }

    /**
     * Writes the labels that stand for the pods of a workload. That none are known is a finding, since no labels stand for
     * every pod.
     *
     * @param labels the object that the labels go to
     * @param selector what the workload's own selector asks for
     */
    public static void podLabels(Fields labels, SortedMap<String, String> selector, Resource workload) {
        selector.forEach(labels::set);
        if (selector.isEmpty() && !Draft.of(workload).isAbsent()) {
            labels.flaw(
                    "",
                    ValueRule.UNKNOWN,
                    "The labels of the pods of " + workload + " are not known, so this stands for every pod.",
                    "Give the workload a label with selector(key, value), or with podLabel(key, value) where its kind has no"
                            + " selector. Name the pods of one outside the program by their labels.");
        }
    }

    /** Writes an annotation, with a finding for a key that Kubernetes rejects. */
    public static void annotation(Fields annotations, @Nullable String key, @Nullable String value) {
        String field = key == null ? "" : key;
        annotations.set(field, value);
        annotations.checkSyntax(field, field, Syntax.LABEL_KEY, ValueRule.LABEL);
    }

    /** Writes an annotation whose value is known when every resource has been placed. */
    public static void annotation(Fields annotations, String key, Late value) {
        annotations.set(key, value);
        annotations.checkSyntax(key, key, Syntax.LABEL_KEY, ValueRule.LABEL);
    }
}
