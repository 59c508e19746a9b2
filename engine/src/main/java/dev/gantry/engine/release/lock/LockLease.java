package dev.gantry.engine.release.lock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.StackLabels;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A lock as the <a href="https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/lease-v1/">Lease</a> that it is. */
final class LockLease {

    /** The annotation that tells runs of one holder apart. */
    private static final String RUN = "gantry.dev/run";

    /** Kubernetes' MicroTime always has six digits. */
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private LockLease() {}

    /** A lock of this run. */
    static ObjectNode create(StackHome home, String holder, String run, LockTiming timing, Instant now) {
        ObjectNode lease = JsonNodeFactory.instance.objectNode();
        lease.put("apiVersion", "coordination.k8s.io/v1").put("kind", "Lease");
        ObjectNode metadata = lease.putObject("metadata");
        metadata.put("name", home.lock().name()).put("namespace", home.namespace());
        metadata.putObject("labels").put(StackLabels.STACK, home.stack());
        take(lease, holder, run, timing, now);
        return lease;
    }

    /** Makes somebody's lock, which has run out, that of this run. */
    static void take(ObjectNode lease, String holder, String run, LockTiming timing, Instant now) {
        lease.withObject("/metadata").withObject("/annotations").put(RUN, run);
        ObjectNode spec = lease.withObject("/spec");
        spec.put("holderIdentity", holder);
        spec.put("leaseDurationSeconds", (int) timing.lease().toSeconds());
        spec.put("acquireTime", MICROS.format(now));
        spec.put("renewTime", MICROS.format(now));
    }

    /** Makes it live longer. */
    static void renew(ObjectNode lease, Instant now) {
        lease.withObject("/spec").put("renewTime", MICROS.format(now));
    }

    /** Whether it is of this run. */
    static boolean isOf(ObjectNode lease, String run) {
        return run.equals(ObjectMeta.of(lease).annotation(RUN));
    }

    /** Who holds it; empty if it was given back. */
    static Optional<Holder> holder(ObjectNode lease) {
        String name = lease.path("spec").path("holderIdentity").asText();
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Holder(name, time(lease, "acquireTime"), time(lease, "renewTime")));
    }

    /** What changes with every renewal, and only if somebody takes, renews or gives back the lock. */
    static JsonNode record(ObjectNode lease) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.set("spec", lease.path("spec"));
        return record.put(RUN, ObjectMeta.of(lease).annotation(RUN));
    }

    /** How long it is good without a renewal, as its holder says; so long, if he does not. */
    static Duration duration(ObjectNode lease, Duration otherwise) {
        long seconds = lease.path("spec").path("leaseDurationSeconds").asLong();
        return seconds > 0 ? Duration.ofSeconds(seconds) : otherwise;
    }

    private static Instant time(ObjectNode lease, String field) {
        try {
            return Instant.parse(lease.path("spec").path(field).asText());
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
