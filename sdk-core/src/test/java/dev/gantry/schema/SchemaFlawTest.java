package dev.gantry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.gantry.Image;
import dev.gantry.network.PathType;
import dev.gantry.workload.Cron;
import dev.gantry.workload.IntOrPercent;
import io.fabric8.crd.generator.annotation.PrinterColumn;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.crd.generator.annotation.SchemaSwap;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SchemaFlawTest {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    static class Typed {}

    @JsonSerialize
    record Serialized(String text) {}

    record Types(
            Typed typed,
            Serialized serialized,
            AtomicInteger counter,
            Runnable code,
            Comparable<String> order,
            List<Runnable> list,
            Map<Integer, String> numbered,
            Map<Locale, String> localized,
            ZoneOffset zone) {}

    @Test
    void should_name_the_types_that_have_no_schema() {
        assertThat(problems(Types.class)).isEqualTo("""
                s.properties.typed: Types.typed has the type Typed, which is one of several classes; a schema of Kubernetes has no words for that.
                s.properties.serialized: Types.serialized has the type Serialized, which has a serializer of its own: what it writes is not known.
                s.properties.counter: Types.counter has the type AtomicInteger, whose form in JSON is not known.
                s.properties.code: Types.code has the type Runnable, whose form in JSON is not known.
                s.properties.order: Types.order has the type Comparable<String>, whose form in JSON is not known.
                s.properties.list.items: Types.list has the type Runnable, whose form in JSON is not known.
                s.properties.numbered: Types.numbered is a map whose keys are of Integer, but the keys of JSON are texts.
                s.properties.zone: Types.zone has the type ZoneOffset, whose form in JSON is not known.
                """);
    }

    record Leaves(
            IntOrPercent share,
            Image image,
            PathType path,
            @SchemaFrom(type = String.class) Cron times) {}

    @Test
    void should_not_take_the_properties_of_a_leaf_for_what_it_writes() {
        assertThat(problems(Leaves.class)).isEqualTo("""
                s.properties.share: Leaves.share has the type IntOrPercent, which is written as its toJson() has it: what that is, is not known.
                """);
    }

    interface Open {}

    abstract static class Half {}

    record Unsaid(Open open, Half half) {}

    @Test
    void should_not_guess_the_classes_of_an_interface() {
        assertThat(problems(Unsaid.class)).isEqualTo("""
                s.properties.open: Unsaid.open has the type Open, which says nothing of the class of its values.
                s.properties.half: Unsaid.half has the type Half, which says nothing of the class of its values.
                """);
    }

    record Outer(Inner inner) {}

    record Inner(Map<String, List<Outer>> outers) {}

    record Start(Outer outer) {}

    @Test
    void should_show_the_way_round_a_circle() {
        assertThat(problems(Start.class))
                .isEqualTo("s.properties.outer.properties.inner.properties.outers.additionalProperties.items:"
                        + " Outer contains itself: Outer.inner → Inner.outers → Outer.\n");
    }

    record Twice(Leafy one, Leafy two) {}

    record Leafy(String text) {}

    @Test
    void should_not_take_a_type_that_is_used_twice_for_a_circle() {
        assertThat(problems(Twice.class)).isEmpty();
    }

    record OfTheModel(JSONSchemaProps props) {}

    @Test
    void should_find_circles_in_classes_of_the_model() {
        assertThat(problems(OfTheModel.class)).contains("JSONSchemaProps contains itself: ");
    }

    record Misused(
            @Min(1) String min,
            @Max(1) boolean max,
            @Pattern("a") int pattern,
            @Size(max = 1) int size,
            @Default("x") int whole,
            @Default("x") double real,
            @Default("yes") boolean truth,
            @Default("{}") List<String> list,
            @Default("[]") Map<String, String> map,
            @Default("{") Leafy object,
            @Max(Double.POSITIVE_INFINITY) double endless,
            List<@Min(1) String> items) {}

    @Test
    void should_find_annotations_that_say_nothing_about_their_property() {
        assertThat(problems(Misused.class)).isEqualTo("""
                s.properties.min: Misused.min has @Min, which says nothing about a value of type string.
                s.properties.max: Misused.max has @Max, which says nothing about a value of type boolean.
                s.properties.pattern: Misused.pattern has @Pattern, which says nothing about a value of type integer.
                s.properties.size: Misused.size has @Size, which says nothing about a value of type integer.
                s.properties.whole: Misused.whole has the default "x", which is no integer.
                s.properties.real: Misused.real has the default "x", which is no number.
                s.properties.truth: Misused.truth has the default "yes", which is no boolean.
                s.properties.list: Misused.list has the default "{}", which is no array.
                s.properties.map: Misused.map has the default "[]", which is no object.
                s.properties.object: Misused.object has the default "{", which is no object.
                s.properties.endless: Misused.endless has the bound Infinity, which JSON does not know.
                s.properties.items.items: Misused.items: an item has @Min, which says nothing about a value of type string.
                """);
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Named(String someText) {}

    @SchemaSwap(originalType = Leafy.class, fieldName = "text", targetType = String.class)
    record Swapped(@JsonUnwrapped Leafy leafy) {}

    record Formatted(
            @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Instant time,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant text,
            @JsonSerialize(using = ToStringSerializer.class) int number) {}

    record Refused(Named named, Swapped swapped, Formatted formatted) {}

    @Test
    void should_refuse_annotations_that_it_does_not_follow() {
        assertThat(problems(Refused.class)).isEqualTo("""
                s.properties.named: Named has @JsonNaming, which its schema does not follow.
                s.properties.swapped.properties.leafy: Swapped.leafy has @JsonUnwrapped, which its schema does not follow.
                s.properties.swapped: Swapped has @SchemaSwap, which its schema does not follow.
                s.properties.formatted.properties.day: Formatted.day has @JsonFormat, which its schema does not follow.
                s.properties.formatted.properties.time: Formatted.time has @JsonFormat, which its schema does not follow.
                s.properties.formatted.properties.number: Formatted.number has @JsonSerialize, which its schema does not follow.
                """);
    }

    record Columns(List<Column> columns) {}

    record Column(@PrinterColumn String text) {}

    @Test
    void should_find_columns_within_lists() {
        assertThat(problems(Columns.class))
                .isEqualTo("s.properties.columns.items.properties.text: Column.text is within a list or a map, where no"
                        + " column, selectable field or scale path can lead.\n");
    }

    private static String problems(Class<?> type) {
        SchemaWriter writer = new SchemaWriter(new Markers(JsonNodeFactory.instance.objectNode()), null);
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        writer.properties(
                JavaProperties.of(JavaType.of(type)).all(), false, JavaType.of(type), schema, new Place("s", ""));
        StringBuilder all = new StringBuilder();
        writer.problems()
                .forEach(each -> all.append(each.field())
                        .append(": ")
                        .append(each.flaw().message())
                        .append('\n'));
        return all.toString();
    }
}
