package dev.gantry.operator;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A custom resource without a status, for tests: what is in store. */
@Group("market.example.com")
@Version("v1")
public final class Stall extends CustomResource<StallSpec, Void> implements Namespaced {

    private static final long serialVersionUID = 1L;
}
