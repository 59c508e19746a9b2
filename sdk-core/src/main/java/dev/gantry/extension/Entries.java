package dev.gantry.extension;

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

    /** Writes an annotation, with a finding for a key that Kubernetes rejects. */
    public static void annotation(Fields annotations, @Nullable String key, @Nullable String value) {
        String field = key == null ? "" : key;
        annotations.set(field, value);
        annotations.checkSyntax(field, field, Syntax.LABEL_KEY, ValueRule.LABEL);
    }
}
