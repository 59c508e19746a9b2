package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Asks for objects page by page. */
final class Lister {

    private static final int PAGE = 500;
    private static final int RESTARTS = 5;
    private static final String METADATA_ONLY =
            "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";

    private final Wire wire;
    private final Listing listing;
    private final OnceEach each;
    private int restarts;

    Lister(Wire wire, Listing listing) {
        this.wire = wire;
        this.listing = listing;
        this.each = new OnceEach(listing);
    }

    void list() {
        String next = "";
        do {
            Answer answer =
                    wire.send(Call.get(action(), path(next), listing.metadataOnly() ? METADATA_ONLY : Call.JSON));
            if (answer.status() == 410 && restarts++ < RESTARTS) {
                // The page that was to come next is forgotten. The server may say where to go on instead; if not, from
                // the start.
                next = answer.body().path("metadata").path("continue").asText("");
                continue;
            }
            JsonNode page = answer.object();
            for (JsonNode item : page.path("items")) {
                if (item instanceof ObjectNode object) {
                    each.accept(named(object));
                }
            }
            next = page.path("metadata").path("continue").asText("");
            if (next.isEmpty()) {
                return;
            }
        } while (!each.isFull());
    }

    private String action() {
        return "list " + listing.resource().kind() + (listing.namespace() == null ? "" : " in " + listing.namespace());
    }

    private String path(String next) {
        int limit = listing.limit() > 0 ? Math.min(PAGE, listing.limit()) : PAGE;
        StringBuilder path = new StringBuilder(Paths.collection(listing.resource(), listing.namespace()));
        path.append("?limit=").append(limit);
        if (!listing.labelSelector().isEmpty()) {
            path.append("&labelSelector=").append(Paths.encoded(listing.labelSelector()));
        }
        if (!next.isEmpty()) {
            path.append("&continue=").append(Paths.encoded(next));
        }
        return path.toString();
    }

    /** The items of a list do not say what they are, or only that they are metadata. */
    private ObjectNode named(ObjectNode item) {
        ObjectNode named = item.objectNode();
        named.put("apiVersion", listing.resource().apiVersion());
        named.put("kind", listing.resource().kind());
        item.properties().forEach(field -> {
            if (!field.getKey().equals("apiVersion") && !field.getKey().equals("kind")) {
                named.set(field.getKey(), field.getValue());
            }
        });
        return named;
    }
}
