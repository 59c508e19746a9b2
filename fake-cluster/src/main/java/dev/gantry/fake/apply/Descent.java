package dev.gantry.fake.apply;

import dev.gantry.fake.schema.Type;
import org.jspecify.annotations.Nullable;

/** Where a step leads to. */
final class Descent {

    private Descent() {}

    /** The type behind a step; {@code null} if there is none. */
    static @Nullable Type into(Type type, PathElement step) {
        if (type.form() == Type.Form.LIST) {
            return type.element();
        }
        return step.isField() ? type.child(step.fieldName()) : null;
    }

    /** Whether a value of this type is one to server-side apply. */
    static boolean isLeaf(Type type) {
        return switch (type.form()) {
            case LIST, MAP, STRUCT -> type.isAtomic();
            case DEDUCED -> false;
            default -> true;
        };
    }
}
