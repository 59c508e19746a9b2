package dev.gantry.model;

import dev.gantry.extension.Resource;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** A resource as a program makes it, and the same object made by hand with fabric8's builder. */
record Case(String name, Resource made, HasMetadata byHand) {

    @Override
    public String toString() {
        return name;
    }
}
