package dev.gantry.differencing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignmentTest {

    private static JsonNode container(String name, String image) {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("image", image);
    }

    private static JsonNode manifest(String name, int replicas) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("replicas", replicas)
                .set("metadata", JsonNodeFactory.instance.objectNode().put("name", name));
    }

    /** The slots as text, such as {@code web - web}: what each list has there. */
    private static List<String> slots(List<List<JsonNode>> lists) {
        List<String> shown = new ArrayList<>();
        for (List<JsonNode> slot : Alignment.of(lists)) {
            List<String> names = new ArrayList<>();
            for (JsonNode element : slot) {
                names.add(element == null ? "-" : element.findPath("name").asText());
            }
            shown.add(String.join(" ", names));
        }
        return shown;
    }

    @Test
    void should_put_elements_of_one_name_into_one_slot() {
        List<JsonNode> both = List.of(container("web", "web:1"), container("proxy", "proxy:1"));
        List<JsonNode> one = List.of(container("proxy", "other:7"));

        assertThat(slots(List.of(one, both, one))).containsExactly("- web -", "proxy proxy proxy");
    }

    @Test
    void should_put_manifests_of_one_name_into_one_slot() {
        List<JsonNode> few = List.of(manifest("b", 5), manifest("c", 6));
        List<JsonNode> all = List.of(manifest("a", 1), manifest("b", 2), manifest("c", 3));

        assertThat(slots(List.of(all, few, all))).containsExactly("a - a", "b b b", "c c c");
    }

    @Test
    void should_keep_the_order_of_lists_that_have_the_same_elements_otherwise() {
        List<JsonNode> one = List.of(container("a", "a:1"), container("b", "b:1"));
        List<JsonNode> other = List.of(container("b", "b:1"), container("a", "a:1"));

        assertThat(slots(List.of(one, other))).containsExactly("a -", "b b", "- a");
    }

    @Test
    void should_have_no_slots_for_empty_lists() {
        assertThat(slots(List.of(List.of(), List.of()))).isEmpty();
    }
}
