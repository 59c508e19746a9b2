package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text with parameters in braces, read as far as needed to know which ones. */
final class TemplateText {

    private static final Pattern STRING = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|`[^`]*`");
    private static final Pattern FIELD = Pattern.compile("(?<![\\w)\\]$.])\\.([A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)");
    private static final Pattern PLAIN_FIELD = Pattern.compile("\\.([A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)");
    private static final Pattern OPENING = Pattern.compile("(if|range|with|block|define)\\b.*", Pattern.DOTALL);
    private static final Pattern MOVING = Pattern.compile("(range|with|block|define|template)\\b.*", Pattern.DOTALL);
    private static final Pattern END = Pattern.compile("end\\b.*", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile(STRING.pattern() + "|'(?:\\\\.|[^'\\\\])+'");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.$])[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*");
    private static final Pattern DASH = Pattern.compile("([A-Za-z_]\\w*)-[A-Za-z_]");

    private final String text;
    private final boolean go;
    private final List<String> actions = new ArrayList<>(2);
    private @Nullable String problem;
    private String remedy = "";

    TemplateText(String text, boolean goTemplate) {
        this.text = text;
        this.go = goTemplate;
        split();
        if (problem == null && go) {
            checkBlocks();
            checkCharacters();
        }
    }

    private void split() {
        int at = 0;
        while (true) {
            int open = text.indexOf("{{", at);
            if (open < 0) {
                if (go && actions.isEmpty() && text.contains("}}") && !text.contains("{")) {
                    problem = "has \"}}\" without \"{{\" before it";
                }
                return;
            }
            int close = end(open + 2);
            if (close < 0) {
                problem = "has \"{{\" without \"}}\" after it";
                return;
            }
            actions.add(trimmed(text.substring(open + 2, close)));
            at = close + 2;
        }
    }

    /** Where the braces end; braces in a text of Go's do not count. */
    private int end(int from) {
        if (!go) {
            return text.indexOf("}}", from);
        }
        Matcher string = STRING.matcher(text);
        int at = from;
        while (true) {
            int close = text.indexOf("}}", at);
            if (close < 0) {
                return -1;
            }
            string.region(at, text.length());
            if (!string.find() || string.start() > close) {
                return close;
            }
            at = string.end();
        }
    }

    private static String trimmed(String action) {
        String inner = action.startsWith("- ") ? action.substring(2) : action;
        return (inner.endsWith(" -") ? inner.substring(0, inner.length() - 2) : inner).strip();
    }

    private void checkBlocks() {
        int depth = 0;
        for (String action : actions) {
            if (OPENING.matcher(action).matches()) {
                depth++;
            } else if (END.matcher(action).matches() && --depth < 0) {
                wrong("has an \"end\" that ends nothing", "Leave {{ end }} out, or open a block before it.");
                return;
            }
        }
        if (depth > 0) {
            wrong("has a block without \"end\"", "Write {{ end }} after the block.");
        }
    }

    /** What people take over from other languages, and Go does not read. */
    private void checkCharacters() {
        for (String action : actions) {
            String code = code(action);
            if (code.contains("[")) {
                wrong(
                        "has \"[\" in braces, which Go does not read",
                        "Write {{ index .list 0 }} for an item of a list.");
            } else if (DASH.matcher(code).find()) {
                wrong(
                        "has a name with \"-\" in it, which Go does not read",
                        "Write {{ index .parent \"the-name\" }} for it.");
            }
        }
    }

    private void wrong(String what, String instead) {
        if (problem == null) {
            problem = what;
            remedy = instead;
        }
    }

    /** An action without its texts and comments. */
    private static String code(String action) {
        return action.startsWith("/*") ? "" : LITERAL.matcher(action).replaceAll("\"\"");
    }

    /** What is wrong with it, as the end of a sentence that begins with it; {@code null} if nothing is. */
    @Nullable
    String problem() {
        return problem;
    }

    /** What to do about the problem; empty if there is nothing to be said of it alone. */
    String remedy() {
        return remedy;
    }

    boolean hasActions() {
        return !actions.isEmpty();
    }

    /** The parameters that it certainly uses. */
    Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>();
        if (problem != null
                || (go
                        && actions.stream()
                                .anyMatch(action -> MOVING.matcher(action).matches()))) {
            return names;
        }
        for (String action : actions) {
            if (!go) {
                names.add(action);
            } else {
                Matcher field = FIELD.matcher(code(action));
                while (field.find()) {
                    names.add(field.group(1));
                }
            }
        }
        return names;
    }

    /** What stands where a Go template names a function, with the fields after it: such as {@code upper} or {@code path.basename}. */
    Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        if (go && problem == null) {
            for (String action : actions) {
                Matcher word = WORD.matcher(code(action));
                while (word.find()) {
                    words.add(word.group());
                }
            }
        }
        return words;
    }

    /** The text with the values of a set of parameters; {@code null} if more than parameters stand in it. */
    @Nullable
    String with(JsonNode parameters) {
        String filled = text;
        for (String action : actions) {
            Matcher field = PLAIN_FIELD.matcher(action);
            if (go && !field.matches()) {
                return null;
            }
            JsonNode value = go ? at(parameters, field.group(1)) : at(parameters, action);
            if (!value.isValueNode()) {
                return null;
            }
            int open = filled.indexOf("{{");
            filled = filled.substring(0, open) + value.asText() + filled.substring(filled.indexOf("}}", open) + 2);
        }
        return filled;
    }

    private static JsonNode at(JsonNode parameters, String name) {
        JsonNode value = parameters.path(name);
        int dot = name.indexOf('.');
        return value.isMissingNode() && dot > 0
                ? at(parameters.path(name.substring(0, dot)), name.substring(dot + 1))
                : value;
    }
}
