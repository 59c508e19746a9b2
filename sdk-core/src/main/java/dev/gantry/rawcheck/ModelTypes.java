package dev.gantry.rawcheck;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the classes of fabric8's model say of the fields that they are read from. */
final class ModelTypes {

    /** What the value of a field has to be. */
    enum Form {
        TEXT("a text"),
        WHOLE_NUMBER("a whole number"),
        NUMBER("a number"),
        TRUTH("true or false"),
        LIST("a list"),
        MAP("a map"),
        OBJECT("an object"),
        LABELLED("an object"),
        QUANTITY("a quantity"),
        NUMBER_OR_TEXT("a number or a text"),
        ANY("anything");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private final DeserializationConfig config = JsonMapper.builder().build().getDeserializationConfig();
    private final Map<JavaType, Map<String, JavaType>> fields = new HashMap<>();

    JavaType of(Class<?> type) {
        return config.constructType(type);
    }

    Form form(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == String.class) {
            return Form.TEXT;
        } else if (raw == Integer.class || raw == Long.class || raw == int.class || raw == long.class) {
            return Form.WHOLE_NUMBER;
        } else if (raw == Double.class || raw == Float.class) {
            return Form.NUMBER;
        } else if (raw == Boolean.class || raw == boolean.class) {
            return Form.TRUTH;
        } else if (raw == Quantity.class) {
            return Form.QUANTITY;
        } else if (raw == IntOrString.class) {
            return Form.NUMBER_OR_TEXT;
        } else if (raw == ObjectMeta.class) {
            return Form.LABELLED;
        } else if (type.isMapLikeType()) {
            return Form.MAP;
        } else if (type.isCollectionLikeType()) {
            return Form.LIST;
        }
        return isRead(raw) ? Form.OBJECT : Form.ANY;
    }

    /** Whether Jackson reads a class field by field; others have a form of their own. */
    private static boolean isRead(Class<?> raw) {
        JsonDeserialize own = raw.getAnnotation(JsonDeserialize.class);
        return raw.getName().startsWith("io.fabric8.")
                && !raw.isInterface()
                && !raw.isEnum()
                && (own == null || own.using() == JsonDeserializer.None.class);
    }

    /** The fields of an object and what is in them; {@code null} if some of them are those of a field that is not written. */
    @Nullable
    Map<String, JavaType> fields(JavaType type) {
        if (!fields.containsKey(type)) {
            fields.put(type, read(type));
        }
        return fields.get(type);
    }

    private @Nullable Map<String, JavaType> read(JavaType type) {
        BeanDescription description = config.introspect(type);
        Map<String, JavaType> all = new LinkedHashMap<>();
        for (BeanPropertyDefinition property : description.findProperties()) {
            if (property.getPrimaryMember() == null
                    || property.getPrimaryMember().hasAnnotation(JsonUnwrapped.class)) {
                return null;
            }
            all.put(property.getName(), property.getPrimaryType());
        }
        return all;
    }
}
