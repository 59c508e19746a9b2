package dev.gantry.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.Owner;
import java.time.Instant;
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

    /**
     * What was told last of a custom resource.
     *
     * @param verdict what has become of it; {@code null} if that is to be told again
     * @param failure why nobody knows; {@code null} while somebody does
     * @param later whether the verdict was told after the failure
     * @param since when that has become of it
     */
    private record Told(@Nullable Words verdict, @Nullable Words failure, boolean later, Instant since) {}

    /** What is said, as far as it matters whether it is said again. */
    private record Words(String ready, String reason, String message) {

        /** The message of what passes by itself may change all the time. */
        static Words of(Verdict verdict) {
            return new Words(
                    verdict.ready(),
                    verdict.reason(),
                    verdict.phase() == Verdict.Phase.FAILED ? verdict.message() : "");
        }

        static Words of(JsonNode condition, Verdict next) {
            return new Words(
                    condition.path("status").asText(),
                    condition.path("reason").asText(),
                    next.phase() == Verdict.Phase.FAILED
                            ? condition.path("message").asText()
                            : "");
        }
    }

    /**
     * Tells what has become of a custom resource, unless that was told.
     *
     * @param status of the custom resource, which says what was told before there was this operator
     * @return since when it is so, as far as is known here
     */
    Instant tell(Owner owner, ObjectNode status, Verdict verdict, Instant now) {
        Words words = Words.of(verdict);
        Told last = told.get(owner.uid());
        Words before = last != null
                ? last.verdict()
                : StatusFields.ready(status)
                        .map(condition -> Words.of(condition, verdict))
                        .orElse(null);
        boolean same = words.equals(before);
        Instant since = same && last != null ? last.since() : now;
        told.put(
                owner.uid(),
                last == null
                        ? new Told(words, null, false, since)
                        : new Told(words, last.failure(), last.later() || !same, since));
        if (!same) {
            say(owner, verdict);
        }
        return since;
    }

    /** Tells why nobody knows what becomes of a custom resource, unless that was told. */
    void fail(Owner owner, Verdict failure) {
        Words words = Words.of(failure);
        Told last = told.get(owner.uid());
        if (last == null || !words.equals(last.failure())) {
            told.put(
                    owner.uid(),
                    last == null
                            ? new Told(null, words, false, Instant.EPOCH)
                            : new Told(last.verdict(), words, false, last.since()));
            say(owner, failure);
        }
    }

    /** What has failed fails no longer: what has become of the custom resource is told again, unless it was told since. */
    void settle(Owner owner) {
        told.computeIfPresent(
                owner.uid(),
                (uid, last) -> last.failure() == null
                        ? last
                        : new Told(last.later() ? last.verdict() : null, null, false, last.since()));
    }

    private void say(Owner owner, Verdict verdict) {
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
