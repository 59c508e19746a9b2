package dev.gantry.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Gantry;
import dev.gantry.Image;
import dev.gantry.NoSettings;
import dev.gantry.Quantity;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.customresource.CustomResource;
import dev.gantry.customresource.CustomResourceDefinition;
import dev.gantry.finding.Finding;
import dev.gantry.network.PathType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That an operator reads what a program writes, and writes it as the program does. */
class ResourceSerializationTest {

    private static final ResourceSerialization SERIALIZATION = ResourceSerialization.of(Assortment.class);
    private static final ObjectMapper MAPPER = SERIALIZATION.mapper();
    private static final ObjectMapper EXACT =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** A program with one custom resource. */
    private record Program(Assortment.Spec spec) implements Blueprint<NoSettings> {

        @Override
        public void define(App app, NoSettings settings) {
            Stack stack = app.stack("assortments", s -> s.namespace("default"));
            stack.add(CustomResourceDefinition.of(Assortment.class, d -> {}));
            stack.add(CustomResource.of("mine", Assortment.class, spec, r -> {}));
        }

        JsonNode written() {
            Synthesis synthesis = Gantry.synthesize(this, new NoSettings(), "test");
            assertThat(synthesis.findings()).filteredOn(Finding::isError).isEmpty();
            return synthesis.manifests().get(1).tree();
        }
    }

    @Provide
    Arbitrary<Assortment.Spec> specs() {
        return Assortments.specs();
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void should_read_what_a_program_writes_and_write_the_same(@ForAll("specs") Assortment.Spec spec) throws Exception {
        JsonNode written = new Program(spec).written();

        Assortment read = SERIALIZATION.unmarshal(written.toString(), Assortment.class);

        assertThat(UnreadableMetadata.findings(read)).isEmpty();
        assertThat(read.getSpec()).usingRecursiveComparison().isEqualTo(spec);
        assertThat(new Program(read.getSpec()).written()).isEqualTo(written);
        assertSame(
                (ObjectNode) EXACT.readTree(MAPPER.writeValueAsString(read.getSpec())),
                written.path("spec").deepCopy());
        assertThat(SERIALIZATION.clone(read).getSpec())
                .usingRecursiveComparison()
                .isEqualTo(spec);
    }

    private static void assertSame(ObjectNode one, ObjectNode other) {
        assertThat(one.path("numbers")).containsExactlyInAnyOrderElementsOf(other.path("numbers"));
        one.remove("numbers");
        other.remove("numbers");
        assertThat(one.equals(ResourceSerializationTest::compare, other))
                .as("%s%n%s", one, other)
                .isTrue();
    }

    private static int compare(JsonNode one, JsonNode other) {
        boolean numbers = one.isNumber() && other.isNumber();
        return numbers ? one.decimalValue().compareTo(other.decimalValue()) : one.equals(other) ? 0 : 1;
    }

    record Sparse(Optional<String> text, OptionalInt number, Optional<Duration> duration) {}

    @Test
    void should_not_write_what_is_not_there() throws Exception {
        Sparse nothing = MAPPER.readValue("{}", Sparse.class);

        assertThat(nothing).isEqualTo(new Sparse(Optional.empty(), OptionalInt.empty(), Optional.empty()));
        assertThat(MAPPER.writeValueAsString(nothing)).isEqualTo("{}");
    }

    record Derived(int size) {
        public boolean isLarge() {
            return size > 5;
        }

        public String getName() {
            return "size " + size;
        }

        public int getSize() {
            return size;
        }
    }

    @Test
    void should_write_of_a_record_what_its_schema_has() throws Exception {
        assertThat(MAPPER.writeValueAsString(new Derived(7))).isEqualTo("{\"size\":7}");
    }

    @Test
    void should_read_a_quantity_that_is_a_number() throws Exception {
        assertThat(MAPPER.readValue("2", Quantity.class)).isEqualTo(Quantity.of(2));
        assertThat(MAPPER.readValue("\"500m\"", Quantity.class)).isEqualTo(Quantity.milli(500));
    }

    @Test
    void should_read_locales_as_people_write_them() throws Exception {
        assertThat(MAPPER.readValue("\"de_DE\"", Locale.class)).isEqualTo(Locale.GERMANY);
        assertThat(MAPPER.readValue("\"zh-Hans-CN\"", Locale.class))
                .isEqualTo(new Locale.Builder()
                        .setLanguage("zh")
                        .setScript("Hans")
                        .setRegion("CN")
                        .build());
    }

    private static final Map<String, Class<?>> TYPES = Map.of(
            "image",
            Image.class,
            "quantity",
            Quantity.class,
            "pathType",
            PathType.class,
            "tier",
            Assortment.Tier.class,
            "duration",
            Duration.class,
            "instant",
            Instant.class,
            "zone",
            ZoneId.class,
            "locale",
            Locale.class,
            "uuid",
            UUID.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image \"///\"",
                "image \"\"",
                "image 7",
                "image {}",
                "quantity \"1 GB\"",
                "quantity true",
                "pathType \"PREFIX\"",
                "pathType 0",
                "tier \"SMALL\"",
                "tier 0",
                "tier \"0\"",
                "duration \"\"",
                "duration \"1h\"",
                "instant \"\"",
                "zone \"\"",
                "zone \"Mars/Phobos\"",
                "locale \"\"",
                "locale \"x y\"",
                "uuid \"\""
            })
    void should_not_take_a_text_for_a_value_that_it_is_none_of(String line) {
        int space = line.indexOf(' ');

        assertThatThrownBy(() -> MAPPER.readValue(line.substring(space), TYPES.get(line.substring(0, space))))
                .isInstanceOf(JsonMappingException.class);
    }
}
