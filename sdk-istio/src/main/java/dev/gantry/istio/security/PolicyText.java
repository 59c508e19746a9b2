package dev.gantry.istio.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.Likeness;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms of the texts that policies compare requests with. Istio takes others too, and they match nothing. */
enum PolicyText {
    /** The path of a request. */
    PATH("Begin it with '/', and use '*' at one end only, or {*} and {**} for parts of the path."),
    /** The method of a request. */
    METHOD("Give an HTTP method in upper case, such as GET; '*' can stand at one end."),
    /** Who a pod is by its certificate. */
    PRINCIPAL("Pass the ServiceAccount, or write <trust domain>/ns/<namespace>/sa/<account>, such as"
            + " cluster.local/ns/shop/sa/web; '*' can stand at one end."),
    /** An IP address or a block of them. */
    IP_BLOCK("Give an address such as 192.0.2.7, or a block such as 192.0.2.0/24."),
    /** The number of a port, as text. */
    PORT("Give the number of a port: 1 to 65535."),
    /** Any text that is not empty. */
    ANY(Syntax.NOT_EMPTY.description());

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE");

    private final String hint;

    PolicyText(String hint) {
        this.hint = hint;
    }

    /** Adds texts to a list; one of another form is a flaw where it stands. */
    void addAll(Fields object, String list, @Nullable String... values) {
        if (!object.given(list, values)) {
            return;
        }
        for (String value : values) {
            String problem = value == null || value.isEmpty() ? null : problem(value);
            if (problem == null || value == null) {
                object.add(list, value, Syntax.NOT_EMPTY);
            } else {
                object.add(list, new Misfit(value, problem, hint(value)));
            }
        }
    }

    /** What is wrong with a text, to be read after it, such as "has '*' beside {*}"; {@code null} if nothing is. */
    @Nullable
    String problem(String text) {
        if (text.isEmpty()) {
            return "is empty";
        }
        return switch (this) {
            case PATH -> path(text);
            case METHOD -> method(text);
            case PRINCIPAL -> principal(text);
            case IP_BLOCK -> (text.indexOf('/') < 0 ? Syntax.IP_ADDRESS : Syntax.CIDR).problem(text);
            case PORT -> isPort(text) ? null : "is not the number of a port";
            case ANY -> null;
        };
    }

    /** What to do about a text that has a problem. */
    String hint(String text) {
        String guess = this == METHOD ? likely(text) : null;
        return guess == null ? hint : "Did you mean \"" + guess + "\"?";
    }

    private static @Nullable String path(String text) {
        if (text.charAt(0) != '/' && text.charAt(0) != '*' && text.charAt(0) != '{') {
            return "does not begin with /, as every path does";
        }
        String rest = text.replace("{**}", "").replace("{*}", "");
        if (!rest.equals(text)) {
            return rest.indexOf('*') < 0 ? null : "has '*' beside {*} or {**}";
        }
        if (text.endsWith("/.*") && text.length() > 3) {
            return "looks like a regular expression, which is not known here";
        }
        return stars(text);
    }

    /** Of WebDAV and other methods, only what is almost one of HTTP's own is a slip. */
    private static @Nullable String method(String text) {
        if (!text.equals(text.toUpperCase(Locale.ROOT))) {
            return "has lower-case letters, but methods are compared with their case";
        }
        String problem = stars(text);
        String guess = likely(text);
        return problem == null && guess != null && !guess.equals(text) ? "is no HTTP method" : problem;
    }

    private static @Nullable String likely(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (METHODS.contains(upper)) {
            return upper;
        }
        if (upper.indexOf('*') >= 0) {
            return null;
        }
        for (String method : METHODS) {
            if (Arrays.equals(letters(method), letters(upper))) {
                return method;
            }
        }
        return null;
    }

    private static char[] letters(String text) {
        char[] letters = text.toCharArray();
        Arrays.sort(letters);
        return letters;
    }

    /** Certificates of other meshes may name anybody in another form, so that only what looks like a slip is one. */
    private static @Nullable String principal(String text) {
        if (text.startsWith("spiffe://")) {
            return "begins with spiffe://, which Istio writes before it itself";
        }
        String problem = stars(text);
        if (problem != null || text.indexOf('*') >= 0) {
            return problem;
        }
        String[] parts = text.split("/", -1);
        boolean shortened = parts.length <= 2 && parts[0].indexOf('.') < 0;
        boolean broken = parts.length > 2 && parts[1].equals("ns") && !(parts.length == 5 && parts[3].equals("sa"));
        return shortened || broken ? "is not the principal of a ServiceAccount" : null;
    }

    private static @Nullable String stars(String text) {
        int star = text.indexOf('*');
        boolean one = star == text.lastIndexOf('*');
        return star < 0 || (one && (star == 0 || star == text.length() - 1))
                ? null
                : "has '*' at another place than one end, where it stands for itself";
    }

    private static boolean isPort(String text) {
        if (text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int number = Integer.parseInt(text);
        return number >= 1 && number <= 65_535;
    }

    /** What the texts of a list of a source or an operation look like; those of what must not be look the same. */
    static PolicyText ofList(String list) {
        return switch (list) {
            case "principals", "notPrincipals" -> PRINCIPAL;
            case "ipBlocks", "notIpBlocks", "remoteIpBlocks", "notRemoteIpBlocks" -> IP_BLOCK;
            case "ports", "notPorts" -> PORT;
            case "methods", "notMethods" -> METHOD;
            case "paths", "notPaths" -> PATH;
            default -> ANY;
        };
    }

    /** What the values of an attribute look like. */
    static PolicyText ofAttribute(@Nullable String key) {
        if (key == null) {
            return ANY;
        }
        return switch (key) {
            case "source.ip", "remote.ip", "destination.ip" -> IP_BLOCK;
            case "destination.port" -> PORT;
            case "source.principal" -> PRINCIPAL;
            default -> ANY;
        };
    }

    /** Writes the key of a condition; one that Istio does not know is a flaw. */
    static void writeKey(Fields condition, @Nullable String key) {
        condition.set("key", key, Syntax.NOT_EMPTY);
        if (key != null && !key.isEmpty() && !isKnown(key)) {
            condition.flaw(
                    "key", ValueRule.TEXT, "\"" + key + "\" is not an attribute that Istio knows.", keyHint(key));
        }
    }

    /** What to do about a key of a condition that Istio does not know. */
    static String keyHint(String key) {
        int bracket = key.indexOf('[');
        String name = bracket < 0 ? key : key.substring(0, bracket);
        String guess = name.equals("source.ns") ? "source.namespace" : Likeness.closest(name, Attributes.ALL);
        boolean keyed = guess != null && Attributes.KEYED.contains(guess);
        return guess == null
                ? "Use one of " + String.join(", ", Attributes.ALL) + "; those of headers and claims have a name in"
                        + " brackets."
                : "Did you mean \"" + guess + (!keyed ? "" : bracket < 0 ? "[name]" : key.substring(bracket)) + "\"?";
    }

    /** Whether Istio knows the key of a condition. */
    static boolean isKnown(String key) {
        if (key.startsWith("experimental.envoy.filters.")) {
            return true;
        }
        int bracket = key.indexOf('[');
        return bracket < 0
                ? Attributes.ALL.contains(key) && !Attributes.KEYED.contains(key)
                : Attributes.KEYED.contains(key.substring(0, bracket))
                        && key.endsWith("]")
                        && key.length() > bracket + 2;
    }

    /** A text of another form, and what is wrong with it. */
    private record Misfit(String text, String problem, String hint) implements Leaf {

        @Override
        public JsonNode toJson() {
            return TextNode.valueOf(text);
        }

        @Override
        public List<Flaw> flaws() {
            return List.of(new Flaw(ValueRule.TEXT, "\"" + text + "\" " + problem + ".", hint));
        }
    }

    /** What Istio knows of a request. */
    private static final class Attributes {

        static final List<String> KEYED = List.of("request.headers", "request.auth.claims");
        static final List<String> ALL = List.of(
                "request.headers",
                "request.auth.claims",
                "request.auth.principal",
                "request.auth.audiences",
                "request.auth.presenter",
                "source.ip",
                "remote.ip",
                "source.namespace",
                "source.principal",
                "source.serviceAccount",
                "source.trustDomain",
                "destination.ip",
                "destination.port",
                "connection.sni");
    }
}
