package dev.gantry.operator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.gantry.Image;
import dev.gantry.Quantity;
import dev.gantry.extension.Leaf;
import dev.gantry.schema.JavaValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** The types that schemas of custom resources know and Jackson does not, or that it reads or writes in another form. */
final class SchemaModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    SchemaModule() {
        super("gantry-schemas");
        read(Image.class, Image::of);
        read(Path.class, Path::of);
        read(Locale.class, SchemaModule::locale);
        read(Date.class, SchemaModule::date);
        addDeserializer(Quantity.class, new TextReader<>(Quantity.class, Quantity::of, true));
        for (Class<?> type :
                List.of(Leaf.class, Locale.class, Path.class, Date.class, LocalDateTime.class, LocalTime.class)) {
            write(type);
        }
        setDeserializerModifier(new LeafEnums());
        setSerializerModifier(new RecordComponents());
    }

    private <T> void read(Class<T> type, Function<String, T> of) {
        TextReader<T> reader = new TextReader<>(type, of, false);
        addDeserializer(type, reader);
        addKeyDeserializer(type, reader.ofKeys());
    }

    private <T> void write(Class<T> type) {
        addSerializer(type, new Writer<>(type));
        addKeySerializer(type, new KeyWriter());
    }

    private static Locale locale(String tag) {
        return new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
    }

    /** In the calendar in which times are written: Jackson takes another one before 1582. */
    private static Date date(String time) {
        return Date.from(OffsetDateTime.parse(time).toInstant());
    }

    private static JsonNode tree(Object value) {
        return Objects.requireNonNull(new JavaValue().write(value, ""));
    }

    /** Writes as a program does that has such a custom resource. */
    private static final class Writer<T> extends StdSerializer<T> {

        private static final long serialVersionUID = 1L;

        Writer(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(tree(value), generator);
        }
    }

    /** The same, where it is the key of a map. */
    private static final class KeyWriter extends JsonSerializer<Object> {

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeFieldName(tree(value).asText());
        }
    }
}
