package dev.gantry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gantry.Image;
import dev.gantry.Quantity;
import dev.gantry.network.PathType;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.EnvVar;
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

/** What types become. */
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
