package dev.gantry.engine.progress;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.Connection;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.plan.PlanJson;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells programs what happens: one JSON object a line, with {@code time}, {@code event} and the fields of that event. Durations are
 * in seconds, names of fields are stable; more may be added.
 *
 * <ul>
 *   <li>{@code connected}: {@code context}, {@code server}, {@code namespace}, {@code user}
 *   <li>{@code planned}: {@code unchanged}, {@code failed}, {@code counts} by action
 *   <li>{@code locked}: {@code stack}, {@code holder}, {@code since}, {@code atMost}
 *   <li>{@code wave}: {@code stack}, {@code wave}, {@code waves}, {@code objects}
 *   <li>{@code applied}: {@code stack}, {@code object}, {@code outcome}
 *   <li>{@code waiting}: {@code stack}, {@code pending}, each with {@code object}, {@code reason}, {@code since}
 *   <li>{@code ready}: {@code stack}, {@code object}, {@code after}
 *   <li>{@code found}: {@code code}, {@code severity}, {@code environment}, {@code stack}, {@code resource}, {@code field},
 *       {@code path} and {@code line}, {@code message}, {@code hint}
 *   <li>{@code pruned} and {@code kept}: {@code stack}, {@code object}, {@code why}
 *   <li>{@code retrying}: {@code action}, {@code why}, {@code after}
 *   <li>{@code finished}: {@code stack}, {@code revision}, {@code result}
 * </ul>
 */
public final class JsonProgress implements Progress {

    private final Consumer<String> lines;
    private final Time time;

    /**
     * A reporter.
     *
     * @param lines is given each line, without its end, by one thread at a time
     * @param time what time it is
     */
    public JsonProgress(Consumer<String> lines, Time time) {
        this.lines = lines;
        this.time = time;
    }

    @Override
    public synchronized void on(Event event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("time", time.now().toString());
        if (event instanceof Event.Connected connected) {
            connection(json.put("event", "connected"), connected.connection());
        } else if (event instanceof Event.Planned planned) {
            json.put("event", "planned");
            json.put("unchanged", planned.plan().isUnchanged());
            json.put("failed", planned.plan().failed());
            ObjectNode counts = json.putObject("counts");
            PlanJson.counts(planned.plan()).forEach(counts::put);
        } else if (event instanceof Event.Locked locked) {
            json.put("event", "locked").put("stack", locked.stack()).put("holder", locked.holder());
            json.put("since", locked.since().toString()).put("atMost", seconds(locked.atMost()));
        } else if (event instanceof Event.WaveStarted started) {
            json.put("event", "wave").put("stack", started.stack()).put("wave", started.wave());
            json.put("waves", started.waves()).put("objects", started.objects());
        } else if (event instanceof Event.Applied applied) {
            object(json.put("event", "applied").put("stack", applied.stack()), applied.id())
                    .put("outcome", name(applied.outcome()));
        } else if (event instanceof Event.Waiting waiting) {
            waiting(json.put("event", "waiting"), waiting);
        } else if (event instanceof Event.Ready ready) {
            object(json.put("event", "ready").put("stack", ready.stack()), ready.id())
                    .put("after", seconds(ready.after()));
        } else if (event instanceof Event.Found found) {
            finding(json.put("event", "found"), found.finding());
        } else if (event instanceof Event.Pruned pruned) {
            object(json.put("event", "pruned").put("stack", pruned.stack()), pruned.id());
        } else if (event instanceof Event.Kept kept) {
            object(json.put("event", "kept").put("stack", kept.stack()), kept.id())
                    .put("why", kept.why());
        } else if (event instanceof Event.Retrying retrying) {
            json.put("event", "retrying").put("action", retrying.action());
            json.put("why", retrying.why()).put("after", seconds(retrying.after()));
        } else if (event instanceof Event.Finished finished) {
            json.put("event", "finished").put("stack", finished.stack());
            json.put("revision", finished.revision()).put("result", name(finished.result()));
        }
        lines.accept(json.toString());
    }

    private static void connection(ObjectNode json, Connection connection) {
        if (connection.context() != null) {
            json.put("context", connection.context());
        }
        json.put("server", connection.server()).put("namespace", connection.namespace());
        if (connection.user() != null) {
            json.put("user", connection.user());
        }
    }

    private static void waiting(ObjectNode json, Event.Waiting event) {
        var pending = json.put("stack", event.stack()).putArray("pending");
        for (Event.Pending each : event.pending()) {
            object(pending.addObject(), each.id())
                    .put("reason", each.reason())
                    .put("since", each.since().toString());
        }
    }

    private static ObjectNode object(ObjectNode json, ResourceId id) {
        ObjectNode object =
                json.putObject("object").put("apiVersion", id.apiVersion()).put("kind", id.kind());
        if (id.namespace() != null) {
            object.put("namespace", id.namespace());
        }
        object.put("name", id.name());
        return json;
    }

    private static void finding(ObjectNode json, Finding finding) {
        json.put("code", finding.code()).put("severity", name(finding.severity()));
        optional(json, "environment", finding.environment());
        optional(json, "stack", finding.stack());
        optional(json, "resource", finding.resource());
        optional(json, "field", finding.field());
        Origin origin = finding.origin();
        if (origin != null) {
            json.put("path", origin.path()).put("line", origin.line());
        }
        json.put("message", finding.message());
        optional(json, "hint", finding.hint().isEmpty() ? null : finding.hint());
    }

    private static void optional(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
