package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.extension.Draft;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a builder can set, compared with the object made with fabric8's builder by hand. */
class ModelTest {

    static List<Case> cases() {
        return Cases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void should_write_the_object_that_is_made_by_hand(Case of) {
        assertThat(Trees.of(of.made())).isEqualTo(Trees.normal(of.byHand()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void should_write_only_what_the_model_knows_in_the_types_that_it_takes(Case of) {
        assertThat(FabricModel.read(Trees.of(of.made()), of.byHand().getClass()))
                .isEqualTo(of.byHand());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void should_find_nothing_wrong_with_values_that_kubernetes_takes(Case of) {
        assertThat(Draft.of(of.made()).problems()).isEmpty();
    }
}
