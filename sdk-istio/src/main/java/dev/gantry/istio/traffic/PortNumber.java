package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.gantry.Destination;
import dev.gantry.Port;
import dev.gantry.extension.Context;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Late;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The number that clients of a destination connect to for a port. */
record PortNumber(Destination destination, Port port) implements Late {

    private static final int LAST = 65_535;

    /** Writes the number of a port: of a destination's, or else its own. */
    static void write(Fields object, String field, @Nullable Destination destination, @Nullable Port port) {
        if (!object.given(field, port) || port == null) {
            return;
        }
        if (destination == null) {
            write(object, field, port.number());
        } else {
            object.set(field, new PortNumber(destination, port));
            object.flaws(field, port.flaws());
        }
    }

    /** Writes a number that has to be that of a port. */
    static void write(Fields object, String field, int number) {
        object.set(field, number, 1, LAST);
    }

    @Override
    public JsonNode resolve(Context context) {
        JsonNode text = destination.port(port).resolve(context);
        return IntNode.valueOf(Integer.parseInt(text.asText()));
    }

    @Override
    public List<Flaw> flaws() {
        return destination.port(port).flaws();
    }
}
