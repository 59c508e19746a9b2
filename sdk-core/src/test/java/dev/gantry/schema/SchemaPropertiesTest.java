package dev.gantry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which properties a class has. */
class SchemaPropertiesTest {

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
}
