package dev.gantry.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.TestRun;
import dev.gantry.finding.Finding;
import dev.gantry.raw.Raw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomResourceDefinitionCheckTest {

    private static final String GOOD = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: webapps.example.com
            spec:
              group: example.com
              scope: Namespaced
              names: {plural: webapps, singular: webapp, kind: WebApp, shortNames: [wa], categories: [all]}
              versions:
                - name: v1
                  served: true
                  storage: true
                  subresources:
                    status: {}
                    scale:
                      specReplicasPath: .spec.replicas
                      statusReplicasPath: .status.replicas
                      labelSelectorPath: .status.selector
                  additionalPrinterColumns:
                    - {name: AGE, type: date, jsonPath: .metadata.creationTimestamp}
                    - {name: READY, type: string, jsonPath: '.status.conditions[?(@.type=="Ready")].status'}
                    - {name: NOTE, type: string, jsonPath: ".spec.notes['example.com/note']"}
                    - {name: OPEN, type: string, jsonPath: .spec.open.any.where}
                    - {name: ALL, type: string, jsonPath: ..name}
                  selectableFields: [{jsonPath: .spec.tier}]
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        spec:
                          type: object
                          required: [replicas]
                          properties:
                            replicas: {type: integer, minimum: 1, maximum: 9, default: 3}
                            tier: {type: string, enum: [web, db], default: web}
                            notes: {type: object, additionalProperties: {type: string}}
                            open: {x-kubernetes-preserve-unknown-fields: true}
                            port: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}
                            list:
                              type: array
                              x-kubernetes-list-type: map
                              x-kubernetes-list-map-keys: [name]
                              items: {type: object, required: [name], properties: {name: {type: string}}}
                        status:
                          type: object
                          properties:
                            replicas: {type: integer}
                            selector: {type: string}
                            conditions:
                              type: array
                              items: {type: object, properties: {type: {type: string}, status: {type: string}}}
            """;

    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    Path folder;

    @Test
    void should_find_nothing_in_a_good_definition() throws IOException {
        assertThat(findings(YAML.readTree(GOOD))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // names
                "/spec/group | `\"example\"` | 007 The group \"example\" is no DNS name with a dot.",
                "/spec/group | `\"apps.k8s.io\"` | 007 The group apps.k8s.io is reserved for Kubernetes itself.",
                "/spec/names/plural | `\"webApps\"` | 007 \"webApps\" has upper-case letters.",
                "/spec/names/singular | `\"web app\"` | 007 \"web app\" has the character ' ' (a space).",
                "/spec/names/kind | `\"Web_App\"` | 007 The kind \"Web_App\" has the character '_'.",
                "/spec/names/shortNames/0 | `\"W\"` | 007 \"W\" has upper-case letters.",
                "/spec/names/categories/0 | `\"\"` | 007 \"\" is empty.",
                "/metadata/name | `\"apps.example.com\"` | 007 The definition is named apps.example.com, but its plural and group make webapps.example.com.",
                // versions
                "/spec/versions | [] | 008 The definition has no versions.",
                "/spec/versions/0/name | `\"1.0\"` | 008 The version \"1.0\" has the character '.'.",
                "/spec/versions/0/storage | false | 008 No version is the one that is stored.",
                "/spec/versions/0/served | false | 008 No version is served.",
                // structure
                "/spec/versions/0/schema | {} | 009 The version has no schema.",
                "S/type | `\"array\"` | 009 The schema of a version is not of the type object.",
                "P/tier/type | null | 009 The schema has no type.",
                "P/tier/type | `\"text\"` | 009 There is no type \"text\".",
                "P/tier/$ref | `\"#/a\"` | 009 $ref is not allowed in the schema of a custom resource.",
                "P/port/type | `\"string\"` | 009 The schema has both a type and x-kubernetes-int-or-string.",
                "P/list/items | null | 009 The schema of a list does not say of what.",
                "P/list/uniqueItems | true | 009 uniqueItems is not allowed.",
                "P/list/x-kubernetes-list-type | `\"set\"` | 009 The items of a set are compared as a whole, and these are not said to be so.",
                "P/list/x-kubernetes-list-map-keys | [] | 009 A list of the type map has no keys.",
                "P/list/x-kubernetes-list-map-keys/0 | `\"id\"` | 009 The key id of the list is no property of its items.",
                "P/list/items/required | [] | 009 The key name of the list is neither required nor has it a default.",
                "P/tier/x-kubernetes-list-type | `\"set\"` | 009 x-kubernetes-list-type is for lists only.",
                "P/list/x-kubernetes-list-type | `\"atomic\"` | 009 Only a list of the type map has keys.",
                "P/notes/properties | {a: {type: string}} | 009 The schema has both properties and additionalProperties.",
                "P/open/x-kubernetes-embedded-resource | true | 009 An embedded resource is an object with properties, or one that keeps unknown fields.",
                "P/tier/anyOf | [{type: string}] | 009 type is not allowed within allOf, anyOf, oneOf and not.",
                "P/tier/not | {nullable: true} | 009 nullable is not allowed within allOf, anyOf, oneOf and not.",
                "S/properties/spec/oneOf | [{properties: {other: {minimum: 1}}}] | 009 other is a property here, but not outside.",
                "S/properties/metadata | {type: object, properties: {name: {type: string, default: a}}} | 009 metadata has no defaults.",
                // contradictions
                "P/replicas/minimum | 10 | 010 minimum is 10, and maximum is 9: no value is allowed.",
                "P/tier/pattern | `\"(?=a)\"` | 010 The pattern (?=a) has (?=, which RE2 does not know.",
                "S/properties/spec/required/0 | `\"replica\"` | 010 replica is required, but it is no property.",
                "P/tier/enum | `[1, web]` | 010 1 is one of the values, but not of the type string.",
                // defaults
                "P/tier/default | `\"disk\"` | 011 The default is not valid: \"disk\" is not one of web, db.",
                "P/replicas/default | `\"3\"` | 011 The default is not valid: \"3\" is not of the type integer.",
                "P/list/default | [{nam: a}] | 011 The default is not valid: [0] has no name, which is required.",
                // status
                "/spec/versions/0/subresources | {} | 012 The resources have a status, but it is no subresource",
                // paths
                "C/1/jsonPath | `\".status.condition[0]\"` | 013 The schema has no field .status.condition[0].",
                "C/1/jsonPath | `\"status\"` | 013 \"status\" is no path.",
                "C/1/jsonPath | `\".status.conditions[\"` | 013 \".status.conditions[\" is no path.",
                "C/1/type | `\"text\"` | 013 A column has no type \"text\".",
                "/spec/versions/0/selectableFields/0/jsonPath | `\".spec.list\"` | 013 The field is of the type array, by which nothing can be selected.",
                "R/specReplicasPath | null | 013 The scale subresource has no specReplicasPath.",
                "R/statusReplicasPath | `\".spec.replicas\"` | 013 .spec.replicas is not below .status.",
                "R/specReplicasPath | `\".spec.tier\"` | 013 .spec.tier is of the type string.",
                "R/labelSelectorPath | `\".status.replicas\"` | 013 The selector is of the type integer.",
                // rules in CEL
                "P/tier/x-kubernetes-validations | [{rule: ' '}] | 014 The rule is empty.",
                "P/tier/x-kubernetes-validations | `[{rule: \"a\\n&& b\"}]` | 014 A rule of several lines needs a message.",
                "P/tier/x-kubernetes-validations | `[{rule: a, message: \" \"}]` | 014 The message is empty.",
                "P/tier/x-kubernetes-validations | `[{rule: a, message: \"a\\nb\"}]` | 014 The message has several lines.",
                "P/tier/x-kubernetes-validations | `[{rule: a, reason: Bad}]` | 014 There is no reason \"Bad\"."
            })
    void should_find_what_a_server_rejects(String pointer, String value, String expected) throws IOException {
        JsonNode tree = YAML.readTree(GOOD);
        set(tree, pointer, YAML.readTree(value));

        assertThat(findings(tree))
                .anySatisfy(finding -> assertThat(finding.code().substring(8) + " " + finding.message())
                        .startsWith(expected));
    }

    @Test
    void should_find_two_versions_of_one_name() throws IOException {
        JsonNode tree = YAML.readTree(GOOD);
        ObjectNode second = tree.at("/spec/versions/0").deepCopy();
        ((ArrayNode) tree.at("/spec/versions")).add(second.put("storage", false));

        assertThat(findings(tree)).extracting(Finding::message).containsExactly("There are two versions v1.");
    }

    @Test
    void should_believe_that_a_reserved_group_is_approved() throws IOException {
        ObjectNode tree = (ObjectNode)
                YAML.readTree(GOOD.replace("example.com", "apps.x-k8s.io").replace("x-k8s", "k8s"));
        tree.withObject("/metadata/annotations").put("api-approved.kubernetes.io", "https://example.com/pull/7");

        assertThat(findings(tree)).isEmpty();
    }

    private List<Finding> findings(JsonNode tree) throws IOException {
        Files.writeString(folder.resolve("definition.json"), tree.toString());
        return TestRun.in(folder, "staging", app -> Raw.yaml("definition.json").forEach(app.stack("shop")::add))
                .findings();
    }

    private static void set(JsonNode tree, String shortened, JsonNode value) {
        String schema = "/spec/versions/0/schema/openAPIV3Schema";
        String pointer = shortened
                .replaceFirst("^P", schema + "/properties/spec/properties")
                .replaceFirst("^S", schema)
                .replaceFirst("^C", "/spec/versions/0/additionalPrinterColumns")
                .replaceFirst("^R", "/spec/versions/0/subresources/scale");
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = tree.at(pointer.substring(0, slash));
        String last = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object && value.isNull()) {
            object.remove(last);
        } else if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(last), value);
        }
    }
}
