package dev.gantry.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.bundle.Digest;
import dev.gantry.helm.HelmIndex;
import dev.gantry.lock.RemoteSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Gets charts from a repository, which is a web server with an {@code index.yaml}.
 *
 * @see <a href="https://helm.sh/docs/topics/chart_repository/">chart repositories</a>
 */
final class ChartRepository {

    private ChartRepository() {}

    static Fetched fetch(RemoteHttp http, RemoteSource source, VersionRange range) throws RemoteFailure {
        URI base = URI.create(source.url().endsWith("/") ? source.url() : source.url() + "/");
        URI index = base.resolve("index.yaml");
        JsonNode entries = HelmIndex.read(new String(http.get(index), StandardCharsets.UTF_8))
                .path("entries");
        if (!entries.isObject()) {
            throw new RemoteFailure(index + " is no index of charts", "Is it the address of a repository of charts?");
        }
        JsonNode versions = entries.path(source.name());
        if (versions.isMissingNode()) {
            throw new RemoteFailure(
                    "there is no chart " + source.name() + " in " + source.url(),
                    "It has: " + shown(names(entries)) + ".");
        }
        List<String> known = new ArrayList<>();
        versions.forEach(version -> known.add(version.path("version").asText()));
        ChartVersion newest = range.newest(known);
        if (newest == null) {
            throw RemoteFetcher.noVersion(source, known);
        }
        for (JsonNode version : versions) {
            if (version.path("version").asText().equals(newest.text())) {
                return chart(http, base, version);
            }
        }
        throw new IllegalStateException("It was among them");
    }

    private static Fetched chart(RemoteHttp http, URI base, JsonNode version) throws RemoteFailure {
        String text = version.path("version").asText();
        String url = version.path("urls").path(0).asText();
        if (url.isEmpty()) {
            throw new RemoteFailure(
                    "the index of " + base + " does not say where " + text + " is", "Choose another version.");
        }
        if (url.startsWith("oci://")) {
            throw new RemoteFailure(
                    "the index of " + base + " says that " + text + " is in a registry, at " + url,
                    "Take it from there: ChartSource.oci(...).");
        }
        URI address = base.resolve(url);
        byte[] content = http.get(address);
        String digest = version.path("digest").asText();
        if (!digest.isEmpty() && !Digest.sha256(content).equals("sha256:" + digest.replace("sha256:", ""))) {
            throw new RemoteFailure(
                    address + " is not what the index of the repository says: its digest is another one",
                    "Ask who runs the repository.");
        }
        return new Fetched(text, content);
    }

    private static TreeSet<String> names(JsonNode entries) {
        TreeSet<String> names = new TreeSet<>();
        entries.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String shown(TreeSet<String> names) {
        String first = String.join(", ", names.stream().limit(8).toList());
        return names.size() > 8 ? first + " and " + (names.size() - 8) + " more" : first;
    }
}
