package dev.gantry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Resource;
import java.util.function.Consumer;

/** A resource of any kind, as an author would define one of their own. */
public final class AnyKind extends Resource {

    private AnyKind(Builder builder) {
        super(builder);
    }

    /** Makes a resource whose tree is written as it is. */
    @CheckReturnValue
    public static AnyKind of(Kind kind, String name, Consumer<ObjectNode> tree) {
        return new AnyKind(configured(new Builder(kind, name), b -> b.rawTree(tree)));
    }

    private static final class Builder extends NamespacedBuilder<Builder> {
        Builder(Kind kind, String name) {
            super(kind, name);
        }
    }
}
