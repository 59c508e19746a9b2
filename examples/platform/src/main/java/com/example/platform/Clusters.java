package com.example.platform;

import dev.gantry.cluster.Namespace;
import dev.gantry.network.Peer;

/** What every cluster has before this program is applied to it. */
final class Clusters {

    /** The namespace of the ingress controller. */
    static final Peer INGRESS_NGINX = Peer.namespace(Namespace.existing("ingress-nginx"));

    /** The namespace of what scrapes metrics. */
    static final Peer MONITORING = Peer.namespace(Namespace.existing("monitoring"));

    private Clusters() {}
}
