package dev.gantry.engine.release;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Label selectors, as far as they are used. */
final class Selectors {

    private static final Pattern NOT_IN = Pattern.compile("(.+) notin \\((.+)\\)");

    private Selectors() {}

    static boolean matches(String selector, ObjectMeta meta) {
        if (selector.isEmpty()) {
            return true;
        }
        for (String term : selector.split(",", -1)) {
            if (!matchesTerm(term, meta)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesTerm(String term, ObjectMeta meta) {
        Matcher notIn = NOT_IN.matcher(term);
        if (notIn.matches()) {
            @Nullable String value = meta.label(notIn.group(1));
            return value == null || !List.of(notIn.group(2)).contains(value);
        }
        int equal = term.indexOf('=');
        return equal < 0
                ? meta.label(term) != null
                : term.substring(equal + 1).equals(meta.label(term.substring(0, equal)));
    }
}
