package dev.gantry.program;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment in a source file, and what it is of.
 *
 * @param property the name of a field, a component or what a getter answers; empty for the type itself
 * @param comment between the marks
 */
record DocumentedMember(String property, String comment) {

    private static final Pattern NAME = Pattern.compile("(\\w+)(?:\\s*\\[])*\\s*$");

    /** Whether the comment is that of the type itself. */
    boolean isType() {
        return property.isEmpty();
    }

    /** The comments of a type, its fields, components and getters; not those of types within it. */
    static List<DocumentedMember> in(String source, String type) {
        Pattern declared = Pattern.compile("\\b(?:class|record|interface|enum)\\s+" + Pattern.quote(type) + "\\b");
        List<DocumentedMember> members = new ArrayList<>();
        int body = -1;
        int depth = 0;
        int at = 0;
        while (at < source.length()) {
            if (source.startsWith("/**", at) && !source.startsWith("/**/", at)) {
                int end = end(source, at, "*/");
                String comment = source.substring(at + 3, Math.max(at + 3, end - 2));
                String declaration = declaration(source, end);
                if (body < 0 && declared.matcher(declaration).find()) {
                    members.add(new DocumentedMember("", comment));
                } else if (body >= 0 && depth <= body) {
                    String property = property(declaration);
                    if (!property.isEmpty()) {
                        members.add(new DocumentedMember(property, comment));
                    }
                }
                at = end;
                continue;
            }
            int next = skip(source, at);
            if (next > at) {
                at = next;
                continue;
            }
            char c = source.charAt(at);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                if (body >= 0 && depth < body) {
                    break;
                }
            } else if (body < 0 && Character.isJavaIdentifierStart(c)) {
                Matcher matcher = declared.matcher(source).region(at, source.length());
                if (matcher.lookingAt()) {
                    body = depth + 1;
                    at = matcher.end();
                    continue;
                }
                while (at + 1 < source.length() && Character.isJavaIdentifierPart(source.charAt(at + 1))) {
                    at++;
                }
            }
            at++;
        }
        return members;
    }

    /** Where a comment, a text or a character that begins here ends; the same place if none begins. */
    private static int skip(String source, int at) {
        if (source.startsWith("//", at)) {
            return end(source, at, "\n");
        }
        if (source.startsWith("/*", at)) {
            return end(source, at + 2, "*/");
        }
        if (source.startsWith("\"\"\"", at)) {
            return end(source, at + 3, "\"\"\"");
        }
        char quote = source.charAt(at);
        if (quote != '"' && quote != '\'') {
            return at;
        }
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != quote && source.charAt(end) != '\n') {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, source.length());
    }

    private static int end(String source, int from, String mark) {
        int end = source.indexOf(mark, from);
        return end < 0 ? source.length() : end + mark.length();
    }

    /** What is declared after a comment: without annotations, to the end of its name or of its parameters. */
    private static String declaration(String source, int from) {
        StringBuilder declaration = new StringBuilder();
        int angles = 0;
        int at = from;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '@') {
                at = annotationEnd(source, at);
                continue;
            }
            int next = skip(source, at);
            if (next > at) {
                at = next;
                continue;
            }
            angles += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (";={}()".indexOf(c) >= 0 || (c == ',' && angles == 0)) {
                return declaration.append(c).toString();
            }
            declaration.append(c);
            at++;
        }
        return declaration.toString();
    }

    private static int annotationEnd(String source, int from) {
        int at = from + 1;
        while (at < source.length()
                && (Character.isJavaIdentifierPart(source.charAt(at)) || source.charAt(at) == '.')) {
            at++;
        }
        int open = at;
        while (open < source.length() && Character.isWhitespace(source.charAt(open))) {
            open++;
        }
        if (open >= source.length() || source.charAt(open) != '(') {
            return at;
        }
        int depth = 0;
        at = open;
        do {
            int next = skip(source, at);
            if (next > at) {
                at = next;
                continue;
            }
            depth += source.charAt(at) == '(' ? 1 : source.charAt(at) == ')' ? -1 : 0;
            at++;
        } while (depth > 0 && at < source.length());
        return at;
    }

    /** The property that a declaration is of; empty if it is something else. */
    private static String property(String declaration) {
        if (declaration.isEmpty()) {
            return "";
        }
        char last = declaration.charAt(declaration.length() - 1);
        Matcher name = NAME.matcher(declaration.substring(0, declaration.length() - 1));
        if ("{}".indexOf(last) >= 0 || !name.find()) {
            return "";
        }
        String word = name.group(1);
        if (last != '(') {
            return word;
        }
        String getter = word.startsWith("get") && word.length() > 3
                ? word.substring(3)
                : word.startsWith("is") && word.length() > 2 ? word.substring(2) : "";
        return getter.isEmpty() ? "" : Character.toLowerCase(getter.charAt(0)) + getter.substring(1);
    }
}
