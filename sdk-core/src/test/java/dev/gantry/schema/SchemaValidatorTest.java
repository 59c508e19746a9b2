package dev.gantry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaValidatorTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: string} | 7 | GTY-CRD-017: 7 is not of the type string.",
                "{type: integer} | 1.5 | GTY-CRD-017: 1.5 is not of the type integer.",
                "{type: integer} | `\"1\"` | GTY-CRD-017: \"1\" is not of the type integer.",
                "{type: number} | yes please | GTY-CRD-017: \"yes please\" is not of the type number.",
                "{type: boolean} | 1 | GTY-CRD-017: 1 is not of the type boolean.",
                "{type: array, items: {type: string}} | {a: 1} | GTY-CRD-017: {\"a\":1} is not of the type array.",
                "{type: object} | [] | GTY-CRD-017: [] is not of the type object.",
                "{type: string} | null | GTY-CRD-017: The value is null.",
                "{x-kubernetes-int-or-string: true} | true | GTY-CRD-017: true is not of the type integer or string.",
                "{type: string, enum: [red, green]} | gren | GTY-CRD-018: \"gren\" is not one of red, green.",
                "{type: integer, minimum: 3} | 2 | GTY-CRD-018: 2 is below 3.",
                "{type: integer, minimum: 3, exclusiveMinimum: true} | 3 | GTY-CRD-018: 3 is not above 3.",
                "{type: number, maximum: 0.5} | 0.6 | GTY-CRD-018: 0.6 is above 0.5.",
                "{type: number, maximum: 0.5, exclusiveMaximum: true} | 0.5 | GTY-CRD-018: 0.5 is not below 0.5.",
                "{type: integer, multipleOf: 4} | 6 | GTY-CRD-018: 6 is no multiple of 4.",
                "{type: integer, format: int32} | 3000000000 | GTY-CRD-018: 3000000000 does not fit in 32 bits.",
                "{type: string, minLength: 3} | ab | GTY-CRD-018: \"ab\" has 2 characters, and needs 3 at least.",
                "{type: string, maxLength: 1} | ab | GTY-CRD-018: \"ab\" has 2 characters, and may have 1 at most.",
                "{type: string, pattern: '^[a-z]+$'} | aB | GTY-CRD-018: \"aB\" does not match ^[a-z]+$.",
                "{type: string, format: date-time} | today | GTY-CRD-018: \"today\" is no time such as 2030-01-31T08:00:00Z.",
                "{type: string, format: date} | 1.2.2030 | GTY-CRD-018: \"1.2.2030\" is no date such as 2030-01-31.",
                "{type: string, format: byte} | a-b | GTY-CRD-018: \"a-b\" is no Base64.",
                "{type: string, format: uuid} | one | GTY-CRD-018: \"one\" is no UUID.",
                "{type: string, format: duration} | PT1H | GTY-CRD-018: \"PT1H\" is no duration such as 1h30m.",
                "{type: string, format: ipv4} | '::1' | GTY-CRD-018: \"::1\" is no IP address of version 4.",
                "{type: string, format: ipv6} | 10.0.0.1 | GTY-CRD-018: \"10.0.0.1\" is no IP address of version 6.",
                "{type: string, format: cidr} | 10.0.0.1 | GTY-CRD-018: \"10.0.0.1\" is no block of IP addresses.",
                "{type: array, items: {type: integer}, minItems: 1} | [] | GTY-CRD-018: The list has 0 items, and needs 1 at least.",
                "{type: array, items: {type: integer}, maxItems: 1} | `[1, 2]` | GTY-CRD-018: The list has 2 items, and may have 1 at most.",
                "{type: object, maxProperties: 1, additionalProperties: {type: integer}} | `{a: 1, b: 2}` | GTY-CRD-018: The object has 2 fields, and may have 1 at most.",
                "{type: object, minProperties: 1} | {} | GTY-CRD-018: The object has 0 fields, and needs 1 at least.",
                "{type: integer, anyOf: [{minimum: 5}, {maximum: 1}]} | 3 | GTY-CRD-018: The value fits none of the alternatives (anyOf) of its schema.",
                "{type: integer, oneOf: [{minimum: 2}, {maximum: 4}]} | 3 | GTY-CRD-018: The value fits 2 of the alternatives of its schema, of which it has to fit just one (oneOf).",
                "{type: integer, not: {minimum: 2}} | 3 | GTY-CRD-018: The value is what its schema excludes (not).",
                "{type: integer, allOf: [{minimum: 5}]} | 3 | GTY-CRD-018: 3 is below 5."
            })
    void should_find_what_a_schema_does_not_allow(String schema, String value, String expected) throws Exception {
        assertThat(violations(schema, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: string, nullable: true} | null",
                "{type: number} | 7",
                "{type: integer} | 7.0",
                "{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]} | http",
                "{x-kubernetes-int-or-string: true} | 80",
                "{x-kubernetes-preserve-unknown-fields: true} | {a: [1]}",
                "{x-kubernetes-preserve-unknown-fields: true} | null",
                "{type: integer, enum: [1, 2]} | 2",
                "{type: string, pattern: b} | abc",
                "{type: string, maxLength: 1} | 😀",
                "{type: string, format: date-time} | `2030-01-31T08:00:00+01:00`",
                "{type: string, format: duration} | 1h30m",
                "{type: string, format: unheard-of} | anything",
                "{type: object, required: [a], properties: {a: {type: integer, default: 1}}} | {}",
                "{type: object, additionalProperties: true} | {a: 1}",
                "{type: array, x-kubernetes-list-type: set, items: {type: integer}} | `[1, 2]`",
                "{type: integer, oneOf: [{minimum: 2}, {maximum: 1}]} | 3"
            })
    void should_find_nothing_in_what_it_allows(String schema, String value) throws Exception {
        assertThat(violations(schema, value)).isEmpty();
    }

    @Test
    void should_name_the_place_of_a_value() throws Exception {
        assertThat(SchemaValidator.of(
                        yaml("""
                        type: object
                        required: [name]
                        properties:
                          items: {type: array, items: {type: object, properties: {size: {type: integer}}}}
                          names: {type: object, additionalProperties: {type: string}}
                        """), yaml("{items: [{size: 1}, {size: big, sise: 2}], names: {a/b: 7}}"), "spec"))
                .extracting(each -> each.rule().code() + " " + each.path())
                .containsExactly(
                        "GTY-CRD-015 spec",
                        "GTY-CRD-017 spec.items[1].size",
                        "GTY-CRD-016 spec.items[1].sise",
                        "GTY-CRD-017 spec.names[\"a/b\"]");
    }

    @Test
    void should_find_items_that_a_list_has_twice() throws Exception {
        assertThat(violations("{type: array, x-kubernetes-list-type: set, items: {type: string}}", "[a, b, a]"))
                .isEqualTo("GTY-CRD-018: The list has two items \"a\".");
        assertThat(violations(
                        "{type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name], items:"
                                + " {type: object, properties: {name: {type: string}, on: {type: boolean}}}}",
                        "[{name: a, on: true}, {name: a, on: false}]"))
                .isEqualTo("GTY-CRD-018: The list has two items with name \"a\".");
    }

    @Test
    void should_not_look_at_what_every_object_has() throws Exception {
        ObjectNode object = (ObjectNode) yaml("{apiVersion: a/v1, kind: B, metadata: {name: c}, spec: {}, stats: {}}");

        assertThat(SchemaValidator.ofObject(
                        yaml("{type: object, properties: {spec: {type: object}, status: {type: object}}}"), object))
                .extracting(each -> each.path() + ": " + each.hint())
                .containsExactly(
                        "stats: Did you mean status? Leave it out, or add it to the definition. The fields here:"
                                + " spec, status.");
    }

    private static String violations(String schema, String value) throws JsonProcessingException {
        StringBuilder all = new StringBuilder();
        SchemaValidator.of(yaml(schema), yaml(value), "spec")
                .forEach(each -> all.append(each.rule().code()).append(": ").append(each.message()));
        return all.toString();
    }

    private static JsonNode yaml(String text) throws JsonProcessingException {
        return YAML.readTree(text);
    }
}
