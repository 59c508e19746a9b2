package dev.gantry.engine.release.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Origin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The author's line as one short text, such as {@code source:com/acme/Shop.java:31:0}; empty if it is unknown. */
final class OriginText {

    private static final Pattern TEXT = Pattern.compile("(source|file):(.*):([0-9]{1,9}):([0-9]{1,9})");

    private OriginText() {}

    static String of(@Nullable Origin origin) {
        if (origin == null) {
            return "";
        }
        String kind = origin.kind() == Origin.PathKind.SOURCE ? "source" : "file";
        return kind + ":" + origin.path() + ":" + origin.line() + ":" + origin.column();
    }

    static @Nullable Origin parse(JsonNode text) {
        Matcher matcher = TEXT.matcher(text.asText());
        if (!matcher.matches()) {
            return null;
        }
        int line = Integer.parseInt(matcher.group(3));
        return matcher.group(1).equals("source")
                ? Origin.source(matcher.group(2), line)
                : Origin.file(matcher.group(2), line, Integer.parseInt(matcher.group(4)));
    }
}
