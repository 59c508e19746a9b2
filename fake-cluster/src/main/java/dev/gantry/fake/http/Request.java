package dev.gantry.fake.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request.
 *
 * @param method such as {@code GET}
 * @param path without the query, decoded
 * @param query the parameters, decoded
 * @param headers by their names in lower case
 * @param body empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares requests.
public record Request(
        String method, String path, Map<String, List<String>> query, Map<String, String> headers, byte[] body) {

    /** Copies what can change. */
    public Request {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    static Request of(String method, String target, Map<String, String> headers, byte[] body) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        return new Request(method, decoded(path.replace("+", "%2B")), parameters(query), headers, body);
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A parameter of the query; empty if it is not there. */
    public String parameter(String name) {
        return query.getOrDefault(name, List.of("")).get(0);
    }

    /** A header; empty if it is not there. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Method and path. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
