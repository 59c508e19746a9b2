package dev.gantry.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.finding.Finding;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That a custom resource which its class cannot hold is read as such. */
class CustomResourceReaderTest {

    private static final ResourceSerialization ASSORTMENTS = ResourceSerialization.of(Assortment.class);

    private static String resource(String kind, String spec) {
        return "{\"apiVersion\": \"example.com/v1\", \"kind\": \"" + kind
                + "\", \"metadata\": {\"name\": \"mine\", \"namespace\": \"shops\", \"uid\": \"1-2\"}, \"spec\": "
                + spec.replace('\'', '"') + "}";
    }

    private static Assortment assortment(String spec) {
        return ASSORTMENTS.unmarshal(resource("Assortment", spec), Assortment.class);
    }

    private static List<String> problems(CustomResource<?, ?> resource) {
        assertThat(UnreadableMetadata.findings(resource))
                .allMatch(finding ->
                        finding.code().equals("GTY-OPR-007") && !finding.hint().isEmpty());
        return UnreadableMetadata.findings(resource).stream()
                .map(finding -> finding.resource() + " " + finding.field() + ": " + finding.message())
                .toList();
    }

    @Test
    void should_name_all_that_the_class_cannot_hold_at_once() {
        Assortment mine = assortment("""
                {'text': 'good', 'image': '///', 'quantity': '1 GB', 'pathType': 'PREFIX', 'tier': 'big',
                 'number': 3000000000, 'truth': {}, 'zone': 'Mars/Phobos', 'localTime': '2030-02-30T08:00',
                 'uri': 'a b', 'pair': {'one': 'PT1H', 'other': '1h'}, 'quantities': {'a.b': 'x'},
                 'byLocale': {'x y': 'a'}, 'array': [1, 'one']}
                """);

        assertThat(problems(mine))
                .containsExactlyInAnyOrder(
                        "Assortment shops/mine spec.image: The image \"///\" has an empty part around '/'.",
                        "Assortment shops/mine spec.quantity: \"1 GB\" is not a quantity.",
                        "Assortment shops/mine spec.pathType: \"PREFIX\" is no PathType.",
                        "Assortment shops/mine spec.tier: \"big\" is no Tier.",
                        "Assortment shops/mine spec.number: 3000000000 is no int.",
                        "Assortment shops/mine spec.truth: {} is no boolean.",
                        "Assortment shops/mine spec.zone: \"Mars/Phobos\" is no ZoneId.",
                        "Assortment shops/mine spec.localTime: \"2030-02-30T08:00\" is no LocalDateTime.",
                        "Assortment shops/mine spec.uri: \"a b\" is no URI.",
                        "Assortment shops/mine spec.pair.other: \"1h\" is no Duration.",
                        "Assortment shops/mine spec.quantities[\"a.b\"]: \"x\" is not a quantity.",
                        "Assortment shops/mine spec.byLocale: \"x y\" is no Locale.",
                        "Assortment shops/mine spec.array[1]: \"one\" is no int.");
    }

    @Test
    void should_say_what_to_do_instead() {
        Finding finding =
                UnreadableMetadata.findings(assortment("{'quantity': '1 GB'}")).get(0);

        assertThat(finding.hint()).contains("1Gi");
    }

    @Test
    void should_name_the_first_item_of_a_list_by_its_own_index() {
        assertThat(problems(assortment("{'images': ['a', '///', 'b', '///', '///']}")))
                .containsExactly(
                        "Assortment shops/mine spec.images[1]: The image \"///\" has an empty part around '/'.");
    }

    @Test
    void should_have_metadata_and_no_specification_of_what_cannot_be_read() {
        Assortment mine = assortment("{'text': 'good', 'image': '///'}");

        assertThat(mine.getSpec()).isNull();
        assertThat(mine.getMetadata().getName()).isEqualTo("mine");
        assertThat(mine.getMetadata().getUid()).isEqualTo("1-2");
        assertThat(mine.getKind()).isEqualTo("Assortment");
    }

    @Test
    void should_know_of_a_copy_what_is_wrong() {
        Assortment mine = assortment("{'image': '///'}");

        Assortment copy = ASSORTMENTS.clone(mine);

        assertThat(problems(copy)).isEqualTo(problems(mine)).hasSize(1);
        assertThat(copy).isNotSameAs(mine).isEqualTo(mine);
        assertThat(copy.getMetadata()).isNotSameAs(mine.getMetadata());
        assertThat(ASSORTMENTS.asJson(copy)).doesNotContain("findings").contains("\"uid\":\"1-2\"");
    }

    @Test
    void should_read_all_of_what_the_class_holds() {
        Assortment mine = assortment("{'text': 'good', 'exact': 3.12345678901234567890123, 'unknown': {'a': [1]}}");

        assertThat(problems(mine)).isEmpty();
        assertThat(mine.getSpec().text()).isEqualTo("good");
        assertThat(mine.getSpec().exact()).isEqualTo(new BigDecimal("3.12345678901234567890123"));
    }

    @Test
    void should_leave_out_what_of_a_status_cannot_be_read() {
        Assortment mine = ASSORTMENTS.unmarshal(
                resource(
                        "Assortment",
                        "{'text': 'good'}, 'status': {'phase': 'Gone', 'observedGeneration': 3,"
                                + " 'conditions': [{'type': 'A', 'lastTransitionTime': 'yesterday'}, {'type': 'B'}]}"),
                Assortment.class);

        assertThat(problems(mine)).isEmpty();
        assertThat(mine.getSpec().text()).isEqualTo("good");
        assertThat(mine.getStatus().phase()).isNull();
        assertThat(mine.getStatus().observedGeneration()).isEqualTo(3);
        assertThat(mine.getStatus().conditions())
                .extracting(Assortment.Condition::type)
                .containsExactly("A", "B");
    }

    @Test
    void should_say_what_the_class_says_of_a_value_that_it_does_not_take() {
        assertThat(problems(strict("{'name': 'a', 'size': 3}")))
                .containsExactly("Strict shops/mine spec: Spec does not take it: the size is odd");
    }

    @Test
    void should_not_tell_what_is_only_so_because_something_else_is_wrong() {
        assertThat(problems(strict("{'name': ['a'], 'size': 2}")))
                .containsExactly("Strict shops/mine spec.name: [\"a\"] is no String.");
    }

    @Test
    void should_name_a_specification_that_is_none() {
        assertThat(problems(strict("'all'"))).singleElement().asString().startsWith("Strict shops/mine spec: \"all\" ");
    }

    @Test
    void should_not_show_more_of_a_value_than_one_can_read() {
        assertThat(problems(strict("{'size': '" + "x".repeat(1000) + "'}")).get(0))
                .hasSizeLessThan(200)
                .contains("xxx…");
    }

    @Test
    void should_not_look_for_more_than_anybody_can_correct_at_once() {
        String thousands = IntStream.range(0, 5000)
                .mapToObj(i -> "'key" + i + "': 'not a quantity'")
                .collect(Collectors.joining(", "));

        Assortment mine = assortment("{'image': '///', 'quantities': {" + thousands + "}}");

        assertThat(problems(mine)).hasSize(20).first().asString().contains("spec.image");
        assertThat(mine.getMetadata().getName()).isEqualTo("mine");
    }

    @Test
    void should_fail_where_there_is_nothing_to_leave_out() {
        ResourceSerialization serialization = ResourceSerialization.of(Unborn.class);

        assertThatThrownBy(() -> serialization.unmarshal(resource("Unborn", "{}"), Unborn.class))
                .isInstanceOf(KubernetesClientException.class);
    }

    private static Strict strict(String spec) {
        return ResourceSerialization.of(Strict.class).unmarshal(resource("Strict", spec), Strict.class);
    }

    /** Takes not all. */
    @Group("example.com")
    @Version("v1")
    public static final class Strict extends CustomResource<Strict.Spec, Void> implements Namespaced {

        private static final long serialVersionUID = 1L;

        /** Has conditions of its own. */
        public record Spec(String name, int size) {

            /** Only even. */
            public Spec {
                Objects.requireNonNull(name, "there is no name");
                if (size % 2 == 1) {
                    throw new IllegalArgumentException("the size is odd");
                }
            }
        }
    }

    /** Cannot be made. */
    @Group("example.com")
    @Version("v1")
    public static final class Unborn extends CustomResource<Void, Void> implements Namespaced {

        private static final long serialVersionUID = 1L;

        /** Fails. */
        public Unborn() {
            throw new IllegalStateException("not today");
        }
    }
}
