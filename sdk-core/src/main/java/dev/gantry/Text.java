package dev.gantry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Context;
import dev.gantry.extension.Late;
import dev.gantry.extension.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A text that may depend on where resources are placed, such as the host of a Service. */
public final class Text implements Late {

    private final Function<Context, String> value;
    private final List<Resource> mentions;

    private Text(Function<Context, String> value, List<Resource> mentions) {
        this.value = value;
        this.mentions = List.copyOf(mentions);
    }

    /** A text that is known already. */
    public static Text of(String text) {
        return new Text(context -> text, List.of());
    }

    /** A text that depends on a resource of the program. */
    public static Text about(Resource resource, Function<Context, String> value) {
        return new Text(value, List.of(resource));
    }

    /**
     * Texts joined to one.
     *
     * @param parts each a {@link Text}, or else anything whose {@code toString()} is meant
     */
    public static Text join(Object... parts) {
        List<Object> all = List.of(parts);
        List<Resource> mentions = new ArrayList<>();
        for (Object part : all) {
            if (part instanceof Text text) {
                mentions.addAll(text.mentions);
            }
        }
        return new Text(
                context -> {
                    StringBuilder joined = new StringBuilder();
                    for (Object part : all) {
                        joined.append(part instanceof Text text ? text.value.apply(context) : part.toString());
                    }
                    return joined.toString();
                },
                mentions);
    }

    /** The resources that the text depends on. */
    public List<Resource> mentions() {
        return mentions;
    }

    @Override
    public JsonNode resolve(Context context) {
        return TextNode.valueOf(value.apply(context));
    }
}
