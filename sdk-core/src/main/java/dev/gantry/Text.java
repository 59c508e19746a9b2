package dev.gantry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Context;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.LateText;
import dev.gantry.extension.PrintedText;
import dev.gantry.extension.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A text that may depend on where resources are placed, such as the host of a Service. */
@CheckReturnValue
public final class Text implements LateText {

    private final Function<Context, String> value;
    private final List<Resource> mentions;
    private final List<Flaw> flaws;

    private Text(Function<Context, String> value, List<Resource> mentions, List<Flaw> flaws) {
        this.value = value;
        this.mentions = List.copyOf(mentions);
        this.flaws = List.copyOf(flaws);
    }

    /** A text that is known already. */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public static Text of(String text) {
        return text == null ? missing() : new Text(context -> text, List.of(), List.of());
    }

    /** A text that depends on a resource of the program. */
    public static Text about(Resource resource, Function<Context, String> value) {
        return about(resource, value, List.of());
    }

    /**
     * A text that depends on a resource of the program.
     *
     * @param flaws what is wrong with it, which becomes findings wherever it is written
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public static Text about(Resource resource, Function<Context, String> value, List<Flaw> flaws) {
        return resource == null || value == null || flaws == null
                ? missing()
                : new Text(value, List.of(resource), flaws);
    }

    /** The namespace that a resource is in; empty if it has none, or if nobody has said. */
    public static Text namespace(Resource resource) {
        return about(resource, context -> {
            String namespace = context.namespace(resource);
            return namespace == null ? "" : namespace;
        });
    }

    /**
     * Texts joined to one.
     *
     * @param parts each a {@link Text}, or else anything whose {@code toString()} is meant
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public static Text join(Object... parts) {
        if (parts == null) {
            return missing();
        }
        List<Object> all = new ArrayList<>(parts.length);
        List<Resource> mentions = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>(0);
        for (Object part : parts) {
            Object known = part == null ? missing() : part;
            all.add(known);
            if (known instanceof Text text) {
                mentions.addAll(text.mentions);
                flaws.addAll(text.flaws);
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
                mentions,
                flaws);
    }

    private static Text missing() {
        return new Text(context -> "", List.of(), List.of(Flaw.missing()));
    }

    /** The resources that the text depends on. */
    @Override
    public List<Resource> mentions() {
        return mentions;
    }

    @Override
    public JsonNode resolve(Context context) {
        return TextNode.valueOf(value.apply(context));
    }

    @Override
    public List<Flaw> flaws() {
        return flaws;
    }

    /** Not the text, which is not known yet: a string with this in it is a finding wherever it is written. */
    @Override
    public String toString() {
        return PrintedText.print();
    }
}
