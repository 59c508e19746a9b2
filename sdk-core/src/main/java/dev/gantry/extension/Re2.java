package dev.gantry.extension;

import org.jspecify.annotations.Nullable;

/**
 * Whether a text is a regular expression as Kubernetes and Prometheus read it: in the syntax of RE2, which knows neither
 * lookaround nor references to groups.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">RE2 Syntax</a>
 */
public final class Re2 {

    private static final String ESCAPES = "AbBdDsSwWzQEafnrtvx";
    private static final int MOST_REPEATS = 1000;

    private final String regex;
    private int at;
    private int depth;

    /** What the operator that comes next would repeat. */
    private Before before = Before.NOTHING;

    private enum Before {
        NOTHING,
        PART,
        REPEATED
    }

    private Re2(String regex) {
        this.regex = regex;
    }

    /** What is wrong with an expression, as the end of a sentence about it; {@code null} if nothing is. */
    public static @Nullable String problem(String regex) {
        return new Re2(regex).read();
    }

    private @Nullable String read() {
        while (at < regex.length()) {
            String problem = next(regex.charAt(at));
            if (problem != null) {
                return problem;
            }
        }
        return depth > 0 ? "has a ( that is not closed" : null;
    }

    private @Nullable String next(char c) {
        return switch (c) {
            case '\\' -> escape();
            case '[' -> list();
            case '(' -> group();
            case ')' -> close();
            case '|' -> {
                at++;
                before = Before.NOTHING;
                yield null;
            }
            case '*', '+', '?' -> repeat(at + 1);
            case '{' -> braces();
            default -> {
                at++;
                before = Before.PART;
                yield null;
            }
        };
    }

    private @Nullable String close() {
        depth--;
        at++;
        before = Before.PART;
        return depth < 0 ? "has a ) that closes nothing" : null;
    }

    private @Nullable String repeat(int end) {
        String operator = regex.substring(at, end);
        if (before != Before.PART) {
            return before == Before.NOTHING
                    ? "has nothing before " + operator + " that could be repeated"
                    : "has two repetitions in a row, the second one " + operator;
        }
        at = regex.startsWith("?", end) ? end + 1 : end;
        before = Before.REPEATED;
        return null;
    }

    /** Braces that are no repetition stand for themselves. */
    private @Nullable String braces() {
        int end = regex.indexOf('}', at);
        String[] counts = end < 0 ? new String[0] : regex.substring(at + 1, end).split(",", -1);
        boolean repetition = counts.length == 1 || counts.length == 2;
        for (int i = 0; i < counts.length; i++) {
            boolean open = i == 1 && counts[i].isEmpty();
            repetition &= open || (counts[i].length() < 9 && isNumber(counts[i]));
        }
        if (!repetition) {
            at++;
            before = Before.PART;
            return null;
        }
        int least = Integer.parseInt(counts[0]);
        int most = counts.length == 1 || counts[1].isEmpty() ? least : Integer.parseInt(counts[1]);
        if (most < least || most > MOST_REPEATS) {
            return "has the repetition " + regex.substring(at, end + 1)
                    + ", which has to count upwards, to 1000 at most";
        }
        return repeat(end + 1);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private @Nullable String group() {
        before = Before.NOTHING;
        if (!regex.startsWith("(?", at)) {
            depth++;
            at++;
            return null;
        }
        for (String sign : new String[] {"(?=", "(?!", "(?<=", "(?<!", "(?>", "(?P=", "(?P>", "(?#", "(?("}) {
            if (regex.startsWith(sign, at)) {
                return "has " + sign + ", which RE2 does not know";
            }
        }
        boolean named = regex.startsWith("(?P<", at) || regex.startsWith("(?<", at);
        int end = at + 2;
        while (end < regex.length() && (named ? regex.charAt(end) != '>' : "imsU-".indexOf(regex.charAt(end)) >= 0)) {
            end++;
        }
        char last = end < regex.length() ? regex.charAt(end) : ' ';
        if (named ? last != '>' : last != ':' && last != ')') {
            return "has a group " + regex.substring(at, Math.min(regex.length(), at + 3)) + " that RE2 does not know";
        }
        depth += last == ')' ? 0 : 1;
        at = end + 1;
        return null;
    }

    private @Nullable String escape() {
        if (at + 1 == regex.length()) {
            return "ends with a \\";
        }
        char c = regex.charAt(at + 1);
        if (c == 'Q') {
            int end = regex.indexOf("\\E", at + 2);
            before = end == at + 2 ? before : Before.PART;
            at = end < 0 ? regex.length() : end + 2;
            return null;
        }
        boolean octal = c == '0' || (c >= '1' && c <= '7' && isOctalAt(at + 2));
        if (c >= '1' && c <= '9' && !octal) {
            return "has \\" + c + ", but RE2 knows no references to groups";
        }
        if (c == 'p' || c == 'P') {
            return property();
        }
        if (Character.isLetter(c) && ESCAPES.indexOf(c) < 0) {
            return "has \\" + c + ", which RE2 does not know";
        }
        at += 2;
        if (c == 'x' && regex.startsWith("{", at)) {
            at = Math.max(at, regex.indexOf('}', at)) + 1;
        }
        before = Before.PART;
        return null;
    }

    private @Nullable String property() {
        int end = regex.startsWith("{", at + 2) ? regex.indexOf('}', at) + 1 : at + 3;
        if (end == 0 || end > regex.length()) {
            return "has a " + regex.substring(at, at + 2) + " that is not closed";
        }
        at = end;
        before = Before.PART;
        return null;
    }

    private boolean isOctalAt(int index) {
        return index < regex.length() && regex.charAt(index) >= '0' && regex.charAt(index) <= '7';
    }

    private @Nullable String list() {
        at += regex.startsWith("[^", at) ? 2 : 1;
        boolean first = true;
        while (at < regex.length() && (first || regex.charAt(at) != ']')) {
            first = false;
            int from = at;
            String problem = item();
            if (problem != null) {
                return problem;
            }
            boolean range = at == from + 1
                    && at + 1 < regex.length()
                    && regex.charAt(at) == '-'
                    && "]\\[".indexOf(regex.charAt(at + 1)) < 0;
            if (range) {
                if (regex.charAt(at + 1) < regex.charAt(from)) {
                    return "has the range " + regex.substring(from, at + 2) + ", which goes backwards";
                }
                at += 2;
            }
        }
        if (at >= regex.length()) {
            return "has a [ that is not closed";
        }
        at++;
        before = Before.PART;
        return null;
    }

    private @Nullable String item() {
        int end = regex.startsWith("[:", at) ? regex.indexOf(":]", at + 2) : -1;
        if (end >= 0) {
            at = end + 2;
            return null;
        }
        if (regex.charAt(at) == '\\') {
            return regex.startsWith("\\b", at) || regex.startsWith("\\Q", at)
                    ? "has " + regex.substring(at, at + 2) + " between [ and ], where RE2 does not know it"
                    : escape();
        }
        at++;
        return null;
    }
}
