package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.Text;
import dev.gantry.config.ConfigMapKey;
import dev.gantry.config.SecretKey;
import dev.gantry.customresource.CustomResource;
import dev.gantry.customresource.CustomResourceDefinition;
import dev.gantry.extension.Block;
import dev.gantry.workload.Cron;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.Volume;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShapeTest extends ShapeContract {

    private static final Dsl CORE = Dsl.ofCore();

    ShapeTest() {
        super(CORE);
    }

    @Override
    protected Set<String> answerSomething() {
        return Set.of("Volume.name");
    }

    @Override
    protected Set<Class<?>> namedByTheirClass() {
        return Set.of(CustomResourceDefinition.class);
    }

    /** The class of a custom resource is its author's. */
    @Override
    protected Set<Class<?>> withoutRaw() {
        return Set.of(CustomResource.class);
    }

    @Test
    void should_mark_what_makes_a_value_so_that_it_is_not_dropped() {
        assertThat(List.of(
                        ConfigMapKey.class,
                        SecretKey.class,
                        IntOrPercent.class,
                        Cron.class,
                        Image.class,
                        Port.class,
                        Quantity.class,
                        Text.class))
                .allSatisfy(type -> assertThat(type.isAnnotationPresent(CheckReturnValue.class))
                        .as("%s", type)
                        .isTrue());
    }

    @Test
    void should_find_the_types_of_the_dsl() {
        assertThat(CORE.products()).hasSizeGreaterThanOrEqualTo(28);
        assertThat(CORE.enums()).hasSizeGreaterThan(40);
        assertThat(CORE.builders()).hasSizeGreaterThan(30);
        assertThat(CORE.parts()).hasSizeGreaterThan(25);
        assertThat(CORE.blocks()).hasSizeGreaterThan(30).contains(Volume.class).allMatch(Block.class::isAssignableFrom);
    }
}
