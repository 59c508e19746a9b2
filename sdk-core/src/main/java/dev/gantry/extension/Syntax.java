package dev.gantry.extension;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The forms of text that Kubernetes knows.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">Object names</a>
 */
public enum Syntax {
    /** At most 253 characters: DNS labels joined by dots. */
    DNS_SUBDOMAIN,
    /** At most 63 characters of {@code a-z}, {@code 0-9} and {@code -}, beginning and ending with a letter or digit. */
    DNS_LABEL,
    /** A DNS subdomain, which may end with a dot. */
    DNS_NAME,
    /** A DNS label that begins with a letter, as Services need. */
    DNS_1035_LABEL,
    /** At most 15 characters, with at least one letter: what a port of a container may be called. */
    PORT_NAME,
    /** What a storage driver calls itself: a DNS subdomain of at most 63 characters, in which letters may be upper case. */
    CSI_DRIVER,
    /** An optional DNS subdomain and {@code /}, then at most 63 characters. */
    LABEL_KEY,
    /** At most 63 characters of letters, digits, {@code -}, {@code _} and {@code .}; may be empty. */
    LABEL_VALUE,
    /** A key in a ConfigMap or Secret: at most 253 letters, digits, {@code -}, {@code _} and {@code .}. */
    CONFIG_KEY,
    /** The name of an environment variable: printable ASCII without {@code =}. */
    ENV_NAME,
    /** A part of a URL's path: any text but {@code .} and {@code ..}, without {@code /} and {@code %}. */
    PATH_SEGMENT,
    /** A path that begins with {@code /}. */
    ABSOLUTE_PATH,
    /** A path of a URL that is matched as it is: begins with {@code /}, without {@code //}, {@code .} and {@code ..}. */
    URL_PATH,
    /** A DNS name in whose place of the first label may stand {@code *}; not an IP address. */
    HOST,
    /** A DNS subdomain, {@code /} and a path, such as {@code example.com/controller}; at most 250 characters. */
    DOMAIN_PATH,
    /** An IP address of version 4 or 6. */
    IP_ADDRESS,
    /** A block of IP addresses, such as {@code 192.0.2.0/24}. */
    CIDR,
    /** Any text that is not empty. */
    NOT_EMPTY;

    /** Texts that have this form; only a shortcut to the answer. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Recent<Syntax> valid = new Recent<>();

    /** What is wrong with a text, as the end of a sentence that begins with it; {@code null} if nothing is. */
    public @Nullable String problem(String text) {
        if (valid.get(text) != null) {
            return null;
        }
        String problem = examine(text);
        if (problem == null) {
            valid.put(text, this);
        }
        return problem;
    }

    private @Nullable String examine(String text) {
        if (text.isEmpty() && this != LABEL_VALUE) {
            return "is empty";
        }
        return switch (this) {
            case DNS_SUBDOMAIN -> subdomain(text);
            case DNS_NAME -> subdomain(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
            case DNS_LABEL -> label(text, 63);
            case DNS_1035_LABEL -> {
                String problem = label(text, 63);
                yield problem == null && !lower(text.charAt(0)) ? "does not begin with a letter" : problem;
            }
            case PORT_NAME -> portName(text);
            case CSI_DRIVER -> csiDriver(text);
            case LABEL_KEY -> labelKey(text);
            case LABEL_VALUE -> text.isEmpty() ? null : qualified(text, 63);
            case CONFIG_KEY -> configKey(text);
            case ENV_NAME -> envName(text);
            case PATH_SEGMENT -> pathSegment(text);
            case ABSOLUTE_PATH -> text.charAt(0) == '/' ? null : "does not begin with /";
            case URL_PATH -> NetworkSyntax.urlPath(text);
            case HOST -> NetworkSyntax.host(text);
            case DOMAIN_PATH -> NetworkSyntax.domainPath(text);
            case IP_ADDRESS -> Cidr.address(text) == null ? "is not an IP address" : null;
            case CIDR -> Cidr.parse(text) == null ? "is not a block of IP addresses" : null;
            case NOT_EMPTY -> null;
        };
    }

    /** What a good text looks like, for hints. */
    public String description() {
        return switch (this) {
            case DNS_SUBDOMAIN, DNS_NAME ->
                "Use at most 253 characters of a-z, 0-9, '-' and '.', with a letter or digit around each '.'.";
            case DNS_LABEL -> "Use at most 63 characters of a-z, 0-9 and '-', with a letter or digit at both ends.";
            case DNS_1035_LABEL ->
                "Use at most 63 characters of a-z, 0-9 and '-', beginning with a letter and ending with a letter or digit.";
            case PORT_NAME -> "Use at most 15 characters of a-z, 0-9 and single '-', with at least one letter.";
            case CSI_DRIVER -> "Give the driver's name, such as ebs.csi.aws.com: at most 63 characters.";
            case LABEL_KEY ->
                "Use at most 63 letters, digits, '-', '_' and '.', with an optional DNS name and '/' before them.";
            case LABEL_VALUE ->
                "Use at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.";
            case CONFIG_KEY -> "Use at most 253 letters, digits, '-', '_' and '.'.";
            case ENV_NAME -> "Use printable ASCII characters other than '='.";
            case PATH_SEGMENT -> "Use any characters but '/' and '%'.";
            case ABSOLUTE_PATH -> "Begin the path with '/'.";
            case URL_PATH -> "Begin the path with '/', and leave out '//', '/./', '/../' and '%2f'.";
            case HOST -> "Give a DNS name such as shop.example.com; '*' can stand for its first label only.";
            case DOMAIN_PATH -> "Give a DNS name, '/' and a path, such as example.com/controller.";
            case IP_ADDRESS -> "Give an address such as 192.0.2.7 or 2001:db8::7.";
            case CIDR -> "Give an address and the length of its prefix, such as 192.0.2.0/24.";
            case NOT_EMPTY -> "Give at least one character.";
        };
    }

    private static @Nullable String subdomain(String text) {
        if (text.length() > 253) {
            return "has " + text.length() + " characters; 253 are allowed";
        }
        int from = 0;
        while (true) {
            int dot = text.indexOf('.', from);
            String part = dot < 0 ? text.substring(from) : text.substring(from, dot);
            String problem = part.isEmpty() ? "has an empty part around '.'" : label(part, 253);
            if (problem != null || dot < 0) {
                return problem;
            }
            from = dot + 1;
        }
    }

    private static @Nullable String label(String text, int limit) {
        if (text.length() > limit) {
            return "has " + text.length() + " characters; " + limit + " are allowed";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return "has upper-case letters";
            }
            if (!lower(c) && !digit(c) && c != '-') {
                return "has the character " + shown(c);
            }
        }
        return text.charAt(0) == '-' || text.charAt(text.length() - 1) == '-' ? "begins or ends with '-'" : null;
    }

    private static @Nullable String portName(String text) {
        String problem = label(text, 15);
        if (problem != null) {
            return problem;
        }
        if (text.contains("--")) {
            return "has '--'";
        }
        for (int i = 0; i < text.length(); i++) {
            if (lower(text.charAt(i))) {
                return null;
            }
        }
        return "has no letter";
    }

    private static @Nullable String csiDriver(String text) {
        return text.length() > 63
                ? "has " + text.length() + " characters; 63 are allowed"
                : subdomain(text.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String labelKey(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return qualified(text, 63);
        }
        String prefix = text.substring(0, slash);
        String problem = prefix.isEmpty() ? "has nothing before '/'" : subdomain(prefix);
        if (problem != null) {
            return problem;
        }
        String name = text.substring(slash + 1);
        return name.isEmpty() ? "has nothing after '/'" : qualified(name, 63);
    }

    private static @Nullable String qualified(String text, int limit) {
        if (text.length() > limit) {
            return "has " + text.length() + " characters; " + limit + " are allowed";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!alphanumeric(c) && c != '-' && c != '_' && c != '.') {
                return "has the character " + shown(c);
            }
        }
        return alphanumeric(text.charAt(0)) && alphanumeric(text.charAt(text.length() - 1))
                ? null
                : "does not begin and end with a letter or digit";
    }

    private static @Nullable String configKey(String text) {
        if (text.length() > 253) {
            return "has " + text.length() + " characters; 253 are allowed";
        }
        if (text.equals(".") || text.startsWith("..")) {
            return "is a relative path";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!alphanumeric(c) && c != '-' && c != '_' && c != '.') {
                return "has the character " + shown(c);
            }
        }
        return null;
    }

    private static @Nullable String envName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c > 0x7e || c == '=') {
                return "has the character " + shown(c);
            }
        }
        return null;
    }

    private static @Nullable String pathSegment(String text) {
        if (text.equals(".") || text.equals("..")) {
            return "is a relative path";
        }
        for (char c : new char[] {'/', '%'}) {
            if (text.indexOf(c) >= 0) {
                return "has the character " + shown(c);
            }
        }
        return null;
    }

    private static boolean lower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean alphanumeric(char c) {
        return lower(c) || digit(c) || (c >= 'A' && c <= 'Z');
    }

    private static String shown(char c) {
        return c == ' '
                ? "' ' (a space)"
                : c < 0x20 ? "U+00" + Integer.toHexString(0x100 | c).substring(1) : "'" + c + "'";
    }
}
