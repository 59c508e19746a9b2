package dev.gantry.extension;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms of text in a URL: what is wrong with one, as the end of a sentence; {@code null} if nothing is. */
final class NetworkSyntax {

    private static final List<String> NOT_IN_PATHS = List.of("//", "/./", "/../", "%2f", "%2F");
    private static final String IN_PATHS = "/-._~%!$&'()*+,;=:";

    private NetworkSyntax() {}

    static @Nullable String urlPath(String text) {
        if (text.charAt(0) != '/') {
            return "does not begin with /";
        }
        for (String wrong : NOT_IN_PATHS) {
            if (text.contains(wrong)) {
                return "has '" + wrong + "'";
            }
        }
        return text.endsWith("/.") || text.endsWith("/..") ? "ends with a '.' of its own" : null;
    }

    static @Nullable String host(String text) {
        if (Cidr.address(text) != null) {
            return "is an IP address";
        }
        String name = text.startsWith("*.") ? text.substring(2) : text;
        if (name.indexOf('*') >= 0) {
            return "has a '*' that is not its first label";
        }
        return name.isEmpty() ? "has nothing after '*.'" : Syntax.DNS_SUBDOMAIN.problem(name);
    }

    static @Nullable String domainPath(String text) {
        if (text.length() > 250) {
            return "has " + text.length() + " characters; 250 are allowed";
        }
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            return slash < 0 ? "has no '/'" : slash == 0 ? "has nothing before '/'" : "has nothing after '/'";
        }
        for (int i = slash + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c < 0x80 && Character.isLetterOrDigit(c);
            if (!plain && IN_PATHS.indexOf(c) < 0) {
                return "has the character '" + c + "'";
            }
        }
        return Syntax.DNS_SUBDOMAIN.problem(text.substring(0, slash));
    }
}
