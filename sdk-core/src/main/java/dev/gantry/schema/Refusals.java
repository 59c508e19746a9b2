package dev.gantry.schema;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.gantry.extension.Flaw;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.crd.generator.annotation.SchemaSwap;
import org.jspecify.annotations.Nullable;

/** Annotations that change what Jackson writes in a way that a schema does not follow. */
final class Refusals {

    private Refusals() {}

    /** What a property has of them; {@code null} if it has none. */
    static @Nullable Flaw of(JavaProperty property) {
        if (property.has(JsonUnwrapped.class)) {
            return flaw(
                    property,
                    "JsonUnwrapped",
                    "Declare the properties of " + property.type() + " in "
                            + property.owner().getSimpleName() + ".");
        }
        if (FreeForm.isModel(property.owner()) || property.has(SchemaFrom.class)) {
            return null;
        }
        if (property.has(JsonSerialize.class)) {
            return flaw(
                    property, "JsonSerialize", "Say with @SchemaFrom which class has the schema of what is written.");
        }
        JsonFormat format = property.annotation(JsonFormat.class);
        boolean other = format != null
                && (!format.pattern().isEmpty()
                        || format.shape().isNumeric()
                        || format.shape().isStructured());
        return other
                ? flaw(
                        property,
                        "JsonFormat",
                        "Leave it out, or declare the property as what is written, such as String.")
                : null;
    }

    /** What a class has of them; {@code null} if it has none. */
    static @Nullable Flaw of(Class<?> type) {
        if (type.isAnnotationPresent(JsonNaming.class)) {
            return flaw(type.getSimpleName(), "JsonNaming", "Name the properties with @JsonProperty.");
        }
        return type.getAnnotationsByType(SchemaSwap.class).length > 0
                ? flaw(type.getSimpleName(), "SchemaSwap", "Say it with @SchemaFrom on the property.")
                : null;
    }

    private static Flaw flaw(Object where, String annotation, String hint) {
        return new Flaw(
                SchemaRule.ANNOTATION, where + " has @" + annotation + ", which its schema does not follow.", hint);
    }
}
