package dev.gantry.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Types whose fields are up to whoever writes them, and those of fabric8's model. */
final class FreeForm {

    private static final String MODEL = "io.fabric8.kubernetes.api.model.";
    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";

    private FreeForm() {}

    /** The schema of a type that holds any JSON; {@code null} if it is not such a one. */
    static @Nullable ObjectNode of(Class<?> type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (ObjectNode.class.isAssignableFrom(type) || type.getName().equals(MODEL + "AnyType")) {
            return schema.put("type", "object").put(PRESERVE, true);
        }
        if (ArrayNode.class.isAssignableFrom(type)) {
            schema.put("type", "array").putObject("items").put(PRESERVE, true);
            return schema;
        }
        return type == Object.class || JsonNode.class.isAssignableFrom(type) ? schema.put(PRESERVE, true) : null;
    }

    /** Whether a type stands for a whole object of Kubernetes, of any kind. */
    static boolean isResource(Class<?> type) {
        return switch (type.getName()) {
            case MODEL + "HasMetadata",
                    MODEL + "KubernetesResource",
                    MODEL + "GenericKubernetesResource",
                    MODEL + "runtime.RawExtension" -> true;
            default -> false;
        };
    }

    /** Whether a type is one of fabric8's. */
    static boolean isModel(Class<?> type) {
        return type.getName().startsWith("io.fabric8.");
    }
}
