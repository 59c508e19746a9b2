package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * Which TLS connections a route is for. All conditions of one block must hold; a route with several blocks is for the
 * connections that one of them matches.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#TLSMatchAttributes">
 *     TLSMatchAttributes</a>
 */
public final class TlsMatchAttributes extends RouteMatch<TlsMatchAttributes> {

    private final Fields match;

    TlsMatchAttributes(Fields match) {
        super(match);
        this.match = match;
    }

    /**
     * Adds to {@code sniHosts}: the name that the client asks for.
     *
     * @param hosts DNS names, in which {@code *} may stand for the first labels; each has to lie within a host of the
     *     VirtualService
     */
    public TlsMatchAttributes sniHosts(String... hosts) {
        match.addAll("sniHosts", Syntax.HOST, hosts);
        return this;
    }

    /** Adds to {@code destinationSubnets}: addresses to which the client connects, such as {@code 192.0.2.0/24}. */
    public TlsMatchAttributes destinationSubnets(String... ranges) {
        match.addAll("destinationSubnets", Syntax.NOT_EMPTY, ranges);
        return this;
    }
}
