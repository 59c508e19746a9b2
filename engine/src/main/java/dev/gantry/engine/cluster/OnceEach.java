package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Hands over each object once, and no more than are wanted, though a list had to be begun anew. */
final class OnceEach implements Consumer<ObjectNode> {

    private final Listing listing;
    private final Set<String> seen = new HashSet<>();

    OnceEach(Listing listing) {
        this.listing = listing;
    }

    @Override
    public void accept(ObjectNode object) {
        String uid = object.path("metadata").path("uid").asText("");
        if (!isFull() && seen.add(uid.isEmpty() ? String.valueOf(seen.size()) : uid)) {
            listing.each().accept(object);
        }
    }

    /** Whether there are as many as are wanted. */
    boolean isFull() {
        return listing.limit() > 0 && seen.size() >= listing.limit();
    }
}
