package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * Which TCP connections a route is for. All conditions of one block must hold; a route with several blocks is for the
 * connections that one of them matches.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#L4MatchAttributes">
 *     L4MatchAttributes</a>
 */
public final class L4MatchAttributes extends RouteMatch<L4MatchAttributes> {

    private final Fields match;

    L4MatchAttributes(Fields match) {
        super(match);
        this.match = match;
    }

    /** Adds to {@code destinationSubnets}: addresses to which the client connects, such as {@code 192.0.2.0/24}. */
    public L4MatchAttributes destinationSubnets(String... ranges) {
        match.addAll("destinationSubnets", Syntax.NOT_EMPTY, ranges);
        return this;
    }
}
