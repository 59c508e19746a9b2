package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.istio.IstioDuration;
import java.time.Duration;

/**
 * What requests to the same endpoint have in common.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB">
 *     ConsistentHashLB</a>
 */
public final class ConsistentHash {

    private final Fields hash;

    ConsistentHash(Fields hash) {
        this.hash = hash;
    }

    /** Sets {@code httpHeaderName}: the value of a header. */
    public ConsistentHash httpHeaderName(String name) {
        hash.set("httpHeaderName", name, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code httpQueryParameterName}: the value of a parameter in the query. */
    public ConsistentHash httpQueryParameterName(String name) {
        hash.set("httpQueryParameterName", name, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code useSourceIp}: the client's address. */
    public ConsistentHash useSourceIp() {
        hash.set("useSourceIp", true);
        return this;
    }

    /**
     * Sets {@code httpCookie}: the value of a cookie, which the proxy makes if the client has none.
     *
     * @param path for which the cookie is
     * @param ttl how long it lives; zero for as long as the browser runs
     */
    public ConsistentHash httpCookie(String name, String path, Duration ttl) {
        Fields cookie = hash.object("httpCookie");
        cookie.set("name", name, Syntax.NOT_EMPTY);
        cookie.set("path", path, Syntax.NOT_EMPTY);
        IstioDuration.writeOrZero(cookie, "ttl", ttl);
        return this;
    }

    /** Adds to {@code httpCookie.attributes}, such as {@code SameSite} with the value {@code Strict}. */
    public ConsistentHash httpCookieAttribute(String name, String value) {
        Fields attribute = hash.object("httpCookie").append("attributes");
        attribute.set("name", name, Syntax.NOT_EMPTY);
        attribute.set("value", value);
        return this;
    }

    /** Sets {@code ringHash}: endpoints on a ring of at least so many places; 1024 where no algorithm is set. */
    public ConsistentHash ringHash(long minimumRingSize) {
        hash.replace("ringHash").set("minimumRingSize", minimumRingSize, 1, Long.MAX_VALUE);
        return this;
    }

    /** Sets {@code maglev}: endpoints in a table of so many places, which has to be a prime number; 65537 is usual. */
    public ConsistentHash maglev(long tableSize) {
        hash.replace("maglev").set("tableSize", tableSize, 2, 5_000_011);
        return this;
    }
}
