package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.istio.IstioDuration;
import java.time.Duration;

/**
 * Limits of HTTP requests. A limit of 0 is none.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings-HTTPSettings">
 *     HTTPSettings</a>
 */
public final class HttpSettings {

    private final Fields http;

    HttpSettings(Fields http) {
        this.http = http;
    }

    /** Sets {@code http1MaxPendingRequests}: how many requests may wait for a connection; as many as can be where it is not set. */
    public HttpSettings http1MaxPendingRequests(int requests) {
        return limit("http1MaxPendingRequests", requests);
    }

    /** Sets {@code http2MaxRequests}: how many requests may be under way; as many as can be where it is not set. */
    public HttpSettings http2MaxRequests(int requests) {
        return limit("http2MaxRequests", requests);
    }

    /** Sets {@code maxRequestsPerConnection}: after how many requests a connection is closed; 1 switches keep-alive off. */
    public HttpSettings maxRequestsPerConnection(int requests) {
        return limit("maxRequestsPerConnection", requests);
    }

    /** Sets {@code maxRetries}: how many retries may be under way; as many as can be where it is not set. */
    public HttpSettings maxRetries(int retries) {
        return limit("maxRetries", retries);
    }

    /** Sets {@code idleTimeout}: after which time without requests a connection is closed; one hour where it is not set. */
    public HttpSettings idleTimeout(Duration timeout) {
        IstioDuration.write(http, "idleTimeout", timeout);
        return this;
    }

    /** Sets {@code h2UpgradePolicy}; {@link H2UpgradePolicy#DEFAULT} where it is not set. */
    public HttpSettings h2UpgradePolicy(H2UpgradePolicy policy) {
        http.set("h2UpgradePolicy", policy);
        return this;
    }

    /** Sets {@code useClientProtocol}: connections have the version of HTTP that the client's have. */
    public HttpSettings useClientProtocol(boolean use) {
        http.set("useClientProtocol", use);
        return this;
    }

    /** Sets {@code maxConcurrentStreams}: how many requests may be under way in one connection of HTTP/2. */
    public HttpSettings maxConcurrentStreams(int streams) {
        return limit("maxConcurrentStreams", streams);
    }

    /**
     * Sets {@code http2KeepAlive}: connections of HTTP/2 are asked whether they still live, by PING frames.
     *
     * @param interval between two of them
     * @param timeout after which time without an answer a connection is closed
     */
    public HttpSettings http2KeepAlive(Duration interval, Duration timeout) {
        Fields keepalive = http.replace("http2KeepAlive");
        IstioDuration.write(keepalive, "interval", interval);
        IstioDuration.write(keepalive, "timeout", timeout);
        return this;
    }

    private HttpSettings limit(String field, int number) {
        http.set(field, number, 0, Integer.MAX_VALUE);
        return this;
    }
}
