package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.apply.ConflictException;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.http.Response;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.Kinds;
import dev.gantry.fake.store.Snapshot;
import dev.gantry.fake.store.Store;
import dev.gantry.fake.write.Deleter;
import dev.gantry.fake.write.Deletion;
import dev.gantry.fake.write.Rules;
import dev.gantry.fake.write.Target;
import dev.gantry.fake.write.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Creating, changing and deleting. */
final class Writes {

    /** Kinds whose objects come back when they are deleted, in place of a Status. */
    private static final Set<String> RETURNED = Set.of(
            "services",
            "serviceaccounts",
            "resourcequotas",
            "pods",
            "persistentvolumes",
            "persistentvolumeclaims",
            "storageclasses.storage.k8s.io");

    private final Kinds kinds;
    private final Reviews reviews;
    private final Store store;
    private final Rules rules;
    private final Writer writer;
    private final Deleter deleter;

    Writes(Kinds kinds, Reviews reviews, Store store, Rules rules, Writer writer, Deleter deleter) {
        this.kinds = kinds;
        this.reviews = reviews;
        this.store = store;
        this.rules = rules;
        this.writer = writer;
        this.deleter = deleter;
    }

    Response create(Call call) {
        OptionChecks.create(call);
        ObjectNode sent = Body.of(call).object(kinds);
        if (!call.kind().kept()) {
            return Response.json(201, reviews.answer(call.user(), sent));
        }
        Names.check(call, sent, true);
        Names.put(call, sent);
        return answer(call, 201, writer.create(call.target(), sent, call.options()));
    }

    Response update(Call call) {
        OptionChecks.update(call);
        if (call.subresource().equals("scale")) {
            JsonNode scale = Body.of(call).tree();
            return scaled(
                    call,
                    writer.change(scaleTarget(call), live -> Scale.into(call.kind(), live, scale), call.options()));
        }
        ObjectNode sent = Body.of(call).object(kinds);
        Names.check(call, sent, false);
        Names.put(call, sent);
        if (call.kind().kind().equals("Lease") && store.get(call.target().key()).isEmpty()) {
            return answer(call, 201, writer.create(call.target(), sent, call.options()));
        }
        return answer(call, 200, writer.change(call.target(), live -> sent.deepCopy(), call.options()));
    }

    private static Target scaleTarget(Call call) {
        return new Target(call.kind(), call.namespace(), call.name(), "scale");
    }

    private static Response scaled(Call call, ObjectNode object) {
        return Response.json(200, Scale.of(call.kind(), object));
    }

    Response patch(Call call) {
        OptionChecks.patch(call);
        String type = call.request().header("Content-Type").split(";", -1)[0].strip();
        if (type.equals("application/apply-patch+yaml")) {
            return apply(call);
        }
        Patching patching = Patching.of(type, Body.of(call).tree(), call);
        if (call.subresource().equals("scale")) {
            return scaled(
                    call,
                    writer.change(
                            scaleTarget(call),
                            live -> Scale.into(call.kind(), live, patching.applied(Scale.of(call.kind(), live))),
                            call.options()));
        }
        ObjectNode changed = writer.change(
                call.target(),
                live -> {
                    ObjectNode result = Body.patched(call, patching.applied(live), kinds);
                    Names.check(call, result, false);
                    Names.put(call, result);
                    Names.checkUid(call, live, result);
                    return result;
                },
                call.options());
        return answer(call, 200, changed);
    }

    private Response apply(Call call) {
        ObjectNode configuration = Configuration.of(call);
        try {
            Writer.Applied applied = writer.apply(call.target(), configuration, call.options());
            return answer(call, applied.created() ? 201 : 200, applied.object());
        } catch (ConflictException e) {
            throw conflict(e.conflicts());
        }
    }

    private static ApiError conflict(List<ConflictException.Conflict> conflicts) {
        List<ApiError.Cause> causes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (ConflictException.Conflict conflict : conflicts) {
            for (String field : conflict.fields()) {
                causes.add(new ApiError.Cause("FieldManagerConflict", "conflict with " + conflict.manager(), field));
            }
            text.append(text.length() == 0 ? "" : "\n")
                    .append("conflicts with ")
                    .append(conflict.manager())
                    .append(':');
            conflict.fields().forEach(field -> text.append("\n- ").append(field));
        }
        String message = causes.size() == 1
                ? "1 conflict: " + causes.get(0).message() + ": "
                        + causes.get(0).field()
                : causes.size() + " conflicts: " + text;
        return ApiError.of(409, "Conflict", "Apply failed with " + message).because(causes);
    }

    Response delete(Call call) {
        Deletion deletion = deletion(call);
        if (!call.name().isEmpty()) {
            return deleted(call, deleter.delete(call.target(), deletion));
        }
        Predicate<JsonNode> selection = Reads.selection(call);
        List<ObjectNode> removed = new ArrayList<>();
        for (Snapshot.Item item :
                store.list(call.kind().resource(), call.namespace()).items()) {
            if (selection.test(item.object())) {
                Target target = new Target(
                        call.kind(), item.key().namespace(), item.key().name(), "");
                deleter.delete(target, deletion);
                removed.add(rules.converted(call.kind(), item.object()));
            }
        }
        ObjectNode list = Form.PLAIN.many(call.kind(), removed);
        list.putObject("metadata").put("resourceVersion", Long.toString(store.revision()));
        return Response.json(200, list);
    }

    private static Deletion deletion(Call call) {
        OptionChecks.delete(call);
        JsonNode body = Body.of(call).tree();
        OptionChecks.deleteBody(body);
        Deletion deletion = Deletion.of(
                body, call.request().parameter("propagationPolicy"), call.isDryRun(), call.user(), call.warnings());
        if (call.kind().resource().equals("jobs.batch")
                && deletion.propagation().isEmpty()) {
            call.warnings()
                    .add(
                            "child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to"
                                    + " remove them or set propagationPolicy=Orphan to suppress this warning");
            return deletion.propagating("Orphan");
        }
        return deletion;
    }

    private Response deleted(Call call, Deleter.Result result) {
        if (!result.gone() || RETURNED.contains(call.kind().resource())) {
            return answer(call, 200, result.object());
        }
        ObjectNode status = Json.object();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        ObjectNode details = status.putObject("details");
        details.put("name", call.name());
        if (!call.kind().group().isEmpty()) {
            details.put("group", call.kind().group());
        }
        details.put("kind", call.kind().plural()).put("uid", Json.text(result.object(), "metadata", "uid"));
        return warned(call, Response.json(200, status));
    }

    private Response answer(Call call, int status, ObjectNode object) {
        return warned(
                call, Response.json(status, Form.asked(call).one(call.kind(), rules.converted(call.kind(), object))));
    }

    private static Response warned(Call call, Response.Whole answer) {
        Response.Whole warned = answer;
        if (call.kind().resource().equals("endpoints")) {
            warned = warning(warned, "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice");
        }
        for (String text : call.warnings()) {
            warned = warning(warned, text);
        }
        return warned;
    }

    private static Response.Whole warning(Response.Whole answer, String text) {
        return answer.with("Warning", "299 - \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }
}
