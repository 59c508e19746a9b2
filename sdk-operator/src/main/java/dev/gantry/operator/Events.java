package dev.gantry.operator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.Digest;
import dev.gantry.engine.Owner;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.release.FieldManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of a custom resource what happens to it. What has been told before is counted, and not told again; what cannot be told is lost, since
 * nothing depends on it.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/">Event</a>
 */
final class Events {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final ApiResource EVENTS = new ApiResource("events.k8s.io/v1", "Event", "events", true, Set.of());
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_NOTE = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int EXISTS = 409;

    private final Cluster cluster;
    private final Time time;
    private final String operator;
    private final String instance;

    /**
     * Events of an operator.
     *
     * @param instance which copy of it tells
     */
    Events(Cluster cluster, Time time, String operator, String instance) {
        this.cluster = cluster;
        this.time = time;
        this.operator = operator;
        this.instance = instance;
    }

    /** Tells that all is well, or on its way. */
    void normal(Owner owner, String reason, String note) {
        tell(owner, "Normal", reason, note);
    }

    /** Tells that somebody has to do something. */
    void warning(Owner owner, String reason, String note) {
        tell(owner, "Warning", reason, note);
    }

    /** A server takes no more than 1,024 bytes. */
    private static String shortened(String note) {
        if (note.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NOTE) {
            return note;
        }
        StringBuilder cut = new StringBuilder();
        int bytes = 0;
        for (int point : note.codePoints().toArray()) {
            bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_NOTE) {
                break;
            }
            cut.appendCodePoint(point);
        }
        return cut.append('…').toString();
    }

    private void tell(Owner owner, String type, String reason, String note) {
        String text = shortened(note);
        String name =
                owner.name().substring(0, Math.min(LONGEST_NAME, owner.name().length())) + "."
                        + id(owner.uid() + reason + text);
        ObjectRef ref = new ObjectRef(EVENTS, Objects.requireNonNullElse(owner.namespace(), "default"), name);
        try {
            cluster.write(Write.create(ref, event(owner, ref, type, reason, text), FieldManager.OPERATOR));
        } catch (ApiFailure failure) {
            if (failure.status() == EXISTS) {
                repeat(ref);
            } else {
                LOG.debug("The event {} of {} is lost: {}", reason, owner, failure.getMessage());
            }
        }
    }

    private ObjectNode event(Owner owner, ObjectRef ref, String type, String reason, String note) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("apiVersion", EVENTS.apiVersion()).put("kind", EVENTS.kind());
        event.putObject("metadata").put("name", ref.name()).put("namespace", ref.namespace());
        event.put("eventTime", MICROS.format(time.now()))
                .put("reportingController", "gantry.dev/" + operator)
                .put("reportingInstance", instance)
                .put("action", "Reconcile")
                .put("reason", reason)
                .put("type", type)
                .put("note", note);
        ObjectNode regarding = event.putObject("regarding")
                .put("apiVersion", owner.apiVersion())
                .put("kind", owner.kind())
                .put("name", owner.name())
                .put("uid", owner.uid());
        if (owner.namespace() != null) {
            regarding.put("namespace", owner.namespace());
        }
        return event;
    }

    private void repeat(ObjectRef ref) {
        try {
            Optional<ObjectNode> before = cluster.get(ref);
            int count = before.map(event -> event.path("series").path("count").asInt(1))
                    .orElse(1);
            ArrayNode patch = JsonNodeFactory.instance.arrayNode();
            patch.addObject()
                    .put("op", "add")
                    .put("path", "/series")
                    .putObject("value")
                    .put("count", count + 1)
                    .put("lastObservedTime", MICROS.format(time.now()));
            cluster.write(new Write(Write.Method.JSON_PATCH, ref, patch, FieldManager.OPERATOR, false, false));
        } catch (ApiFailure failure) {
            LOG.debug("That {} happened again is lost: {}", ref, failure.getMessage());
        }
    }

    private static String id(String text) {
        String digest = Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
        return digest.substring(digest.indexOf(':') + 1, digest.indexOf(':') + 17);
    }

    /** What time it is, for whoever tells. */
    Instant now() {
        return time.now();
    }
}
