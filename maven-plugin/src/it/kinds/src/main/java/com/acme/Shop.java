package com.acme;

import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A shop. */
@Group("acme.com")
@Version("v1")
public record Shop(Spec spec) implements Namespaced {

    /**
     * What is asked for.
     *
     * @param size how large it is
     */
    public record Spec(@Max(9) @Default("3") int size) {}
}
