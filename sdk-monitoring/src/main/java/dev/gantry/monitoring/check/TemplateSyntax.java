package dev.gantry.monitoring.check;

import dev.gantry.monitoring.promql.WordDistance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text is a template as Prometheus' alerts have them: actions that are closed, blocks that end, functions and
 * variables that are there.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/configuration/template_reference/">Template reference</a>
 * @see <a href="https://pkg.go.dev/text/template">text/template</a>
 */
final class TemplateSyntax {

    private static final Set<String> FUNCTIONS = Set.of(
            // Prometheus' own
            "args",
            "externalURL",
            "first",
            "graphLink",
            "humanize",
            "humanize1024",
            "humanizeDuration",
            "humanizePercentage",
            "humanizeTimestamp",
            "label",
            "match",
            "now",
            "parseDuration",
            "pathPrefix",
            "query",
            "reReplaceAll",
            "safeHtml",
            "sortByLabel",
            "stripDomain",
            "stripPort",
            "strvalue",
            "tableLink",
            "title",
            "tmpl",
            "toDuration",
            "toLower",
            "toTime",
            "toUpper",
            "urlQueryEscape",
            "value",
            // Go's
            "and",
            "call",
            "eq",
            "ge",
            "gt",
            "html",
            "index",
            "js",
            "le",
            "len",
            "lt",
            "ne",
            "not",
            "or",
            "print",
            "printf",
            "println",
            "slice",
            "urlquery");

    /** What the dot has outside of blocks. */
    private static final List<String> FIELDS = List.of("Labels", "Value", "ExternalLabels", "ExternalURL");

    private static final Set<String> OPENING = Set.of("if", "range", "with", "block", "define");

    /** What is wrong, and what to do. */
    record Problem(String message, String hint) {}

    private final String text;
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<Set<String>> scopes = new ArrayDeque<>();

    private TemplateSyntax(String text) {
        this.text = text;
        scopes.push(new HashSet<>(Set.of("$", "$labels", "$externalLabels", "$externalURL", "$value")));
    }

    /** The first thing that is wrong with a template; {@code null} if nothing is. */
    static @Nullable Problem problem(String text) {
        return new TemplateSyntax(text).read();
    }

    private @Nullable Problem read() {
        int at = 0;
        for (int begin = text.indexOf("{{"); begin >= 0; begin = text.indexOf("{{", at)) {
            if (text.startsWith("/*", begin + 2) || text.startsWith("- /*", begin + 2)) {
                int end = text.indexOf("*/", begin);
                int close = end < 0 ? -1 : text.indexOf("}}", end);
                if (close < 0) {
                    return new Problem("The comment that begins with {{/* is not closed.", "Close it with */}}.");
                }
                at = close + 2;
                continue;
            }
            List<String> words = new ArrayList<>();
            int end = words(begin + 2, words);
            if (end < 0) {
                return notClosed(begin);
            }
            Problem problem = action(words);
            if (problem != null) {
                return problem;
            }
            at = end;
        }
        return open.isEmpty()
                ? null
                : new Problem(
                        "{{ " + open.peek() + " }} has no {{ end }}.", "Write {{ end }} after what belongs to it.");
    }

    private Problem notClosed(int begin) {
        String rest = text.substring(begin, Math.min(text.length(), begin + 30));
        return new Problem(
                "The action that begins with \"" + rest + "\" is not closed.",
                "Close it with }}, and its strings and parentheses before that.");
    }

    /** Divides an action into words, and answers where it ends; -1 if it does not. */
    private int words(int from, List<String> words) {
        int at = text.startsWith("- ", from) ? from + 1 : from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("}}", at) || text.startsWith("-}}", at)) {
                return text.indexOf("}}", at) + 2;
            }
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"' || c == '`' || c == '\'') {
                int end = quoted(at, c);
                if (end < 0) {
                    return -1;
                }
                words.add(text.substring(at, end));
                at = end;
            } else if (isWordPart(c)) {
                int end = at;
                while (end < text.length() && isWordPart(text.charAt(end))) {
                    end++;
                }
                words.add(text.substring(at, end));
                at = end;
            } else {
                boolean declares = text.startsWith(":=", at);
                words.add(declares ? ":=" : String.valueOf(c));
                at += declares ? 2 : 1;
            }
        }
        return -1;
    }

    private int quoted(int from, char quote) {
        for (int at = from + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && quote != '`') {
                at++;
            } else if (c == quote) {
                return at + 1;
            } else if (c == '\n' && quote != '`') {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.' || c == '-' || c == '+';
    }

    private @Nullable Problem action(List<String> words) {
        if (words.isEmpty()) {
            return new Problem("There is nothing in {{ }}.", "Write such as {{ $value }}, or remove it.");
        }
        String first = words.get(0);
        if (OPENING.contains(first)) {
            open.push(first);
            scopes.push(new HashSet<>(scopes.getFirst()));
            return pipeline(words.subList(1, words.size()), !first.equals("define") && !first.equals("block"));
        }
        return switch (first) {
            case "end" -> {
                if (open.isEmpty()) {
                    yield new Problem("{{ end }} ends nothing.", "Remove it, or begin the block with {{ if ... }}.");
                }
                open.pop();
                scopes.pop();
                yield null;
            }
            case "else" -> {
                if (open.isEmpty()) {
                    yield new Problem("{{ else }} stands outside of a block.", "Begin it with {{ if ... }}.");
                }
                List<String> rest = words.subList(1, words.size());
                boolean condition = !rest.isEmpty() && OPENING.contains(rest.get(0));
                yield rest.isEmpty() ? null : pipeline(condition ? rest.subList(1, rest.size()) : rest, true);
            }
            case "template", "break", "continue" -> null;
            default -> pipeline(words, true);
        };
    }

    private @Nullable Problem pipeline(List<String> words, boolean needed) {
        if (words.isEmpty()) {
            return needed
                    ? new Problem("A value is missing in {{ " + open.peek() + " }}.", "Write what it is about.")
                    : null;
        }
        int from = declare(words);
        int depth = 0;
        boolean empty = true;
        for (int i = from; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "(" -> depth++;
                case ")" -> depth--;
                case "|" -> {
                    if (empty || i == words.size() - 1) {
                        return new Problem(
                                "Nothing stands " + (empty ? "before" : "after") + " a | in {{ "
                                        + String.join(" ", words) + " }}.",
                                "Write a value before it, and a function after it.");
                    }
                }
                default -> {
                    Problem problem = operand(word, i > from && words.get(i - 1).equals("|"));
                    if (problem != null) {
                        return problem;
                    }
                }
            }
            empty = word.equals("|") || word.equals("(");
            if (depth < 0) {
                break;
            }
        }
        return depth == 0
                ? null
                : new Problem(
                        "The parentheses in {{ " + String.join(" ", words) + " }} do not match.",
                        "Close each ( with a ).");
    }

    /** Takes the variables that a pipeline declares, and answers where its value begins. */
    private int declare(List<String> words) {
        int declared = words.indexOf(":=");
        if (declared < 0) {
            return words.size() > 2 && words.get(1).equals("=") ? 2 : 0;
        }
        for (String word : words.subList(0, declared)) {
            if (word.startsWith("$")) {
                scopes.getFirst().add(word);
            }
        }
        return declared + 1;
    }

    private @Nullable Problem operand(String word, boolean piped) {
        char c = word.charAt(0);
        if (c == '$') {
            int dot = word.indexOf('.');
            String variable = dot < 0 ? word : word.substring(0, dot);
            if (dot > 0 && word.indexOf('-') > 0 && scopes.getFirst().contains(variable)) {
                return new Problem(
                        "The name in " + word + " has a '-', which a template does not take there.",
                        "Write {{ index " + variable + " \"" + word.substring(dot + 1) + "\" }}.");
            }
            return scopes.getFirst().contains(variable)
                    ? null
                    : new Problem(
                            "There is no variable " + variable + ".",
                            "There are $labels, $value, $externalLabels and $externalURL; others are declared with :=.");
        }
        if (c == '.' && word.length() > 1 && open.isEmpty()) {
            Problem problem = field(word);
            if (problem != null) {
                return problem;
            }
        }
        if (c == '.' || c == '"' || c == '`' || c == '\'') {
            return piped && c != '.'
                    ? new Problem(word + " stands after a |, where a function belongs.", "Name a function there.")
                    : null;
        }
        boolean name = Character.isLetter(c) || c == '_';
        if (!name) {
            boolean number = Character.isDigit(c) || ((c == '-' || c == '+') && word.length() > 1);
            return number || word.equals(",")
                    ? null
                    : new Problem("The character " + word + " means nothing in a template.", "Remove it.");
        }
        String function = word.indexOf('.') > 0 ? word.substring(0, word.indexOf('.')) : word;
        if (FUNCTIONS.contains(function)
                || function.equals("true")
                || function.equals("false")
                || function.equals("nil")) {
            return null;
        }
        return new Problem("There is no function " + function + ".", hint(function));
    }

    /** Looks at a field of what every template is given; within blocks, the dot may be anything else. */
    private @Nullable Problem field(String word) {
        int end = word.indexOf('.', 1);
        String name = word.substring(1, end < 0 ? word.length() : end);
        if (!FIELDS.contains(name)) {
            return new Problem(
                    "There is no ." + name + ".",
                    FIELDS.stream()
                            .filter(known -> WordDistance.between(known, name) <= 2)
                            .findFirst()
                            .map(known -> "Write ." + known + ".")
                            .orElse("There are .Labels, .Value, .ExternalLabels and .ExternalURL."));
        }
        return end > 0 && word.indexOf('-') > 0
                ? new Problem(
                        "The name in " + word + " has a '-', which a template does not take there.",
                        "Write {{ index ." + name + " \"" + word.substring(end + 1) + "\" }}.")
                : null;
    }

    private static String hint(String function) {
        if (function.equals("labels") || function.equals("value")) {
            return "Write $" + function + ".";
        }
        return FUNCTIONS.stream()
                .sorted()
                .filter(known -> WordDistance.between(lower(known), lower(function)) <= (function.length() < 6 ? 1 : 3))
                .min(Comparator.comparingInt(known -> WordDistance.between(lower(known), lower(function))))
                .map(known -> "Write " + known + ".")
                .orElse("There are humanize, humanizePercentage, humanizeDuration, printf, query and others: see"
                        + " https://prometheus.io/docs/prometheus/latest/configuration/template_reference/.");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
