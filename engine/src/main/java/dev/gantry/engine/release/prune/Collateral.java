package dev.gantry.engine.release.prune;

import java.util.Optional;
import java.util.Set;

/** What else the deletion of an object would destroy. */
public interface Collateral {

    /**
     * Why a namespace must stay: it holds what somebody else applied, or data; or that is not known. Empty if it may go.
     *
     * @param going UIDs of what is deleted anyway
     */
    Optional<String> inNamespace(String namespace, Set<String> going);

    /**
     * Why a definition must stay: it has custom resources; or that is not known. Empty if it may go.
     *
     * @param definition such as {@code certificates.cert-manager.io}
     * @param going UIDs of what is deleted anyway
     */
    Optional<String> ofDefinition(String definition, Set<String> going);
}
