package com.example.platform;

import dev.gantry.cluster.Namespace;
import dev.gantry.network.NetworkPolicyPeer;

/** What every cluster has before this program is applied to it. */
final class Clusters {

    /** The namespace of the ingress controller. */
    static final NetworkPolicyPeer INGRESS_NGINX = NetworkPolicyPeer.namespace(Namespace.existing("ingress-nginx"));

    /** The namespace of what scrapes metrics. */
    static final NetworkPolicyPeer MONITORING = NetworkPolicyPeer.namespace(Namespace.existing("monitoring"));

    /** The namespace of Istio's control plane, which every proxy has its certificates and routes from. */
    static final NetworkPolicyPeer ISTIO = NetworkPolicyPeer.namespace(Namespace.existing("istio-system"));

    private Clusters() {}
}
