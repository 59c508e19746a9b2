package dev.gantry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class FieldPositionsTest {

    private static final FieldPositions DEPLOYMENT = FieldPositions.of("apps/v1", "Deployment");

    @Test
    void should_order_fields_as_manifests_have_them() {
        assertThat(DEPLOYMENT.of("metadata")).isLessThan(DEPLOYMENT.of("spec"));
        assertThat(DEPLOYMENT.of("spec")).isLessThan(DEPLOYMENT.of("news"));
    }

    @Test
    void should_order_fields_within_the_objects_of_lists() {
        FieldPositions container =
                DEPLOYMENT.within("spec").within("template").within("spec").within("containers");

        assertThat(container.of("name")).isLessThan(container.of("image"));
    }

    @Test
    void should_leave_the_entries_of_maps_as_they_are() {
        FieldPositions labels = DEPLOYMENT.within("metadata").within("labels");

        assertThat(labels.of("name")).isEqualTo(labels.of("image"));
    }

    @Test
    void should_know_no_order_where_no_table_has_one() {
        FieldPositions unknown =
                FieldPositions.of("example.com/v1", "Shop").within("spec").within("deep");

        assertThat(unknown.of("b")).isEqualTo(unknown.of("a"));
    }

    @Test
    void should_order_a_part_of_a_manifest_and_leave_the_original() {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        metadata.putObject("labels").put("b", 1).put("a", 2);
        metadata.put("name", "web");

        JsonNode arranged = DEPLOYMENT.within("metadata").arranged(metadata);

        assertThat(arranged.fieldNames()).toIterable().containsExactly("name", "labels");
        assertThat(arranged.get("labels").fieldNames()).toIterable().containsExactly("b", "a");
        assertThat(metadata.fieldNames()).toIterable().containsExactly("labels", "name");
    }
}
