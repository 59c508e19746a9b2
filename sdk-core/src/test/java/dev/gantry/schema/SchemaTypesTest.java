package dev.gantry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.Image;
import dev.gantry.Quantity;
import dev.gantry.network.PathType;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Nullable;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTypesTest {

    @SuppressWarnings("ArrayRecordComponent")
    record Scalars(
            String text,
            char letter,
            int whole,
            Long large,
            double real,
            BigDecimal exact,
            Boolean truth,
            byte[] bytes,
            Duration duration,
            Instant time,
            LocalDate day,
            UUID id,
            URI address,
            Image image,
            Quantity amount,
            IntOrString port) {}

    @Test
    void should_write_simple_types() {
        assertThat(SchemaOf.yaml(Scalars.class)).isEqualTo("""
                type: object
                properties:
                  text:
                    type: string
                  letter:
                    type: string
                    minLength: 1
                    maxLength: 1
                    pattern: ^[^\\x{10000}-\\x{10FFFF}]$
                  whole:
                    type: integer
                    format: int32
                  large:
                    type: integer
                    format: int64
                  real:
                    type: number
                  exact:
                    type: number
                  truth:
                    type: boolean
                  bytes:
                    type: string
                    format: byte
                  duration:
                    type: string
                    pattern: %s
                  time:
                    type: string
                    format: date-time
                    pattern: %s
                  day:
                    type: string
                    format: date
                  id:
                    type: string
                    format: uuid
                    pattern: %s
                  address:
                    type: string
                    pattern: %s
                  image:
                    type: string
                  amount:
                    anyOf:
                      - type: integer
                      - type: string
                    x-kubernetes-int-or-string: true
                    pattern: %s
                  port:
                    anyOf:
                      - type: integer
                      - type: string
                    x-kubernetes-int-or-string: true
                    minimum: -2147483648
                    maximum: 2147483647
                """.formatted(
                ScalarSchemas.DURATION, Capacity.TIME, Capacity.IDENTIFIER, Capacity.ADDRESS, ScalarSchemas.QUANTITY));
    }

    enum Level {
        LOW,
        @JsonProperty("very-high")
        HIGH
    }

    enum Figure {
        ONE(1),
        TWO(2);

        private final int value;

        Figure(int value) {
            this.value = value;
        }

        @JsonValue
        int value() {
            return value;
        }
    }

    record Enums(Level level, Figure number, PathType path) {}

    @Test
    void should_write_enums_by_the_words_that_jackson_and_leaves_have_for_them() {
        assertThat(SchemaOf.yaml(Enums.class)).isEqualTo("""
                type: object
                properties:
                  level:
                    enum:
                      - LOW
                      - very-high
                    type: string
                  number:
                    enum:
                      - 1
                      - 2
                    type: integer
                  path:
                    enum:
                      - Prefix
                      - Exact
                      - ImplementationSpecific
                    type: string
                """);
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Containers(
            List<String> names,
            Set<Integer> ports,
            Set<LocalObjectReference> secrets,
            String[] words,
            Map<String, Level> levels,
            Map<String, List<Integer>> nested,
            Optional<Level> maybe,
            OptionalInt count,
            List<@Pattern("^[a-z]+$") @Size(max = 7) String> short7,
            Map<String, @Min(1) Integer> weights) {}

    @Test
    void should_write_lists_sets_maps_and_optionals_with_what_is_said_of_their_items() {
        assertThat(SchemaOf.yaml(Containers.class)).isEqualTo("""
                type: object
                properties:
                  names:
                    type: array
                    items:
                      type: string
                  ports:
                    type: array
                    x-kubernetes-list-type: set
                    items:
                      type: integer
                      format: int32
                  secrets:
                    type: array
                    x-kubernetes-list-type: set
                    items:
                      type: object
                      properties:
                        name:
                          type: string
                      x-kubernetes-map-type: atomic
                  words:
                    type: array
                    items:
                      type: string
                  levels:
                    type: object
                    additionalProperties:
                      enum:
                        - LOW
                        - very-high
                      type: string
                  nested:
                    type: object
                    additionalProperties:
                      type: array
                      items:
                        type: integer
                        format: int32
                  maybe:
                    enum:
                      - LOW
                      - very-high
                    type: string
                  count:
                    type: integer
                    format: int32
                  short7:
                    type: array
                    items:
                      type: string
                      pattern: ^[a-z]+$
                      maxLength: 7
                  weights:
                    type: object
                    additionalProperties:
                      type: integer
                      format: int32
                      minimum: 1
                """);
    }

    record Constrained(
            @Required @Min(1) @Max(10) int whole,
            @Min(value = 0, inclusive = false) @Max(0.5) Double real,

            @JsonProperty(value = "called", required = true) @Size(min = 2, max = 9)
            String name,

            @Size(min = 1) List<String> some,
            @Nullable String nothing,
            @Default("5") int five,
            @Default("true") boolean yes,
            @JsonProperty(defaultValue = "ten") String ten,
            @Default("[1, 2]") List<Integer> two,
            @Default("8080") IntOrString port,
            @Default("http") IntOrString named,
            @JsonPropertyDescription("What it is for.") String told) {}

    @Test
    void should_write_what_annotations_say_of_values() {
        assertThat(SchemaOf.yaml(Constrained.class)).isEqualTo("""
                type: object
                properties:
                  whole:
                    type: integer
                    minimum: 1
                    maximum: 10
                  real:
                    type: number
                    minimum: 0
                    exclusiveMinimum: true
                    maximum: 0.5
                  called:
                    type: string
                    minLength: 2
                    maxLength: 9
                  some:
                    type: array
                    items:
                      type: string
                    minItems: 1
                  nothing:
                    type: string
                    nullable: true
                  five:
                    type: integer
                    format: int32
                    default: 5
                  "yes":
                    type: boolean
                    default: true
                  ten:
                    type: string
                    default: ten
                  two:
                    type: array
                    items:
                      type: integer
                      format: int32
                    default:
                      - 1
                      - 2
                  port:
                    anyOf:
                      - type: integer
                      - type: string
                    x-kubernetes-int-or-string: true
                    minimum: -2147483648
                    maximum: 2147483647
                    default: 8080
                  named:
                    anyOf:
                      - type: integer
                      - type: string
                    x-kubernetes-int-or-string: true
                    minimum: -2147483648
                    maximum: 2147483647
                    default: http
                  told:
                    type: string
                    description: What it is for.
                required:
                  - whole
                  - called
                """);
    }

    record Open(String known) {}

    record Free(
            JsonNode any,
            ObjectNode object,
            ArrayNode list,
            Object thing,
            Map<String, Object> map,
            HasMetadata resource,
            @PreserveUnknownFields Open open,
            @PreserveUnknownFields Runnable code,
            @SchemaFrom(type = Level.class) String level) {}

    @Test
    void should_leave_open_what_is_open() {
        assertThat(SchemaOf.yaml(Free.class)).isEqualTo("""
                type: object
                properties:
                  any:
                    x-kubernetes-preserve-unknown-fields: true
                  object:
                    type: object
                    x-kubernetes-preserve-unknown-fields: true
                  list:
                    type: array
                    items:
                      x-kubernetes-preserve-unknown-fields: true
                  thing:
                    x-kubernetes-preserve-unknown-fields: true
                  map:
                    type: object
                    additionalProperties:
                      x-kubernetes-preserve-unknown-fields: true
                  resource:
                    type: object
                    x-kubernetes-embedded-resource: true
                    x-kubernetes-preserve-unknown-fields: true
                  open:
                    type: object
                    properties:
                      known:
                        type: string
                    x-kubernetes-preserve-unknown-fields: true
                  code:
                    x-kubernetes-preserve-unknown-fields: true
                  level:
                    enum:
                      - LOW
                      - very-high
                    type: string
                """);
    }

    @ValidationRule(
            value = "self.min <= self.max",
            message = "min is above max",
            reason = "FieldValueInvalid",
            fieldPath = ".min")
    record Ruled(
            int min,
            int max,

            @ValidationRule("self == oldSelf")
            @ValidationRule(value = "self.size() > 2", messageExpression = "'short'", optionalOldSelf = true)
            String name) {}

    @Test
    void should_write_validation_rules_of_classes_and_properties() {
        assertThat(SchemaOf.yaml(Ruled.class)).isEqualTo("""
                type: object
                properties:
                  min:
                    type: integer
                    format: int32
                  max:
                    type: integer
                    format: int32
                  name:
                    type: string
                    x-kubernetes-validations:
                      - rule: self == oldSelf
                      - rule: self.size() > 2
                        messageExpression: "'short'"
                        optionalOldSelf: true
                x-kubernetes-validations:
                  - rule: self.min <= self.max
                    message: min is above max
                    reason: FieldValueInvalid
                    fieldPath: .min
                """);
    }

    abstract static class Base<T> {

        private T value;

        @SuppressWarnings("UnusedVariable")
        private String hidden = "";

        public T getValue() {
            return value;
        }

        public void setValue(T value) {
            this.value = value;
        }
    }

    @JsonPropertyOrder({"urlPath"})
    static final class Bean extends Base<List<Level>> {

        public String open;
        private boolean ready;

        @JsonProperty
        private int kept;

        private String secret;
        private static String shared;
        private transient String passing;
        private String urlPath;

        public boolean isReady() {
            return ready;
        }

        @JsonIgnore
        public String getSecret() {
            return secret;
        }

        public String getUrlPath() {
            return urlPath;
        }

        public String getComputed() {
            return shared + passing + kept;
        }
    }

    @Test
    void should_take_the_properties_that_jackson_takes_from_a_bean() {
        assertThat(SchemaOf.yaml(Bean.class)).isEqualTo("""
                type: object
                properties:
                  urlPath:
                    type: string
                  value:
                    type: array
                    items:
                      enum:
                        - LOW
                        - very-high
                      type: string
                  open:
                    type: string
                  ready:
                    type: boolean
                  kept:
                    type: integer
                    format: int32
                  computed:
                    type: string
                """);
    }

    static final class Extensible {

        private final Map<String, Object> others = Map.of();

        @JsonAnyGetter
        public Map<String, Object> getOthers() {
            return others;
        }
    }

    @Test
    void should_keep_the_fields_that_a_class_takes_without_naming_them() {
        assertThat(SchemaOf.yaml(Extensible.class)).isEqualTo("""
                type: object
                x-kubernetes-preserve-unknown-fields: true
                """);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Affinity.class,
                Condition.class,
                EnvVar.class,
                LabelSelector.class,
                ObjectMeta.class,
                PersistentVolumeClaimSpec.class,
                PodTemplateSpec.class,
                Probe.class,
                ResourceRequirements.class,
                SecurityContext.class,
                ServiceSpec.class,
                Toleration.class,
                Volume.class
            })
    void should_write_the_classes_of_the_model_in_full(Class<?> type) {
        assertThat(SchemaOf.yaml(type)).contains("properties:\n").doesNotContain("preserve-unknown");
    }
}
