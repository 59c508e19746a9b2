package dev.gantry.remote;

import com.sun.net.httpserver.HttpServer;
import dev.gantry.finding.Finding;
import dev.gantry.findings.Example;
import dev.gantry.lock.LockEntry;
import dev.gantry.lock.RemoteSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rules for sources of other places are for. */
final class RemoteExamples {

    private static final String INDEX = "entries: {redis: [{version: 20.1.0, urls: [redis-20.1.0.tgz]}]}";

    private RemoteExamples() {}

    @Example(
            value = "GTY-LCK-004",
            why =
                    "Addresses are committed with the program. A name and a password belong into Maven's `settings.xml`, with the host as the"
                            + " server's id.")
    static List<Finding> address(Path folder) throws IOException {
        return locked(folder, RemoteSource.file("https://ada:secret@charts.example.com/install.yaml"), null);
    }

    @Example(
            value = "GTY-LCK-005",
            why =
                    "The server, or the proxy of Maven's settings, says so, or what it gives is something else, such as a page to log in.")
    static List<Finding> unreachable(Path folder) throws IOException {
        return locked(folder, RemoteSource.file("http://charts.example.com/install.yml"), null);
    }

    @Example(
            value = "GTY-LCK-006",
            why = "Ranges are read as Helm reads them: a preview is in none that does not name one.")
    static List<Finding> version(Path folder) throws IOException {
        return locked(folder, RemoteSource.chart("http://charts.example.com", "redis", "^21"), null);
    }

    @Example(
            value = "GTY-LCK-007",
            why =
                    "What is published under a version should stay as it is. Where it does not, somebody has replaced it, and nobody should"
                            + " take that in without having looked.")
    static List<Finding> changed(Path folder) throws IOException {
        RemoteSource source = RemoteSource.file("http://charts.example.com/install.yaml");
        return locked(folder, source, new LockEntry(source, "", "sha256:0b6f", "locked/install.yaml"));
    }

    /** What is wrong when a source is locked, with a proxy that plays the servers. */
    private static List<Finding> locked(Path folder, RemoteSource source, LockEntry before) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Map<String, String> files = Map.of("/index.yaml", INDEX, "/install.yaml", "kind: Namespace\n");
        server.createContext("/", exchange -> {
            byte[] body =
                    files.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            RemoteHttp http = new RemoteHttp(ProxySelector.of(server.getAddress()), null, host -> Optional.empty());
            new RemoteFetcher(http, folder).fetch(source, before);
            return List.of();
        } finally {
            server.stop(0);
        }
    }
}
