package dev.gantry.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.ResourceEventAware;
import java.util.Set;
import java.util.function.Consumer;

/** Is told when a custom resource is gone, so that nothing of it is remembered. */
final class Departures<R extends HasMetadata> extends AbstractEventSource<R, R> implements ResourceEventAware<R> {

    private final Consumer<R> forget;

    Departures(Class<R> type, Consumer<R> forget) {
        super(type, "departures");
        this.forget = forget;
    }

    @Override
    public void onResourceDeleted(R resource) {
        forget.accept(resource);
    }

    @Override
    public Set<R> getSecondaryResources(R primary) {
        return Set.of();
    }
}
