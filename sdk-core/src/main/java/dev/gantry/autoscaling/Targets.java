package dev.gantry.autoscaling;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Resource;

/** References by kind, version and name to objects of the same namespace. */
final class Targets {

    private Targets() {}

    /** Writes a reference to an object of the same namespace. */
    static void write(Fields owner, String field, Resource target) {
        Fields reference = owner.object(field);
        reference.set("apiVersion", target.kind().apiVersion());
        reference.set("kind", target.kind().name());
        reference.set("name", target.name());
        owner.refer(field, target);
    }
}
