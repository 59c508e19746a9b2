package dev.gantry.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * GET, by way of a proxy where there is one, and with the account of the server that is asked. Redirections are followed; the account goes
 * to no other server than its own.
 */
public final class RemoteHttp {

    private static final int MOST_REDIRECTIONS = 5;
    /** More than any chart or file of manifests has. */
    private static final int MOST_BYTES = 256 << 20;

    private final HttpClient client;
    private final @Nullable RemoteAccount proxyAccount;
    private final Function<String, Optional<RemoteAccount>> accounts;

    /**
     * Access to servers.
     *
     * @param proxies which proxy leads to a server
     * @param proxyAccount who asks the proxy; {@code null} if it asks for nobody
     * @param accounts who asks a server, by its host, with {@code :} and the port where the address has one
     */
    public RemoteHttp(
            ProxySelector proxies,
            @Nullable RemoteAccount proxyAccount,
            Function<String, Optional<RemoteAccount>> accounts) {
        // Without an Authenticator: a client that has one sends no Authorization of ours to any server.
        this.client = HttpClient.newBuilder()
                .proxy(proxies)
                .connectTimeout(Duration.ofSeconds(30))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.proxyAccount = proxyAccount;
        this.accounts = accounts;
    }

    /** The account for a server, if there is one. */
    Optional<RemoteAccount> account(URI address) {
        String host = String.valueOf(address.getHost());
        Optional<RemoteAccount> exact =
                address.getPort() < 0 ? Optional.empty() : accounts.apply(host + ":" + address.getPort());
        return exact.or(() -> accounts.apply(host));
    }

    /** Gets something; any status but 200 is a failure. */
    byte[] get(URI address) throws RemoteFailure {
        RemoteAnswer answer = get(address, new TreeMap<>());
        if (answer.status() != 200) {
            throw refused(address, answer.status());
        }
        return answer.body();
    }

    /** Gets something, whatever the status is. An {@code Authorization} among the headers takes the place of the account. */
    RemoteAnswer get(URI address, SortedMap<String, String> headers) throws RemoteFailure {
        URI at = address;
        SortedMap<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.putAll(headers);
        for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
            RemoteAnswer answer = once(at, sent);
            Optional<String> location = answer.header("Location");
            if (answer.status() / 100 != 3 || location.isEmpty()) {
                return answer;
            }
            URI next = at.resolve(location.get());
            if (!sameServer(at, next)) {
                sent.remove("Authorization");
            }
            if (at.getScheme().equals("https") && !"https".equals(next.getScheme())) {
                throw new RemoteFailure(
                        at + " leads to " + next + ", which is not encrypted", "Name the address that it leads to.");
            }
            at = next;
        }
        throw new RemoteFailure(address + " leads from one address to the next", "Name the address that has it.");
    }

    private static boolean sameServer(URI one, URI other) {
        return String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost()) && one.getPort() == other.getPort();
    }

    private RemoteAnswer once(URI address, SortedMap<String, String> headers) throws RemoteFailure {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(5))
                .header("User-Agent", "gantry")
                .GET();
        headers.forEach(request::header);
        if (proxyAccount != null) {
            request.header("Proxy-Authorization", basic(proxyAccount)); // which the client gives to proxies only
        }
        if (!headers.containsKey("Authorization")) {
            account(address).ifPresent(account -> request.header("Authorization", basic(account)));
        }
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = whole(address, body);
                if (bytes.length > MOST_BYTES) {
                    throw new RemoteFailure(
                            address + " has more than " + (MOST_BYTES >> 20) + " MiB",
                            "Is it the address of a chart or a file of manifests?");
                }
                return new RemoteAnswer(response.statusCode(), bytes, response.headers());
            }
        } catch (IOException e) {
            if (isUntrusted(e)) {
                throw new RemoteFailure(
                        "Java does not trust the certificate of " + authority(address),
                        "Put the certificate of the authority that has signed it into a trust store with keytool -importcert,"
                                + " and name that in MAVEN_OPTS: -Djavax.net.ssl.trustStore=<file>.");
            }
            String reason = e instanceof ConnectException
                    ? "nobody answers there"
                    : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new RemoteFailure(
                    address + " cannot be reached: " + reason,
                    "Look at the address and at the network; a proxy is taken from Maven's settings.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteFailure("the build was interrupted", "");
        }
    }

    private static byte[] whole(URI address, InputStream body) throws RemoteFailure {
        try {
            return body.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new RemoteFailure("the answer of " + address + " is cut off in the middle", "Try again.");
        }
    }

    private static boolean isUntrusted(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathBuilderException) {
                return true;
            }
        }
        return false;
    }

    /** That a server answered with a status that is no success. */
    static RemoteFailure refused(URI address, int status) {
        return switch (status) {
            case 401, 403 ->
                new RemoteFailure(
                        address + " is not given to everybody (status " + status + ")",
                        "Add a <server> to Maven's settings.xml, with " + authority(address)
                                + " as its id, a username and a password.");
            case 407 ->
                new RemoteFailure(
                        "the proxy does not let " + address + " through (status 407)",
                        "Correct its account in Maven's settings.xml; for https, Java needs"
                                + " -Djdk.http.auth.tunneling.disabledSchemes= in MAVEN_OPTS, too.");
            case 404, 410 ->
                new RemoteFailure("there is no " + address + " (status " + status + ")", "Look at the address.");
            default ->
                new RemoteFailure(
                        address + " answers with status " + status,
                        status >= 500 ? "Try again later." : "Look at the address.");
        };
    }

    private static String authority(URI address) {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    static String basic(RemoteAccount account) {
        String pair = account.username() + ":" + account.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
