package dev.gantry.fake.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code metadata.managedFields}: who owns which fields, and since when. */
final class Owners {

    /** What somebody owns. */
    record Share(
            FieldSet fields, String apiVersion, @Nullable String time) {}

    private static final Comparator<Map.Entry<FieldOwner, Share>> ORDER = Comparator.comparing(
                    (Map.Entry<FieldOwner, Share> entry) -> entry.getKey().operation())
            .thenComparing(entry ->
                    entry.getValue().time() == null ? "" : entry.getValue().time())
            .thenComparing(entry -> entry.getKey().name())
            .thenComparing(entry -> entry.getValue().apiVersion())
            .thenComparing(entry -> entry.getKey().subresource());

    private final Map<FieldOwner, Share> shares = new LinkedHashMap<>();

    static Owners of(JsonNode object) {
        Owners owners = new Owners();
        for (JsonNode entry : Json.at(object, "metadata", "managedFields")) {
            String apiVersion = Json.text(entry, "apiVersion");
            boolean applies = Json.text(entry, "operation").equals("Apply");
            FieldOwner owner = new FieldOwner(
                    Json.text(entry, "manager"), applies, applies ? "" : apiVersion, Json.text(entry, "subresource"));
            Share share = new Share(
                    FieldsV1.read(entry.path("fieldsV1")),
                    apiVersion,
                    entry.path("time").textValue());
            if (!entry.isEmpty()) {
                owners.shares.merge(
                        owner,
                        share,
                        (one, other) ->
                                new Share(one.fields().union(other.fields()), other.apiVersion(), other.time()));
            }
        }
        return owners;
    }

    Owners copy() {
        Owners copy = new Owners();
        copy.shares.putAll(shares);
        return copy;
    }

    boolean isEmpty() {
        return shares.isEmpty();
    }

    FieldSet fields(FieldOwner owner) {
        Share share = shares.get(owner);
        return share == null ? FieldSet.empty() : share.fields();
    }

    @Nullable
    String time(FieldOwner owner) {
        Share share = shares.get(owner);
        return share == null ? null : share.time();
    }

    Map<FieldOwner, Share> all() {
        return shares;
    }

    /** Sets what somebody owns; who scales is never noted with a time. */
    void set(FieldOwner owner, Share share) {
        if (share.fields().isEmpty()) {
            shares.remove(owner);
        } else {
            boolean timeless = owner.subresource().equals("scale");
            shares.put(owner, timeless ? new Share(share.fields(), share.apiVersion(), null) : share);
        }
    }

    /** Changes what everybody owns. */
    void change(UnaryOperator<FieldSet> change) {
        for (FieldOwner owner : List.copyOf(shares.keySet())) {
            Share share = shares.get(owner);
            if (share != null) {
                set(owner, new Share(change.apply(share.fields()), share.apiVersion(), share.time()));
            }
        }
    }

    /** Writes them into an object. */
    void into(ObjectNode object) {
        ObjectNode metadata = Json.objectAt(object, "metadata");
        metadata.remove("managedFields");
        if (shares.isEmpty()) {
            return;
        }
        List<Map.Entry<FieldOwner, Share>> sorted = new ArrayList<>(shares.entrySet());
        sorted.sort(ORDER);
        ArrayNode entries = metadata.putArray("managedFields");
        for (Map.Entry<FieldOwner, Share> entry : sorted) {
            ObjectNode written = entries.addObject();
            written.put("manager", entry.getKey().name());
            written.put("operation", entry.getKey().operation());
            written.put("apiVersion", entry.getValue().apiVersion());
            if (entry.getValue().time() != null) {
                written.put("time", entry.getValue().time());
            }
            written.put("fieldsType", "FieldsV1");
            written.set("fieldsV1", FieldsV1.write(entry.getValue().fields()));
            if (!entry.getKey().subresource().isEmpty()) {
                written.put("subresource", entry.getKey().subresource());
            }
        }
    }
}
