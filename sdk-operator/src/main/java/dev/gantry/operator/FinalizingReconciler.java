package dev.gantry.operator;

import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Time;
import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import java.util.Collection;
import java.util.function.Consumer;

/** The same with something to do before a custom resource goes, for which a finalizer keeps it. */
final class FinalizingReconciler<R extends CustomResource<?, ?>> extends StackReconciler<R> implements Cleaner<R> {

    private final Consumer<? super R> onDelete;

    FinalizingReconciler(
            Class<R> type,
            StackProgram<R> program,
            OperatorOptions<R> options,
            Connections connections,
            Collection<ApiResource> owned,
            Events events,
            Time time,
            Consumer<? super R> onDelete) {
        super(type, program, options, connections, owned, events, time);
        this.onDelete = onDelete;
    }

    @Override
    public DeleteControl cleanup(R resource, Context<R> context) {
        onDelete.accept(resource);
        return DeleteControl.defaultDelete();
    }
}
