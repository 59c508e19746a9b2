package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.engine.release.Membership;
import dev.gantry.engine.release.ObjectMeta;
import java.util.Objects;

/**
 * How it is written on an object that it belongs to a custom resource: a label and an annotation, by which the operator finds it; and a
 * reference, by which the cluster deletes it together with the custom resource.
 *
 * @param owner the custom resource
 * @param outlives whether the object stays when the custom resource is deleted
 */
record Possession(Owner owner, boolean outlives) implements Membership {

    @Override
    public String stack() {
        return owner.name();
    }

    @Override
    public String namespace() {
        return Objects.requireNonNullElse(owner.namespace(), "default");
    }

    @Override
    public String manager() {
        return FieldManager.OPERATOR;
    }

    @Override
    public ObjectNode member(ObjectNode tree) {
        ObjectNode metadata = tree.withObject("/metadata");
        metadata.withObject("/labels").put(Owner.OPERATOR, owner.operator());
        metadata.withObject("/annotations").put(Owner.OWNER, owner.title());
        if (!outlives) {
            metadata.withArray("ownerReferences")
                    .addObject()
                    .put("apiVersion", owner.apiVersion())
                    .put("kind", owner.kind())
                    .put("name", owner.name())
                    .put("uid", owner.uid())
                    .put("controller", true);
        }
        return tree;
    }

    @Override
    public boolean has(ObjectMeta live) {
        return owner.made(live) && owner.isReferred(live) != outlives;
    }
}
