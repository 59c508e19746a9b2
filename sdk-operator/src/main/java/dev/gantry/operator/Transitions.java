package dev.gantry.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.Owner;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what becomes of custom resources, in events and in the log: each time that it becomes something else, and not each time that it is looked at. */
final class Transitions {

    private static final Logger LOG = LoggerFactory.getLogger(Transitions.class);

    private final Events events;
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    Transitions(Events events) {
        this.events = events;
    }

    /** What was told last of a custom resource. */
    private record Told(String ready, String reason, String message) {

        static Told of(Verdict verdict) {
            return new Told(verdict.ready(), verdict.reason(), verdict.message());
        }

        /** As its status says it; {@code null} if that says nothing. */
        static @Nullable Told in(ObjectNode status) {
            return StatusFields.ready(status)
                    .map(condition ->
                            new Told(text(condition, "status"), text(condition, "reason"), text(condition, "message")))
                    .orElse(null);
        }

        private static String text(JsonNode condition, String field) {
            return condition.path(field).asText();
        }

        boolean isThatOf(Verdict verdict) {
            return ready.equals(verdict.ready())
                    && reason.equals(verdict.reason())
                    && (verdict.phase() != Verdict.Phase.FAILED || message.equals(verdict.message()));
        }
    }

    /**
     * Tells what has become of a custom resource, unless nothing has.
     *
     * @param status of the custom resource, which says what was told before there was this operator
     */
    void tell(Owner owner, ObjectNode status, Verdict verdict) {
        Told before = told.put(owner.uid(), Told.of(verdict));
        Told last = before != null ? before : Told.in(status);
        if (last != null && last.isThatOf(verdict)) {
            return;
        }
        if (verdict.isFailure()) {
            LOG.warn("{} is {}: {}", owner, verdict.reason(), verdict.message());
            events.warning(owner, verdict.reason(), verdict.message());
        } else {
            LOG.info("{} is {}: {}", owner, verdict.reason(), verdict.message());
            events.normal(owner, verdict.reason(), verdict.message());
        }
    }

    /** Forgets a custom resource that is gone. */
    void forget(Owner owner) {
        told.remove(owner.uid());
    }
}
