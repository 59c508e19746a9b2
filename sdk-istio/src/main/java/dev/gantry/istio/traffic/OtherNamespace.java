package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Context;
import dev.gantry.extension.Late;
import dev.gantry.extension.Resource;
import org.jspecify.annotations.Nullable;

/** The namespace of a resource, where it is not that of whoever names it. */
record OtherNamespace(Resource resource) implements Late {

    @Override
    public @Nullable JsonNode resolve(Context context) {
        String namespace = context.namespace(resource);
        return namespace == null || namespace.equals(context.namespace()) ? null : TextNode.valueOf(namespace);
    }
}
