package dev.gantry.fake.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gantry.fake.schema.Type;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds fields that a type does not have, and fields that are there twice, in the order of the text. */
final class StrictScan {

    private final JsonParser parser;
    private final List<String> problems = new ArrayList<>();

    private StrictScan(JsonParser parser) {
        this.parser = parser;
    }

    /** The problems as the server names them, such as {@code unknown field "spec.foo"}. */
    static List<String> problems(Type type, JsonParser parser) throws IOException {
        StrictScan scan = new StrictScan(parser);
        parser.nextToken();
        scan.value(type, "");
        return scan.problems;
    }

    private void value(@Nullable Type type, String path) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            fields(type, path);
        } else if (token == JsonToken.START_ARRAY) {
            Type element = type != null && type.form() == Type.Form.LIST ? type.element() : null;
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                value(element, path + "[" + i + "]");
            }
        }
    }

    private void fields(@Nullable Type type, String path) throws IOException {
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String below = path.isEmpty() ? name : path + "." + name;
            parser.nextToken();
            if (!seen.add(name)) {
                problems.add("duplicate field \"" + below + "\"");
            }
            Type child = type == null ? null : type.child(name);
            if (child == null && type != null && type.isStruct()) {
                problems.add("unknown field \"" + below + "\"");
                parser.skipChildren();
            } else {
                value(child, below);
            }
        }
    }
}
