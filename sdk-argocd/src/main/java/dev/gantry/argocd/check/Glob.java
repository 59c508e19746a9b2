package dev.gantry.argocd.check;

import java.util.Locale;
import java.util.regex.Pattern;

/** Patterns as Argo CD's projects have them. */
final class Glob {

    private Glob() {}

    /** Whether a pattern, which may have {@code !} before it, is true of a text; {@code *} stands for anything. */
    static boolean matches(String pattern, String text) {
        return isDenial(pattern)
                ? !regex(pattern.substring(1), ".*").matcher(text).matches()
                : regex(pattern, ".*").matcher(text).matches();
    }

    /** The same for the URLs of repositories, in which {@code *} stands for anything but {@code /}. */
    static boolean matchesUrl(String pattern, String url) {
        if (pattern.equals("*")) {
            return true;
        }
        boolean denial = isDenial(pattern);
        String normal = normal(denial ? pattern.substring(1) : pattern);
        return denial != regex(normal, "[^/]*").matcher(normal(url)).matches();
    }

    static boolean isDenial(String pattern) {
        return pattern.startsWith("!");
    }

    /** A URL as Argo CD compares it: in lower case, without {@code .git}, and ssh in one form. */
    static String normal(String url) {
        String normal = url.strip().toLowerCase(Locale.ROOT);
        int at = normal.indexOf('@');
        int colon = normal.indexOf(':', Math.max(at, 0));
        if (!normal.contains("://") && at > 0 && colon > at) {
            normal = normal.substring(0, colon) + "/" + normal.substring(colon + 1);
        }
        if (normal.startsWith("ssh://")) {
            normal = normal.substring("ssh://".length());
        }
        return normal.endsWith(".git") ? normal.substring(0, normal.length() - ".git".length()) : normal;
    }

    private static Pattern regex(String glob, String star) {
        StringBuilder regex = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '*') {
                boolean twice = i + 1 < glob.length() && glob.charAt(i + 1) == '*';
                regex.append(twice ? ".*" : star);
                i += twice ? 1 : 0;
            } else if (c == '?') {
                regex.append(star, 0, star.length() - 1);
            } else if (c == '[' && glob.indexOf(']', i) > i + 1) {
                int end = glob.indexOf(']', i);
                String members = glob.substring(i + 1, end).replace("\\", "\\\\");
                regex.append('[').append(members.startsWith("!") ? "^" + members.substring(1) : members);
                regex.append(']');
                i = end;
            } else if (c == '{' && glob.indexOf('}', i) > 0) {
                regex.append("(?:");
                braces++;
            } else if (c == '}' && braces > 0) {
                regex.append(')');
                braces--;
            } else if (c == ',' && braces > 0) {
                regex.append('|');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        regex.append(")".repeat(braces));
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
