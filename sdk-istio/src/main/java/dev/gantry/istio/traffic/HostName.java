package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.Destination;
import dev.gantry.extension.Context;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Late;
import dev.gantry.network.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The host of a destination: a Service's own name within its namespace, and its full name from elsewhere. */
record HostName(Destination destination) implements Late {

    /** Writes the host, and that the destination is named there. */
    static void write(Fields object, String field, @Nullable Destination destination) {
        if (object.given(field, destination) && destination != null) {
            object.set(field, new HostName(destination));
            object.mention(field, destination.resource());
        }
    }

    /** Adds the host to a list. */
    static void add(Fields object, String list, @Nullable Destination destination) {
        if (object.given(list, destination) && destination != null) {
            object.add(list, new HostName(destination));
            object.mention(list, destination.resource());
        }
    }

    @Override
    public @Nullable JsonNode resolve(Context context) {
        String namespace = context.namespace(destination.resource());
        boolean near = namespace == null || namespace.equals(context.namespace());
        return destination instanceof Service && near
                ? TextNode.valueOf(destination.resource().name())
                : destination.host().resolve(context);
    }

    @Override
    public List<Flaw> flaws() {
        return destination.host().flaws();
    }
}
