package dev.gantry.argocd;

import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import org.jspecify.annotations.Nullable;

/** Texts that may hold parameters of an ApplicationSet, which stand for what is known later. */
final class Templates {

    private Templates() {}

    /** Writes a label, whose value is only looked at if it holds no parameters. */
    static void label(Fields labels, @Nullable String key, @Nullable String value) {
        if (value != null && value.contains("{{")) {
            Entries.annotation(labels, key, value);
        } else {
            Entries.label(labels, key, value);
        }
    }
}
