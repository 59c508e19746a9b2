package dev.gantry.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.Connection;
import dev.gantry.finding.FindingJson;
import dev.gantry.finding.Origin;
import dev.gantry.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan as JSON. Names of fields are stable; more may be added. Values of Secrets are masked, findings are not part of it.
 *
 * <ul>
 *   <li>{@code cluster}: {@code context}, {@code server}, {@code namespace}, {@code user}
 *   <li>{@code unchanged}: whether there is nothing to do; {@code failed}: whether an error keeps it from being applied
 *   <li>{@code counts}: by action, such as {@code "create": 3}
 *   <li>{@code stacks}: each with {@code stack}, {@code environment}, {@code namespace}, {@code revision}, {@code counts},
 *       {@code waves} (lists of steps in the order of applying), and {@code removals} (steps)
 *   <li>a step: {@code action} ({@code create}, {@code update}, {@code unchanged}, {@code recreate}, {@code conflict},
 *       {@code deferred}, {@code rejected}, {@code prune}, {@code keep}), {@code apiVersion}, {@code kind}, {@code namespace},
 *       {@code name}, {@code origin} (the author's line), {@code changes} ({@code path}, {@code before}, {@code after}),
 *       {@code effects}, {@code taken} and {@code conflicts} ({@code field}, {@code manager}), {@code notes}, {@code why},
 *       {@code released}; what is empty is left out
 * </ul>
 */
public final class PlanJson {

    private final JsonWriter out;

    private PlanJson(JsonWriter out) {
        this.out = out;
    }

    /** The plan as JSON. */
    public static String of(Plan plan) {
        return JsonWriter.text(out -> new PlanJson(out).write(plan));
    }

    /** How many objects there are of each action, such as {@code create=3}; those of which there is none are left out. */
    public static Map<String, Integer> counts(Plan plan) {
        Counts counts = Counts.of(plan);
        Map<String, Integer> named = new LinkedHashMap<>();
        for (Step.Action action : Step.Action.values()) {
            if (counts.of(action) > 0) {
                named.put(name(action), counts.of(action));
            }
        }
        return named;
    }

    private void write(Plan plan) {
        out.startObject();
        cluster(plan.connection());
        out.field("unchanged", plan.isUnchanged());
        out.field("failed", plan.failed());
        counts(Counts.of(plan));
        out.startArray("stacks");
        plan.stacks().forEach(this::stack);
        out.endArray();
        out.endObject();
    }

    private void cluster(Connection connection) {
        out.startObject("cluster");
        out.optional("context", connection.context());
        out.field("server", connection.server());
        out.field("namespace", connection.namespace());
        out.optional("user", connection.user());
        out.endObject();
    }

    private void counts(Counts counts) {
        out.startObject("counts");
        for (Step.Action action : Step.Action.values()) {
            if (counts.of(action) > 0) {
                out.field(name(action), counts.of(action));
            }
        }
        out.endObject();
    }

    private static String name(Step.Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private void stack(StackPlan stack) {
        out.startObject();
        out.field("stack", stack.release().stack().name());
        out.field("environment", stack.release().environment());
        out.optional("namespace", stack.release().stack().namespace());
        out.field("revision", stack.revision());
        counts(Counts.of(stack.steps()));
        out.startArray("waves");
        for (List<Step.Wanted> wave : stack.waves()) {
            out.startArray();
            wave.forEach(this::step);
            out.endArray();
        }
        out.endArray();
        out.startArray("removals");
        stack.removals().forEach(this::step);
        out.endArray();
        out.endObject();
    }

    private void step(Step step) {
        StepFacts facts = StepFacts.of(step);
        ResourceId id = step.id();
        out.startObject();
        out.field("action", name(step.action()));
        out.field("apiVersion", id.apiVersion());
        out.field("kind", id.kind());
        out.optional("namespace", id.namespace());
        out.field("name", id.name());
        Origin origin = step.origin();
        if (origin != null) {
            out.name("origin");
            FindingJson.write(out, origin);
        }
        changes(facts.changes());
        texts("effects", facts.effects());
        contested("taken", facts.taken());
        contested("conflicts", facts.conflicts());
        texts("notes", facts.notes());
        if (!facts.why().isEmpty()) {
            out.field("why", facts.why());
        }
        if (step instanceof Step.Keep keep) {
            out.field("released", keep.released());
        }
        out.endObject();
    }

    private void changes(List<FieldChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        out.startArray("changes");
        for (FieldChange change : changes) {
            out.startObject();
            out.field("path", change.path());
            value("before", change.before());
            value("after", change.after());
            out.endObject();
        }
        out.endArray();
    }

    private void value(String name, @Nullable JsonNode value) {
        if (value != null) {
            out.name(name);
            out.tree(value);
        }
    }

    private void texts(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            out.startArray(name);
            texts.forEach(out::value);
            out.endArray();
        }
    }

    private void contested(String name, List<Contested> fields) {
        if (!fields.isEmpty()) {
            out.startArray(name);
            for (Contested field : fields) {
                out.startObject();
                out.field("field", field.field());
                out.field("manager", field.manager());
                out.endObject();
            }
            out.endArray();
        }
    }
}
