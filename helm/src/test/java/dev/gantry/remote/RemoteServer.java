package dev.gantry.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gantry.bundle.Digest;
import dev.gantry.helm.Helm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server on this machine that is a repository of charts, a registry, and a place for files. */
final class RemoteServer implements AutoCloseable {

    private static final String CHART = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";

    private final HttpServer server;
    private final Path folder;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> required = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> accounts = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, String>> index = new TreeMap<>();

    private RemoteServer(HttpServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static RemoteServer in(Path folder) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RemoteServer made = new RemoteServer(server, folder);
        server.createContext("/", made::answer);
        server.start();
        return made;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        asked.add(path);
        accounts.add(exchange.getRequestHeaders().getFirst("Proxy-Authorization") + ", " + given);
        byte[] body = files.get(path);
        int status = body == null ? 404 : 200;
        for (Map.Entry<String, String> area : required.entrySet()) {
            if (path.startsWith(area.getKey()) && !given.equals(area.getValue())) {
                status = 401;
                exchange.getResponseHeaders()
                        .set(
                                "WWW-Authenticate",
                                "Bearer realm=\"" + url("/token")
                                        + "\",service=\"registry\",scope=\"repository:charts:pull\"");
            }
        }
        if (path.startsWith("/moved/")) {
            exchange.getResponseHeaders().set("Location", path.substring("/moved".length()));
            status = 302;
        }
        byte[] sent = status == 200 ? body : new byte[0];
        exchange.sendResponseHeaders(status, sent.length == 0 ? -1 : sent.length);
        exchange.getResponseBody().write(sent);
        exchange.close();
    }

    String url(String path) {
        return "http://" + authority() + path;
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** For each thing that was asked for, who asked the proxy, and who asked the server. */
    List<String> accounts() {
        return accounts;
    }

    /** What was asked for, in order. */
    List<String> asked() {
        return new ArrayList<>(asked);
    }

    RemoteServer file(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Lets nobody in below a path who does not say who it is. */
    RemoteServer require(String path, String authorization) {
        required.put(path, authorization);
        return this;
    }

    /** Adds a version of a chart to the repository at {@code /charts} and to the registry. */
    RemoteServer chart(String name, String version, String note) throws IOException {
        byte[] archive = archive(name, version, note);
        String file = name + "-" + version + ".tgz";
        files.put("/charts/" + file, archive);
        index.computeIfAbsent(name, x -> new TreeMap<>()).put(version, Digest.sha256(archive));
        StringBuilder text = new StringBuilder("apiVersion: v1\nentries:\n");
        index.forEach((chart, versions) -> {
            text.append("  ").append(chart).append(":\n");
            versions.forEach(
                    (one, digest) -> text.append("    - {name: %s, version: %s, digest: %s, urls: [%s-%s.tgz]}\n"
                            .formatted(chart, one, digest.substring(7), chart, one)));
        });
        file("/charts/index.yaml", text.toString());
        registry(name, version, archive);
        return this;
    }

    private void registry(String name, String version, byte[] archive) {
        String base = "/v2/charts/" + name;
        String digest = Digest.sha256(archive);
        files.put(base + "/blobs/" + digest, archive);
        file(base + "/manifests/" + version.replace('+', '_'), """
                {"layers": [{"mediaType": "%s", "digest": "%s"}]}
                """.formatted(CHART, digest));
        String tags = String.join(
                "\", \"",
                index.getOrDefault(name, Map.of()).keySet().stream()
                        .map(tag -> tag.replace('+', '_'))
                        .toList());
        file(base + "/tags/list", "{\"tags\": [\"latest\", \"" + tags + "\"]}");
    }

    /** Adds a version to the index whose archive has another chart. */
    RemoteServer mistaken(String name, String version, String file) {
        String entry = "entries: {%s: [{version: %s, urls: [%s]}]}\n".formatted(name, version, file);
        return file("/mistaken/index.yaml", entry).copy("/charts/" + file, "/mistaken/" + file);
    }

    private RemoteServer copy(String from, String to) {
        files.put(to, files.getOrDefault(from, new byte[0]));
        return this;
    }

    private byte[] archive(String name, String version, String note) throws IOException {
        Path chart = folder.resolve("sources").resolve(name);
        Files.createDirectories(chart.resolve("templates"));
        Files.writeString(
                chart.resolve("Chart.yaml"), "{apiVersion: v2, name: %s, version: %s}\n".formatted(name, version));
        Files.writeString(
                chart.resolve("templates/note.yaml"),
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: note}, data: {note: %s}}\n".formatted(note));
        return Files.readAllBytes(Helm.load().pack(chart, folder.resolve("archives"), null, null));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
