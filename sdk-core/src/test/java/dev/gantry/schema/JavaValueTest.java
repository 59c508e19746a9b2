package dev.gantry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gantry.Image;
import dev.gantry.Quantity;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JavaValueTest {

    record Wrapped(@JsonValue String inside) {}

    record Pair(String b, String a) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Sparse(String text, List<String> list, int number) {}

    static final class Bean {

        private final String kept;
        private final String hidden = "x";

        Bean(String kept) {
            this.kept = kept;
        }

        public String getKept() {
            return kept;
        }

        @Override
        public String toString() {
            return hidden;
        }
    }

    static List<Arguments> values() {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put("b", 1);
        ordered.put("a", null);
        ordered.put("c", OptionalInt.empty());
        return List.of(
                Arguments.of("text", "\"text\""),
                Arguments.of('c', "\"c\""),
                Arguments.of(true, "true"),
                Arguments.of(7, "7"),
                Arguments.of((short) 7, "7"),
                Arguments.of(3_000_000_000L, "3000000000"),
                Arguments.of(new BigInteger("123456789012345678901234"), "123456789012345678901234"),
                Arguments.of(1.5, "1.5"),
                Arguments.of(0.1f, "0.1"),
                Arguments.of(2.0, "2"),
                Arguments.of(new BigDecimal("0.30"), "0.3"),
                Arguments.of(Level.HIGH, "\"very-high\""),
                Arguments.of(new byte[] {1, 2, 3}, "\"AQID\""),
                Arguments.of(new int[] {1, 2}, "[1,2]"),
                Arguments.of(new String[] {"a"}, "[\"a\"]"),
                Arguments.of(Duration.ofMinutes(90), "\"PT1H30M\""),
                Arguments.of(Instant.EPOCH, "\"1970-01-01T00:00:00Z\""),
                Arguments.of(Date.from(Instant.EPOCH), "\"1970-01-01T00:00:00Z\""),
                Arguments.of(OffsetDateTime.parse("2030-01-31T08:00:00+01:00"), "\"2030-01-31T08:00:00+01:00\""),
                Arguments.of(ZonedDateTime.of(2030, 1, 31, 8, 0, 0, 0, ZoneId.of("UTC")), "\"2030-01-31T08:00:00Z\""),
                Arguments.of(LocalDate.of(2030, 1, 31), "\"2030-01-31\""),
                Arguments.of(ZoneId.of("Europe/Berlin"), "\"Europe/Berlin\""),
                Arguments.of(Locale.GERMANY, "\"de-DE\""),
                Arguments.of(URI.create("https://example.com"), "\"https://example.com\""),
                Arguments.of(Path.of("a"), "\"a\""),
                Arguments.of(new UUID(1, 2), "\"00000000-0000-0001-0000-000000000002\""),
                Arguments.of(Optional.of(7), "7"),
                Arguments.of(OptionalLong.of(7), "7"),
                Arguments.of(OptionalDouble.of(0.5), "0.5"),
                Arguments.of(List.of("b", "a"), "[\"b\",\"a\"]"),
                Arguments.of(Set.of("c", "b", "a"), "[\"a\",\"b\",\"c\"]"),
                Arguments.of(new TreeSet<>(List.of(3, 1)), "[1,3]"),
                Arguments.of(ordered, "{\"b\":1}"),
                Arguments.of(new HashMap<>(Map.of(Level.HIGH, 1, Level.LOW, 2)), "{\"LOW\":2,\"very-high\":1}"),
                Arguments.of(Map.of(Locale.GERMANY, 1), "{\"de-DE\":1}"),
                Arguments.of(Map.of(Date.from(Instant.EPOCH), 1), "{\"1970-01-01T00:00:00Z\":1}"),
                Arguments.of(
                        Map.of(ZonedDateTime.of(2030, 1, 31, 8, 0, 0, 0, ZoneId.of("UTC")), 1),
                        "{\"2030-01-31T08:00:00Z\":1}"),
                Arguments.of(Map.of(Image.of("a/b:1"), 1), "{\"a/b:1\":1}"),
                Arguments.of(new Pair("1", null), "{\"b\":\"1\"}"),
                Arguments.of(new Sparse("", List.of(), 0), "{\"number\":0}"),
                Arguments.of(new Wrapped("x"), "\"x\""),
                Arguments.of(new Bean("k"), "{\"kept\":\"k\"}"),
                Arguments.of(Image.of("a/b:1"), "\"a/b:1\""),
                Arguments.of(Quantity.mebi(3), "\"3Mi\""),
                Arguments.of(new IntOrString(8080), "8080"),
                Arguments.of(io.fabric8.kubernetes.api.model.Quantity.parse("3Mi"), "\"3Mi\""),
                Arguments.of(
                        new ResourceRequirementsBuilder()
                                .addToLimits("cpu", io.fabric8.kubernetes.api.model.Quantity.parse("1"))
                                .build(),
                        "{\"limits\":{\"cpu\":\"1\"}}"),
                Arguments.of(JsonNodeFactory.instance.objectNode().put("a", 1), "{\"a\":1}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void should_write_values_as_their_schemas_have_them(Object value, String json) {
        JavaValue values = new JavaValue();

        assertThat(values.write(value, "spec")).hasToString(json);
        assertThat(values.problems()).isEmpty();
    }

    @SuppressWarnings("ArrayRecordComponent")
    record AllOfThem(Duration duration, Instant time, byte[] bytes, Quantity amount, ResourceRequirements resources) {}

    @Test
    void should_write_what_the_schema_of_the_class_allows() {
        SchemaWriter writer = new SchemaWriter(new Markers(JsonNodeFactory.instance.objectNode()), null);
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        JavaType type = JavaType.of(AllOfThem.class);
        writer.properties(JavaProperties.of(type).all(), false, type, schema, new Place("s", ""));
        AllOfThem value = new AllOfThem(
                Duration.ofMillis(-1500),
                Instant.EPOCH,
                new byte[] {1},
                Quantity.of("1.5Gi"),
                new ResourceRequirementsBuilder()
                        .addToLimits("cpu", io.fabric8.kubernetes.api.model.Quantity.parse("250m"))
                        .build());

        assertThat(SchemaValidator.of(schema, new JavaValue().write(value, "spec"), "spec"))
                .isEmpty();
    }

    static final class Loop {

        public Loop getSelf() {
            return this;
        }
    }

    static final class Throwing {

        @SuppressWarnings("DoNotCallSuggester") // Jackson would call it
        public String getText() {
            throw new IllegalStateException("not now");
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void should_say_what_cannot_be_written(Object value, String expected) {
        JavaValue values = new JavaValue();

        values.write(value, "spec");

        assertThat(values.problems().get(0).flaw().rule().code() + " "
                        + values.problems().get(0).field() + ": "
                        + values.problems().get(0).flaw().message())
                .startsWith(expected);
    }

    static List<Arguments> mistakes() {
        return List.of(
                Arguments.of(new Loop(), "GTY-CRD-003 spec.self"),
                Arguments.of(
                        new Throwing(),
                        "GTY-CRD-020 spec.text: Throwing.text threw java.lang.IllegalStateException: not now."),
                Arguments.of(Double.NaN, "GTY-CRD-018 spec: NaN is no number of JSON."),
                Arguments.of(
                        new Thread("never started"), "GTY-CRD-002 spec: The form of a Thread in JSON is not known."),
                Arguments.of(Arrays.asList("a", null), "GTY-VAL-001 spec[1]: A value is needed here"),
                Arguments.of(Image.of("UPPER"), "GTY-VAL-005 spec: The image"));
    }
}
