package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.istio.IstioDuration;
import java.time.Duration;

/**
 * When and how requests that failed are sent again.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry">HTTPRetry</a>
 */
public final class HttpRetry {

    private final Fields retries;

    HttpRetry(Fields retries) {
        this.retries = retries;
    }

    /** Sets {@code perTryTimeout}: after which time a try has failed, the first one too; the route's timeout where it is not set. */
    public HttpRetry perTryTimeout(Duration timeout) {
        IstioDuration.write(retries, "perTryTimeout", timeout);
        return this;
    }

    /**
     * Sets {@code retryOn}: after which failures. Where it is not set: connect-failure, refused-stream, unavailable, cancelled
     * and 503.
     *
     * @param policies such as {@code 5xx}, {@code connect-failure} or {@code retriable-status-codes}
     * @see <a
     *     href="https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on">
     *     x-envoy-retry-on</a>
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public HttpRetry retryOn(String... policies) {
        retries.set("retryOn", policies == null ? null : String.join(",", policies));
        return this;
    }

    /** Sets {@code retryRemoteLocalities}: endpoints of other zones may be tried too; {@code false} by default. */
    public HttpRetry retryRemoteLocalities(boolean allow) {
        retries.set("retryRemoteLocalities", allow);
        return this;
    }

    /** Sets {@code retryIgnorePreviousHosts}: endpoints that have failed are not tried again; {@code true} by default. */
    public HttpRetry retryIgnorePreviousHosts(boolean ignore) {
        retries.set("retryIgnorePreviousHosts", ignore);
        return this;
    }

    /** Sets {@code backoff}: the least time between two tries; 25 milliseconds where it is not set. */
    public HttpRetry backoff(Duration least) {
        IstioDuration.write(retries, "backoff", least);
        return this;
    }
}
