package dev.gantry.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends requests to a cluster, and reads the answers. */
final class Client {

    static final String CONFIG_MAPS = "/api/v1/namespaces/default/configmaps";
    static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/default/deployments";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    Client(FakeCluster cluster) {
        this.url = cluster.url();
    }

    /** An answer. */
    record Answer(int status, JsonNode body, HttpResponse<String> response) {

        String text(String... path) {
            return Json.text(body, path);
        }

        String message() {
            return text("message");
        }

        /** Who owns what, one owner a line: {@code gantry Apply {...}}. */
        String owners() {
            StringBuilder owners = new StringBuilder();
            for (JsonNode entry : Json.at(body, "metadata", "managedFields")) {
                String subresource = Json.text(entry, "subresource");
                owners.append(Json.text(entry, "manager"))
                        .append(' ')
                        .append(Json.text(entry, "operation"))
                        .append(subresource.isEmpty() ? "" : " " + subresource)
                        .append(' ')
                        .append(entry.path("fieldsV1"))
                        .append('\n');
            }
            return owners.toString().strip();
        }
    }

    Answer get(String path) {
        return send("GET", path, "", "");
    }

    Answer post(String path, String yaml) {
        return send("POST", path, "application/json", Json.yaml(yaml).toString());
    }

    Answer put(String path, String yaml) {
        return send("PUT", path, "application/json", Json.yaml(yaml).toString());
    }

    Answer delete(String path) {
        return send("DELETE", path, "", "");
    }

    Answer apply(String manager, String path, String yaml) {
        return send("PATCH", with(path, "fieldManager=" + manager), "application/apply-patch+yaml", yaml);
    }

    Answer force(String manager, String path, String yaml) {
        return apply(manager, with(path, "force=true"), yaml);
    }

    Answer merge(String path, String json) {
        return send("PATCH", path, "application/merge-patch+json", json);
    }

    Answer patch(String path, String json) {
        return send("PATCH", path, "application/json-patch+json", json);
    }

    Answer strategic(String path, String json) {
        return send("PATCH", path, "application/strategic-merge-patch+json", json);
    }

    static String with(String path, String parameter) {
        return path + (path.contains("?") ? "&" : "?") + parameter;
    }

    Answer send(String method, String path, String contentType, String body, String... headers) {
        try {
            return trySend(method, path, contentType, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer trySend(String method, String path, String contentType, String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("User-Agent", "client/1.0")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json = response.body().startsWith("{") && !response.body().contains("}\n{");
            return new Answer(response.statusCode(), json ? Json.read(response.body()) : Json.object(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
