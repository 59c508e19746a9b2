package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.istio.IstioDuration;
import java.time.Duration;

/**
 * Limits of connections.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings-TCPSettings">
 *     TCPSettings</a>
 */
public final class TcpSettings {

    private final Fields tcp;

    TcpSettings(Fields tcp) {
        this.tcp = tcp;
    }

    /** Sets {@code maxConnections}: how many there may be from one proxy to the destination; as many as can be where it is not set. */
    public TcpSettings maxConnections(int connections) {
        tcp.set("maxConnections", connections, 1, Integer.MAX_VALUE);
        return this;
    }

    /** Sets {@code connectTimeout}; 10 seconds where it is not set. */
    public TcpSettings connectTimeout(Duration timeout) {
        IstioDuration.write(tcp, "connectTimeout", timeout);
        return this;
    }

    /**
     * Sets {@code tcpKeepalive}: idle connections are asked whether they still live.
     *
     * @param probes how many may go without an answer
     * @param time for how long a connection is idle before the first one
     * @param interval between two of them
     */
    public TcpSettings tcpKeepalive(int probes, Duration time, Duration interval) {
        Fields keepalive = tcp.replace("tcpKeepalive");
        keepalive.set("probes", probes, 1, Integer.MAX_VALUE);
        IstioDuration.write(keepalive, "time", time);
        IstioDuration.write(keepalive, "interval", interval);
        return this;
    }

    /** Sets {@code maxConnectionDuration}: after which time a connection is closed; never where it is not set. */
    public TcpSettings maxConnectionDuration(Duration duration) {
        IstioDuration.write(tcp, "maxConnectionDuration", duration);
        return this;
    }

    /** Sets {@code idleTimeout}: after which time without bytes a connection is closed; one hour where it is not set. */
    public TcpSettings idleTimeout(Duration timeout) {
        IstioDuration.writeOrZero(tcp, "idleTimeout", timeout);
        return this;
    }
}
