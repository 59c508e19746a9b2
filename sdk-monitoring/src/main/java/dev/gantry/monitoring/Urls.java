package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that hold a URL with one of some schemes. */
final class Urls {

    private static final List<String> WEB = List.of("http://", "https://");
    private static final List<String> PROXY = List.of("http://", "https://", "socks5://");

    private Urls() {}

    static void web(Fields owner, String field, @Nullable String url) {
        set(owner, field, url, WEB);
    }

    static void proxy(Fields owner, String field, @Nullable String url) {
        set(owner, field, url, PROXY);
    }

    private static void set(Fields owner, String field, @Nullable String url, List<String> beginnings) {
        owner.set(field, url, Syntax.NOT_EMPTY);
        if (url == null || url.isEmpty()) {
            return;
        }
        for (String beginning : beginnings) {
            if (url.startsWith(beginning) && url.length() > beginning.length()) {
                return;
            }
        }
        owner.flaw(
                field,
                ValueRule.TEXT,
                "\"" + url + "\" is not a URL that can be used here.",
                "Begin it with " + String.join(" or ", beginnings) + " and a host.");
    }
}
