package dev.gantry.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a schema lets in what the Java type can be read from, and nothing else. */
class CapacityTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    record Types(
            byte aByte,
            Short aShort,
            int anInt,
            Long aLong,
            char aChar,
            IntOrString intOrString,
            List<Integer> list,
            Map<String, Integer> map,
            Duration duration,
            Period period,
            Instant instant,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            Date date,
            LocalDate day,
            LocalDateTime local,
            LocalTime clock,
            UUID id,
            URI uri,
            URL url,
            Path path,
            @Min(-1000) @Max(100) byte wide,
            @Min(0) @Max(3e9) int beyond,
            @Min(5) int atLeast) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aByte | -128 | 127",
                "aShort | -32768 | 32767",
                "anInt | -2147483648 | 2147483647 | 7.0",
                "aLong | -9223372036854775808 | 9223372036854775807",
                "aChar | 'c' | 'ß' | '中'",
                "intOrString | 2147483647 | 'http'",
                "list | [2147483647]",
                "map | {'a': 2147483647}",
                "duration | 'PT1H30M' | 'P1D' | '-P1DT-0.5S' | 'PT0S' | 'PT1.S' | 'PT3M1S'",
                "duration | 'P9999999999999DT999999999999999H9999999999999999M999999999999999999S'",
                "period | 'P1Y2M3D' | 'P0D' | '-P1W' | 'P-1Y' | 'P99999999W999999999D'",
                "instant | '2030-01-31T08:00:00Z' | '2030-01-31t08:00:00.123456789+17:59'",
                "offset | '2030-01-31T08:00:00Z' | '2030-01-31T08:00:00.1-01:00'",
                "zoned | '2030-01-31T08:00:00Z'",
                "date | '2030-01-31T08:00:00Z' | '2030-01-31T08:00:00.5+01:00'",
                "day | '2030-01-31'",
                "local | '2030-01-31T08:00' | '2030-01-31T08:00:00.5'",
                "clock | '08:00' | '23:59:59.999999999'",
                "id | '00000000-0000-0001-0000-00000000000F'",
                "uri | 'https://example.com/a%20b?c=d#e' | 'a/b'",
                "url | 'https://example.com'",
                "path | '/a/b c'",
                "wide | -128 | 100",
                "beyond | 0 | 2147483647",
                "atLeast | 5 | 2147483647"
            })
    void should_let_in_what_the_type_holds(String line) throws Exception {
        for (String json : values(line)) {
            assertThat(violations(property(line), json)).as(line).isEmpty();
            assertThatCode(() -> read(property(line), json)).as(line).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aByte | -129 | 300",
                "aShort | -32769 | 32768",
                "anInt | 3000000000 | -2147483649 | 3e9",
                "aLong | 9223372036854775808",
                "aChar | 'ab' | '😀'",
                "intOrString | 2147483648",
                "list | [3000000000]",
                "map | {'a': 3000000000}",
                "duration | 'P' | 'PT' | 'P1DT' | '1h' | 'PT1H30' | 'P999999999999999D' | 'PT9999999999999999H'",
                "period | 'P' | 'P1' | 'P9999999999D' | 'P999999999W'",
                "instant | '2030-01-31T08:00:00' | '2030-01-31T08:00:00.1234567890Z' | '2030-01-31T08:00:00,5Z' | '2030-01-31T08:00:00+19:00' | '2030-02-30T08:00:00Z'",
                "offset | '2030-01-31T08:00:00,5Z' | '2030-01-31T08:00:00+99:00'",
                "zoned | '2030-01-31T08:00:00,5Z'",
                "day | '2030-02-30' | '31.1.2030'",
                "local | '2030-13-31T08:00' | '2030-01-31T24:01' | '2030-01-31'",
                "clock | '24:00' | '8:00' | '08:00:60'",
                "id | '00000000000000010000000000000002' | 'one'",
                "uri | 'a b' | 'a%zz' | 'a|b'",
                "url | '/a' | 'gopher://a'",
                "path | 'a:b'",
                "wide | -129",
                "beyond | 2147483648",
                "atLeast | 2147483648"
            })
    void should_keep_out_what_it_cannot_be_read_from(String line) throws Exception {
        for (String json : values(line)) {
            assertThatThrownBy(() -> read(property(line), json)).as(line).isInstanceOf(Exception.class);
            assertThat(violations(property(line), json))
                    .as("%s: %s", line, json)
                    .isNotEmpty();
        }
    }

    @Test
    void should_need_no_format_between_bounds_that_fit() {
        record Bounded(@Min(1) @Max(10) int both, @Min(1) int one) {}

        assertThat(schema(Bounded.class).at("/properties/both").has("format")).isFalse();
        assertThat(schema(Bounded.class).at("/properties/one/format").asText()).isEqualTo("int32");
    }

    @Test
    void should_not_limit_a_status() {
        record Status(int ready, List<Instant> times) {}
        record Resource(Status spec, Status status) {}

        JsonNode properties = schema(Resource.class).path("properties");

        assertThat(properties.at("/spec/properties/ready")).hasToString("{\"type\":\"integer\",\"format\":\"int32\"}");
        assertThat(properties.at("/status/properties/ready")).hasToString("{\"type\":\"integer\"}");
        assertThat(properties.at("/status/properties/times/items").has("pattern"))
                .isFalse();
    }

    private static String property(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    private static List<String> values(String line) {
        return List.of(line.substring(line.indexOf('|') + 1).split(" [|] "));
    }

    private static List<SchemaValidator.Violation> violations(String property, String json) throws Exception {
        return SchemaValidator.of(schema(Types.class).path("properties").path(property), JSON.readTree(json), "spec");
    }

    private static void read(String property, String json) throws Exception {
        JSON.readValue(
                json, JSON.constructType(Types.class.getDeclaredField(property).getGenericType()));
    }

    private static ObjectNode schema(Class<?> type) {
        return SchemaOf.tree(type);
    }
}
