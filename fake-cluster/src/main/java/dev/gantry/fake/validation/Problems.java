package dev.gantry.fake.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.fake.failure.ApiError.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What is wrong with an object, in the order in which it is found. */
public final class Problems {

    private final List<Cause> causes = new ArrayList<>();

    /** What was found so far. */
    public List<Cause> causes() {
        return List.copyOf(causes);
    }

    /** Something is missing. */
    public void required(String path, String detail) {
        causes.add(new Cause("FieldValueRequired", "Required value" + (detail.isEmpty() ? "" : ": " + detail), path));
    }

    /** A value is wrong. */
    public void invalid(String path, JsonNode value, String detail) {
        JsonNode shown = value.isMissingNode() ? NullNode.getInstance() : value;
        causes.add(new Cause("FieldValueInvalid", "Invalid value: " + shown + ": " + detail, path));
    }

    /** A text is wrong. */
    public void invalid(String path, String value, String detail) {
        invalid(path, TextNode.valueOf(value), detail);
    }

    /** A value is none of those that are allowed. */
    public void unsupported(String path, JsonNode value, List<String> allowed) {
        StringJoiner all = new StringJoiner(", ");
        allowed.forEach(one -> all.add("\"" + one + "\""));
        JsonNode shown = value.isMissingNode() ? TextNode.valueOf("") : value;
        causes.add(new Cause(
                "FieldValueNotSupported", "Unsupported value: " + shown + ": supported values: " + all, path));
    }

    /** Something must not be done. */
    public void forbidden(String path, String detail) {
        causes.add(new Cause("FieldValueForbidden", "Forbidden: " + detail, path));
    }

    /** A value is there twice. */
    public void duplicate(String path, JsonNode value) {
        causes.add(new Cause("FieldValueDuplicate", "Duplicate value: " + value, path));
    }

    /** A value refers to something that is not there. */
    public void notFound(String path, JsonNode value) {
        causes.add(new Cause("FieldValueNotFound", "Not found: " + value, path));
    }

    /** A value is too long. */
    public void tooLong(String path, int limit) {
        causes.add(new Cause("FieldValueTooLong", "Too long: may not be more than " + limit + " bytes", path));
    }

    /** A value is of another type. */
    public void wrongType(String path, String shown, String detail) {
        causes.add(new Cause("FieldValueTypeInvalid", "Invalid value: " + shown + ": " + detail, path));
    }

    /** Something that was found elsewhere. */
    public void add(Cause cause) {
        causes.add(cause);
    }
}
