package dev.gantry.component;

import dev.gantry.workload.Container;
import java.util.function.Consumer;

/**
 * The options that all components share.
 *
 * @param <B> the builder's own type
 */
public abstract class ComponentBuilder<B extends ComponentBuilder<B>> {

    /** The label by which the pods of a component are selected; its value is the component's name. */
    static final String NAME = "app.kubernetes.io/name";

    private Consumer<Container> container = c -> {};

    ComponentBuilder() {}

    /** Goes on with the options of the container, after those that the component sets. */
    public final B container(Consumer<Container> options) {
        container = container.andThen(options);
        return self();
    }

    /** The container's options as they stand when the block has ended. */
    final Consumer<Container> container() {
        return container;
    }

    @SuppressWarnings("unchecked")
    final B self() {
        return (B) this;
    }
}
