package dev.gantry.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gantry.fake.http.Request;
import dev.gantry.fake.json.Json;
import java.util.List;
import java.util.Map;

/**
 * A request that the server was sent.
 *
 * @param method such as {@code PATCH}
 * @param path such as {@code /api/v1/namespaces/shop/configmaps/a}
 * @param query the parameters
 * @param headers by their names in lower case, without credentials
 * @param content what was sent
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares requests.
public record RecordedRequest(
        String method, String path, Map<String, List<String>> query, Map<String, String> headers, byte[] content) {

    static RecordedRequest of(Request request) {
        Map<String, String> headers = new java.util.TreeMap<>(request.headers());
        headers.remove("authorization");
        return new RecordedRequest(request.method(), request.path(), request.query(), headers, request.body());
    }

    /** Copies what can change. */
    public RecordedRequest {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** A parameter of the query; empty if it is not there. */
    public String parameter(String name) {
        return query.getOrDefault(name, List.of("")).get(0);
    }

    /** What was sent, as a tree; a missing node if it is none. */
    public JsonNode body() {
        return content.length == 0 ? MissingNode.getInstance() : Json.readLeniently(content);
    }

    /** Whether it is a server-side apply. */
    public boolean isApply() {
        return method.equals("PATCH")
                && headers.getOrDefault("content-type", "").startsWith("application/apply-patch");
    }

    /** Whether it would change something if it succeeded. */
    public boolean isWrite() {
        return !method.equals("GET") && !parameter("dryRun").equals("All");
    }

    /** Whether it is a write that is only tried. */
    public boolean isDryRun() {
        return parameter("dryRun").equals("All");
    }

    /** Whether it is about objects of this resource, such as {@code configmaps}. */
    public boolean isAbout(String plural) {
        return path.endsWith("/" + plural) || path.contains("/" + plural + "/");
    }

    /** Method, path and query. */
    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query);
    }
}
