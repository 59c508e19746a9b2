package dev.gantry.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.bundle.Digest;
import dev.gantry.lock.RemoteSource;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gets charts from a registry. One on this machine is asked without encryption, as container tools do it.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md">the protocol of registries</a>
 */
final class OciRegistry {

    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String CHART = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
    private static final Pattern CHALLENGE = Pattern.compile("([a-z]+)=\"([^\"]*)\"");
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RemoteHttp http;
    private final URI base;
    private final String repository;
    private String authorization = "";

    private OciRegistry(RemoteHttp http, URI base, String repository) {
        this.http = http;
        this.base = base;
        this.repository = repository;
    }

    static Fetched fetch(RemoteHttp http, RemoteSource source, VersionRange range) throws RemoteFailure {
        URI address = URI.create(source.url());
        boolean local = List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(address.getHost()));
        URI base = URI.create((local ? "http" : "https") + "://" + address.getAuthority());
        OciRegistry registry = new OciRegistry(http, base, address.getPath().replaceFirst("^/", ""));
        ChartVersion exact = ChartVersion.parse(source.version());
        String version = exact != null ? exact.text() : registry.newest(source, range);
        return new Fetched(version, registry.chart(tag(version)));
    }

    /** A tag has no {@code +} in it. */
    private static String tag(String version) {
        return version.replace('+', '_');
    }

    private String newest(RemoteSource source, VersionRange range) throws RemoteFailure {
        List<String> versions = new ArrayList<>();
        String path = "/v2/" + repository + "/tags/list";
        while (!path.isEmpty()) {
            RemoteAnswer answer = get(base.resolve(path), "application/json");
            json(answer).path("tags").forEach(tag -> versions.add(tag.asText().replace('_', '+')));
            Matcher next = NEXT.matcher(answer.header("Link").orElse(""));
            path = next.find() ? next.group(1) : "";
        }
        ChartVersion newest = range.newest(versions);
        if (newest == null) {
            throw RemoteFetcher.noVersion(source, versions);
        }
        return newest.text();
    }

    private byte[] chart(String tag) throws RemoteFailure {
        JsonNode manifest = json(get(base.resolve("/v2/" + repository + "/manifests/" + tag), MANIFEST));
        for (JsonNode layer : manifest.path("layers")) {
            if (layer.path("mediaType").asText().equals(CHART)) {
                String digest = layer.path("digest").asText();
                byte[] content = get(base.resolve("/v2/" + repository + "/blobs/" + digest), "*/*")
                        .body();
                if (!Digest.sha256(content).equals(digest)) {
                    throw new RemoteFailure(
                            "the registry gives something else than " + digest + " of " + repository, "Try again.");
                }
                return content;
            }
        }
        throw new RemoteFailure(
                "what " + base.getAuthority() + " has as " + repository + ":" + tag + " is no Helm chart",
                "Is it an image? Name the chart.");
    }

    private JsonNode json(RemoteAnswer answer) throws RemoteFailure {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new RemoteFailure("what " + base.getAuthority() + " answers is not JSON", "Is it a registry?");
        }
    }

    private RemoteAnswer get(URI address, String accept) throws RemoteFailure {
        RemoteAnswer answer = once(address, accept);
        if (answer.status() == 401 && authorization.isEmpty()) {
            authorization = token(address, answer);
            answer = once(address, accept);
        }
        if (answer.status() != 200) {
            throw RemoteHttp.refused(address, answer.status());
        }
        return answer;
    }

    private RemoteAnswer once(URI address, String accept) throws RemoteFailure {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("Accept", accept);
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        return http.get(address, headers);
    }

    /** Asks where the registry says for a token, with the registry's account if there is one. */
    private String token(URI address, RemoteAnswer refused) throws RemoteFailure {
        String challenge = refused.header("WWW-Authenticate").orElse("");
        SortedMap<String, String> asked = new TreeMap<>();
        Matcher matcher = CHALLENGE.matcher(challenge);
        while (matcher.find()) {
            asked.put(matcher.group(1), matcher.group(2));
        }
        String realm = asked.getOrDefault("realm", "");
        if (!challenge.startsWith("Bearer") || realm.isEmpty()) {
            throw RemoteHttp.refused(address, refused.status());
        }
        StringBuilder url = new StringBuilder(realm).append(realm.contains("?") ? "&" : "?");
        url.append("service=").append(encoded(asked.getOrDefault("service", "")));
        url.append("&scope=").append(encoded(asked.getOrDefault("scope", "repository:" + repository + ":pull")));
        SortedMap<String, String> headers = new TreeMap<>();
        Optional<RemoteAccount> account = http.account(address);
        account.ifPresent(known -> headers.put("Authorization", RemoteHttp.basic(known)));
        RemoteAnswer answer = http.get(URI.create(url.toString()), headers);
        if (answer.status() != 200) {
            throw RemoteHttp.refused(address, 401);
        }
        JsonNode token = json(answer);
        return "Bearer " + token.path("token").asText(token.path("access_token").asText());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
