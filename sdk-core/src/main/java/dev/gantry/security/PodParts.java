package dev.gantry.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Walks through what the standards look at: the pod as a whole, and each container. */
final class PodParts {

    static final String CONTEXT = "securityContext";

    private static final List<String> CONTAINER_LISTS = List.of("containers", "initContainers", "ephemeralContainers");

    private PodParts() {}

    /** A security context, of the pod or of a container; paths are put together only when there is something to say. */
    record Place(JsonNode owner, String list, int index) {

        boolean isPod() {
            return list.isEmpty();
        }

        JsonNode context() {
            return owner.path(CONTEXT);
        }

        String path() {
            return list + "[" + index + "]";
        }

        String path(String field) {
            return isPod() ? field : path() + "." + field;
        }

        String contextPath(String field) {
            return path(CONTEXT + "." + field);
        }

        /** The security context if there is one, and what it would belong to if not. */
        String presentPath() {
            return context().isObject() ? path(CONTEXT) : isPod() ? "" : path();
        }
    }

    /** Takes one place after the other. */
    @FunctionalInterface
    interface Visitor {
        void visit(Place place);
    }

    static Place pod(JsonNode spec) {
        return new Place(spec, "", 0);
    }

    static void forEachContainer(JsonNode spec, Visitor visitor) {
        for (String list : CONTAINER_LISTS) {
            JsonNode nodes = spec.path(list);
            for (int i = 0; i < nodes.size(); i++) {
                visitor.visit(new Place(nodes.path(i), list, i));
            }
        }
    }

    /** A text as it is shown, in quotes; anything else as it is. */
    static String shown(JsonNode value) {
        return value.isTextual() ? "\"" + value.asText() + "\"" : value.asText();
    }

    static boolean has(JsonNode list, String text) {
        for (JsonNode item : list) {
            if (item.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    static boolean isWritten(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }
}
