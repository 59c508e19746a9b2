package dev.gantry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Nullable;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What annotations add to types, or leave open. */
class SchemaAnnotationsTest {

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
}
