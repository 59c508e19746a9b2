package dev.gantry.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.OwnedObjects;
import dev.gantry.engine.OwnedOutcome;
import dev.gantry.engine.OwnedRule;
import dev.gantry.engine.Owner;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Time;
import dev.gantry.finding.Finding;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.RetryInfo;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the cluster what a custom resource asks for, and says in its status how far that has come. */
final class StackReconciler<R extends CustomResource<?, ?>> implements Reconciler<R> {

    private static final Logger LOG = LoggerFactory.getLogger(StackReconciler.class);

    /** So often a cluster may fail before that is said: a moment is nobody's business. */
    private static final int UNSAID_FAILURES = 3;

    private static final String CHANGED_BACK = OwnedRule.CHANGED_BACK.facts().code();

    private final StackProgram<R> program;
    private final OperatorOptions<R> options;
    private final Connections connections;
    private final Collection<ApiResource> owned;
    private final OwnedObjects objects;
    private final Events events;
    private final Transitions transitions;
    private final StatusFields<R> status;
    private final Time time;
    private final Map<String, Said> said = new ConcurrentHashMap<>();
    private @Nullable Watching<R> watching;

    /**
     * What was said last of a custom resource, which may not have come back by the watch yet.
     *
     * @param version of the custom resource for which it was said
     * @param status the fields
     */
    private record Said(String version, ObjectNode status) {}

    StackReconciler(
            StackProgram<R> program,
            OperatorOptions<R> options,
            Connections connections,
            Collection<ApiResource> owned,
            Events events,
            StatusFields<R> status,
            Time time) {
        this.program = program;
        this.options = options;
        this.connections = connections;
        this.owned = owned;
        this.objects = new OwnedObjects(connections.cluster(), time);
        this.events = events;
        this.transitions = new Transitions(events);
        this.status = status;
        this.time = time;
    }

    @Override
    public List<EventSource<?, R>> prepareEventSources(EventSourceContext<R> context) {
        Watching<R> prepared = Watching.of(context, options.name(), owned, connections.mapper());
        watching = prepared;
        List<EventSource<?, R>> sources = new ArrayList<>(prepared.sources());
        sources.add(new Departures<>(context.getPrimaryResourceClass(), this::forget));
        return sources;
    }

    @Override
    public UpdateControl<R> reconcile(R resource, Context<R> context) {
        Owner owner = owner(resource);
        if (context.getRetryInfo().isEmpty()) {
            transitions.settle(owner);
        }
        StackProgram.Made made = program.run(resource);
        Verdict verdict;
        if (made.synthesis().failed()) {
            verdict = Verdict.invalid(made.synthesis().findings());
        } else {
            OwnedOutcome outcome = objects.bring(
                    owner, made.release(), Objects.requireNonNull(watching), kind -> options.keeps(resource, kind));
            for (ResourceId deleted : outcome.deleted()) {
                events.normal(owner, "Deleted", deleted.kind() + " " + deleted.name() + " is no longer asked for");
            }
            for (Finding note : outcome.notes()) {
                LOG.warn("{}: {}", owner, note.message());
                events.warning(owner, note.code().equals(CHANGED_BACK) ? "ChangedBack" : "Noted", note.message());
            }
            verdict = Verdict.of(outcome, made.workload());
        }
        if (objects.isGone(owner)) {
            return UpdateControl.noUpdate();
        }
        return say(resource, owner, verdict);
    }

    private UpdateControl<R> say(R resource, Owner owner, Verdict verdict) {
        Instant now = time.now();
        ObjectNode before = before(resource);
        ObjectNode next = status.exist()
                ? status.next(before, verdict, resource.getMetadata().getGeneration(), now)
                : before;
        Instant told = transitions.tell(owner, before, verdict, now);
        Instant since = StatusFields.ready(next).isPresent() ? StatusFields.since(next, now) : told;
        UpdateControl<R> control = next.equals(before)
                ? UpdateControl.noUpdate()
                : UpdateControl.patchStatus(status.patch(resource, next));
        said.put(owner.uid(), new Said(resource.getMetadata().getResourceVersion(), next));
        return control.rescheduleAfter(pause(owner, verdict, since, now));
    }

    private ObjectNode before(R resource) {
        Said last = said.get(resource.getMetadata().getUid());
        return last != null && last.version().equals(resource.getMetadata().getResourceVersion())
                ? last.status()
                : status.of(resource);
    }

    /** Twice as long each time while something is to come; spread a little, so that not all custom resources have their turn at once. */
    private Duration pause(Owner owner, Verdict verdict, Instant since, Instant now) {
        if (verdict.phase() == Verdict.Phase.RUNNING) {
            long millis = options.resync().toMillis();
            return Duration.ofMillis(millis - Math.floorMod(owner.uid().hashCode(), Math.max(1, millis / 10)));
        }
        Duration elapsed = Duration.between(since, now);
        Duration longest = options.longestRetry();
        Duration wait = elapsed.compareTo(longest) > 0 ? longest : elapsed;
        return wait.compareTo(options.firstRetry()) < 0 ? options.firstRetry() : wait;
    }

    /** What the cluster fails in may pass without anybody's help, and is not said before it has lasted; what the operator's own code does will not. */
    @Override
    public ErrorStatusUpdateControl<R> updateErrorStatus(R resource, Context<R> context, Exception failure) {
        int attempts = context.getRetryInfo().map(RetryInfo::getAttemptCount).orElse(0);
        boolean ofCluster = failure instanceof ApiFailure || failure instanceof KubernetesClientException;
        said.remove(resource.getMetadata().getUid()); // What was to be said may be what has failed.
        if (ofCluster && attempts < UNSAID_FAILURES) {
            return ErrorStatusUpdateControl.noStatusUpdate();
        }
        Verdict verdict = ofCluster ? Verdict.clusterFails(failure) : Verdict.operatorFails("", failure);
        ObjectNode before = status.of(resource);
        transitions.fail(owner(resource), verdict);
        if (!status.exist()) {
            return ErrorStatusUpdateControl.noStatusUpdate();
        }
        ObjectNode next = status.next(before, verdict, resource.getMetadata().getGeneration(), time.now());
        return next.equals(before)
                ? ErrorStatusUpdateControl.noStatusUpdate()
                : ErrorStatusUpdateControl.patchStatus(status.patch(resource, next));
    }

    /** Tells why a custom resource does not go although it is to. */
    void cannotGo(R resource, Verdict verdict) {
        transitions.fail(owner(resource), verdict);
    }

    private Owner owner(R resource) {
        return new Owner(
                options.name(),
                resource.getApiVersion(),
                resource.getKind(),
                resource.getMetadata().getNamespace(),
                resource.getMetadata().getName(),
                resource.getMetadata().getUid());
    }

    private void forget(R resource) {
        said.remove(resource.getMetadata().getUid());
        transitions.forget(owner(resource));
        objects.forget(owner(resource));
    }
}
