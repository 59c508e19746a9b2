package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.http.Response;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.selection.FieldSelector;
import dev.gantry.fake.selection.LabelSelector;
import dev.gantry.fake.store.ObjectKey;
import dev.gantry.fake.store.Snapshot;
import dev.gantry.fake.store.Store;
import dev.gantry.fake.write.Rules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Getting and listing. */
final class Reads {

    private final Store store;
    private final Rules rules;
    private final BiConsumer<ObjectKey, ObjectNode> watcher;

    Reads(Store store, Rules rules, BiConsumer<ObjectKey, ObjectNode> watcher) {
        this.store = store;
        this.rules = rules;
        this.watcher = watcher;
    }

    Response get(Call call) {
        store.get(call.target().key())
                .ifPresent(present -> watcher.accept(call.target().key(), present));
        ObjectNode object =
                store.get(call.target().key()).orElseThrow(() -> Refusals.notFound(call.kind(), call.name()));
        ObjectNode shown = rules.converted(call.kind(), object);
        if (call.subresource().equals("scale")) {
            return Response.json(200, Scale.of(call.kind(), shown));
        }
        return Response.json(200, Form.asked(call).one(call.kind(), shown));
    }

    Response list(Call call) {
        Form form = Form.asked(call);
        Predicate<JsonNode> selection = selection(call);
        store.list(call.kind().resource(), call.namespace())
                .items()
                .forEach(item -> watcher.accept(item.key(), item.object()));
        Snapshot snapshot = store.list(call.kind().resource(), call.namespace());
        Position from = Position.of(call.request().parameter("continue"), snapshot.revision());
        String limit = call.request().parameter("limit");
        int most = limit.isEmpty() || limit.equals("0") ? Integer.MAX_VALUE : Integer.parseInt(limit);
        List<ObjectNode> page = new ArrayList<>();
        String next = "";
        int left = 0;
        String last = "";
        for (Snapshot.Item item : snapshot.items()) {
            String place = item.key().namespace() + "/" + item.key().name();
            if (place.compareTo(from.after()) <= 0 || !selection.test(item.object())) {
                continue;
            }
            if (page.size() < most) {
                page.add(rules.converted(call.kind(), item.object()));
                last = place;
            } else {
                next = new Position(from.revision(), last).token();
                left++;
            }
        }
        return Response.json(200, list(call, form, page, from.revision(), next, left));
    }

    private static ObjectNode list(Call call, Form form, List<ObjectNode> page, long revision, String next, int left) {
        ObjectNode list = form.many(call.kind(), page);
        ObjectNode metadata = list.putObject("metadata");
        metadata.put("resourceVersion", Long.toString(revision));
        if (!next.isEmpty()) {
            metadata.put("continue", next);
            metadata.put("remainingItemCount", left);
        }
        JsonNode items = list.remove("items");
        if (items instanceof ArrayNode) {
            list.set("items", items);
        }
        return list;
    }

    static Predicate<JsonNode> selection(Call call) {
        LabelSelector labels = LabelSelector.parse(call.request().parameter("labelSelector"));
        FieldSelector fields = FieldSelector.parse(call.request().parameter("fieldSelector"));
        String name = call.name();
        return object -> labels.test(Json.at(object, "metadata", "labels"))
                && fields.test(object)
                && (name.isEmpty() || Json.text(object, "metadata", "name").equals(name));
    }

    /** Where a page begins. */
    private record Position(long revision, String after) {

        static Position of(String token, long revision) {
            if (token.isEmpty()) {
                return new Position(revision, "");
            }
            try {
                JsonNode read = Json.read(Base64.getUrlDecoder().decode(token));
                return new Position(read.path("rv").asLong(), Json.text(read, "start"));
            } catch (java.io.IOException | IllegalArgumentException e) {
                throw ApiError.of(400, "BadRequest", "continue key is not valid: " + e.getMessage());
            }
        }

        String token() {
            ObjectNode token = Json.object();
            token.put("v", "meta.k8s.io/v1").put("rv", revision).put("start", after);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(token.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
