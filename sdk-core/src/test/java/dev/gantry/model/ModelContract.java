package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.TestRun;
import dev.gantry.extension.Draft;
import dev.gantry.raw.Raw;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Everything that the builders of a module can set, compared with the object made by hand. */
public abstract class ModelContract {

    /** The cases of the module: together they call every method of every builder. */
    protected abstract List<Case> cases();

    /** Fields that builders set and fabric8's class lacks, each as {@code Class.field}. */
    protected Set<String> unknownToTheModel() {
        return Set.of();
    }

    @TestFactory
    Stream<DynamicTest> should_write_the_object_that_is_made_by_hand() {
        return tests(of -> assertThat(Trees.of(of.made())).isEqualTo(Trees.normal(of.byHand())));
    }

    @TestFactory
    Stream<DynamicTest> should_write_only_what_the_model_knows_in_the_types_that_it_takes() {
        return tests(of -> {
            if (of.byHand() instanceof HasMetadata byHand) {
                assertThat(FabricModel.read(Trees.of(of.made()), byHand.getClass(), unknownToTheModel()))
                        .isEqualTo(byHand);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> should_find_nothing_wrong_with_values_that_a_cluster_takes() {
        return tests(of -> assertThat(Draft.of(of.made()).problems()).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> should_find_nothing_wrong_with_the_same_fields_where_no_builder_has_written_them() {
        return tests(of -> {
            if (of.byHand() instanceof HasMetadata byHand) {
                ObjectNode tree = (ObjectNode) Trees.of(of.made());
                Raw raw = Raw.of(byHand, o -> o.rawTree(made -> made.setAll(tree)));
                assertThat(TestRun.findings(app -> app.stack("raw").add(raw)))
                        .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                        .noneMatch(text -> text.startsWith("GTY-RAW"));
            }
        });
    }

    private interface Trial {
        void of(Case one);
    }

    private Stream<DynamicTest> tests(Trial trial) {
        return cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> trial.of(one)));
    }
}
