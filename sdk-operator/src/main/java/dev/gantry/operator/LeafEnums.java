package dev.gantry.operator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.gantry.extension.Leaf;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Enums that say themselves how they are written, such as those of the builders, are read so, too. */
final class LeafEnums extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> plain) {
        return Leaf.class.isAssignableFrom(type.getRawClass()) ? new Reader(type.getRawClass()) : plain;
    }

    @Override
    public KeyDeserializer modifyKeyDeserializer(DeserializationConfig config, JavaType type, KeyDeserializer plain) {
        return type.isEnumType() && Leaf.class.isAssignableFrom(type.getRawClass())
                ? new KeyReader(type.getRawClass())
                : plain;
    }

    private static final class Reader extends StdScalarDeserializer<Object> {

        private static final long serialVersionUID = 1L;

        private final Class<?> type;

        Reader(Class<?> type) {
            super(type);
            this.type = type;
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode word = context.readTree(parser);
            for (Object constant : type.getEnumConstants()) {
                if (((Leaf) constant).toJson().equals(word)) {
                    return constant;
                }
            }
            return context.handleWeirdStringValue(type, word.asText(), "not one of the enum's words");
        }
    }

    private static final class KeyReader extends KeyDeserializer {

        private final Class<?> type;

        KeyReader(Class<?> type) {
            this.type = type;
        }

        @Override
        public @Nullable Object deserializeKey(String key, DeserializationContext context) throws IOException {
            for (Object constant : type.getEnumConstants()) {
                if (((Leaf) constant).toJson().asText().equals(key)) {
                    return constant;
                }
            }
            return context.handleWeirdKey(type, key, "not one of the enum's words");
        }
    }
}
