package dev.gantry.operator;

import dev.gantry.finding.Finding;
import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.util.List;
import java.util.function.Consumer;

/** The same with something to do before a custom resource goes, for which a finalizer keeps it. */
final class FinalizingReconciler<R extends CustomResource<?, ?>> implements Reconciler<R>, Cleaner<R> {

    private final StackReconciler<R> reconciler;
    private final Consumer<? super R> onDelete;

    FinalizingReconciler(StackReconciler<R> reconciler, Consumer<? super R> onDelete) {
        this.reconciler = reconciler;
        this.onDelete = onDelete;
    }

    @Override
    public List<EventSource<?, R>> prepareEventSources(EventSourceContext<R> context) {
        return reconciler.prepareEventSources(context);
    }

    @Override
    public UpdateControl<R> reconcile(R resource, Context<R> context) {
        return reconciler.reconcile(resource, context);
    }

    @Override
    public ErrorStatusUpdateControl<R> updateErrorStatus(R resource, Context<R> context, Exception failure) {
        return reconciler.updateErrorStatus(resource, context, failure);
    }

    @Override
    public DeleteControl cleanup(R resource, Context<R> context) {
        List<Finding> unreadable = UnreadableMetadata.findings(resource);
        if (!unreadable.isEmpty()) {
            reconciler.cannotGo(resource, Verdict.invalid(unreadable));
            return DeleteControl.noFinalizerRemoval(); // It has its turn again when it is corrected.
        }
        try {
            onDelete.accept(resource);
        } catch (RuntimeException failure) {
            reconciler.cannotGo(resource, Verdict.operatorFails("It cannot go yet: ", failure));
            throw failure;
        }
        return DeleteControl.defaultDelete();
    }
}
