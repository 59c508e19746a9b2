package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * How many connections and requests there may be at a time.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings">
 *     ConnectionPoolSettings</a>
 */
public final class ConnectionPoolSettings {

    private final Fields pool;

    ConnectionPoolSettings(Fields pool) {
        this.pool = pool;
    }

    /** Sets {@code tcp}: what holds for all connections. */
    public ConnectionPoolSettings tcp(Consumer<TcpSettings> options) {
        pool.object("tcp").block(TcpSettings::new, options);
        return this;
    }

    /** Sets {@code http}: what holds for HTTP beside that. */
    public ConnectionPoolSettings http(Consumer<HttpSettings> options) {
        pool.object("http").block(HttpSettings::new, options);
        return this;
    }
}
