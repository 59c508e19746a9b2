package dev.gantry.settings;

import org.yaml.snakeyaml.error.YAMLException;

/**
 * What a YAML parser's message says. The message is a dump of up to two problems, each one line followed by indented
 * ones with the place and an excerpt; the last problem is the one that matters.
 */
final class YamlMessage {

    private YamlMessage() {}

    static String reason(YAMLException e) {
        String reason = "";
        String message = e.getMessage() == null ? "" : e.getMessage();
        for (String line : message.split("\n", -1)) {
            if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
                reason = line.strip();
            }
        }
        if (reason.startsWith("mapping values are not allowed")) {
            return "no key can be here: check the indentation, and put text with a colon in quotes";
        }
        if (reason.startsWith("could not find expected ':'")) {
            return "a key without a colon";
        }
        if (reason.startsWith("expected <block end>") || reason.startsWith("expected '<document start>'")) {
            return "this line does not continue what is above it: check the indentation";
        }
        if (reason.contains("\\t(TAB)")) {
            return "a tab where only spaces may be";
        }
        return reason.isEmpty() ? "the parser gives no reason" : reason;
    }
}
