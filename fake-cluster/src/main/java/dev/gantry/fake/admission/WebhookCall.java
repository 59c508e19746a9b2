package dev.gantry.fake.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Calls a webhook. */
final class WebhookCall {

    private static final int OK = 200;
    private static final Map<String, HttpClient> CLIENTS = new ConcurrentHashMap<>();

    /** The first connection of a Java process takes longer than some webhooks are given in all. */
    private static final Duration START = Duration.ofSeconds(3);

    private WebhookCall() {}

    /** A webhook could not be called; its message is that of the server. */
    static final class Failure extends Exception {

        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message, null, false, false);
        }
    }

    static JsonNode send(JsonNode webhook, JsonNode review) throws Failure {
        String timeout = webhook.path("timeoutSeconds").asText("10");
        JsonNode service = Json.at(webhook, "clientConfig", "service");
        if (!service.isMissingNode()) {
            String host = Json.text(service, "name") + "." + Json.text(service, "namespace") + ".svc:"
                    + service.path("port").asText("443");
            throw notCalled(
                    "https://" + host + Json.text(service, "path") + "?timeout=" + timeout + "s",
                    "service \"" + Json.text(service, "name") + "\" not found");
        }
        String url = Json.text(webhook, "clientConfig", "url") + "?timeout=" + timeout + "s";
        String bundle = Json.text(webhook, "clientConfig", "caBundle");
        Duration limit = Duration.ofSeconds(Long.parseLong(timeout));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(CLIENTS.containsKey(bundle) ? limit : limit.plus(START))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, */*")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(review)))
                .build();
        try {
            HttpClient client = CLIENTS.get(bundle);
            if (client == null) {
                client = client(bundle);
                CLIENTS.put(bundle, client);
            }
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != OK) {
                throw new Failure(
                        "failed to call webhook: an error on the server (\"unknown\") has prevented the request"
                                + " from succeeding");
            }
            return Json.readLeniently(response.body());
        } catch (HttpTimeoutException e) {
            throw notCalled(url, "context deadline exceeded");
        } catch (ConnectException e) {
            URI address = URI.create(url);
            throw notCalled(
                    url, "dial tcp " + address.getHost() + ":" + address.getPort() + ": connect: connection refused");
        } catch (IOException | GeneralSecurityException e) {
            throw notCalled(url, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notCalled(url, "context canceled");
        }
    }

    private static Failure notCalled(String url, String why) {
        return new Failure("failed to call webhook: Post \"" + url + "\": " + why);
    }

    private static HttpClient client(String bundle) throws GeneralSecurityException, IOException {
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        if (!bundle.isEmpty()) {
            client.sslContext(trusting(Base64.getDecoder().decode(bundle)));
        }
        return client.build();
    }

    private static SSLContext trusting(byte[] certificates) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        int number = 0;
        for (Certificate certificate :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(certificates))) {
            trusted.setCertificateEntry("ca-" + number++, certificate);
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
