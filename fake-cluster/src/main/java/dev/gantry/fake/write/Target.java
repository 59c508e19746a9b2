package dev.gantry.fake.write;

import dev.gantry.fake.apply.FieldSet;
import dev.gantry.fake.apply.Ownership;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.store.ObjectKey;

/**
 * What is written.
 *
 * @param kind of what is written
 * @param namespace empty for a kind that has none
 * @param name empty if the server is to choose one
 * @param subresource through which it is written; empty for the object itself
 */
public record Target(ApiKind kind, String namespace, String name, String subresource) {

    private static final FieldSet STATUS = FieldSet.of("status");
    private static final FieldSet ALL_BUT_STATUS =
            FieldSet.of("spec").union(FieldSet.of("metadata", "labels")).union(FieldSet.of("data"));

    /** Where it is kept. */
    public ObjectKey key() {
        return new ObjectKey(kind.resource(), namespace, name);
    }

    /** The same with a name. */
    public Target named(String chosen) {
        return new Target(kind, namespace, chosen, subresource);
    }

    /** Whether it is written through {@code status}. */
    public boolean isStatus() {
        return subresource.equals("status");
    }

    /** Who owns its fields. */
    Ownership ownership() {
        FieldSet ignored = FieldSet.empty();
        if (isStatus()) {
            ignored = ALL_BUT_STATUS;
        } else if (kind.subresources().contains("status")) {
            ignored = STATUS;
        }
        return new Ownership(kind.type(), kind.apiVersion(), subresource, ignored);
    }
}
