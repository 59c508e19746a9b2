package dev.gantry.argocd;

import dev.gantry.LabelSelector;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.BiPredicate;
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

    /**
     * Writes the selector of a generator, whose texts may hold parameters of another generator.
     *
     * @param free further texts that need not have the form of a label
     */
    static void selector(Fields generator, LabelSelector selector, BiPredicate<Syntax, String> free) {
        if (generator.given("selector", selector)) {
            Fields written = generator.replace("selector");
            written.exempt(free.or((syntax, text) -> text.contains("{{")));
            selector.write(written);
        }
    }
}
