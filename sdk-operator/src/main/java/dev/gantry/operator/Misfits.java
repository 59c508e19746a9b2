package dev.gantry.operator;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What of a custom resource its class cannot hold. */
final class Misfits {

    /** Enough to begin with: each costs another turn, and somebody may have written thousands. */
    private static final int MOST = 20;

    private static final int LONGEST = 80;
    private static final String HINT = "Give a value that the class of the custom resource can hold.";

    private final ObjectNode tree;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Set<String> shortened = new HashSet<>();

    /**
     * None yet.
     *
     * @param tree of the custom resource; it loses what is left out
     */
    Misfits(ObjectNode tree) {
        this.tree = tree;
    }

    /** What is wrong with what was left out of the specification. A status is the operator's to write, and will be written anew. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Leaves out what could not be read.
     *
     * @throws JsonMappingException the same, if nothing can be left out
     */
    void leaveOut(JsonMappingException failure) throws JsonMappingException {
        JsonNode around = tree;
        JsonNode value = tree;
        String path = "";
        Reference last = null;
        for (Reference step : failure.getPath()) {
            JsonNode child =
                    step.getFieldName() == null ? value.path(step.getIndex()) : value.path(step.getFieldName());
            if (child.isMissingNode()) {
                break;
            }
            path = step.getFieldName() == null
                    ? FieldPath.item(path, step.getIndex())
                    : FieldPath.child(path, step.getFieldName());
            around = value;
            value = child;
            last = step;
        }
        String part = last == null ? "" : failure.getPath().get(0).getFieldName();
        if (last == null || "metadata".equals(part)) {
            throw failure;
        }
        if (leftOut.size() >= MOST && tree.remove(part) != null) {
            return;
        }
        if (!"status".equals(part) && !isConsequence(path)) {
            findings.add(finding(failure, path, value));
        }
        leftOut.add(path);
        if (around instanceof ArrayNode list) {
            list.remove(last.getIndex());
            shortened.add(FieldPath.parent(path));
        } else {
            ((ObjectNode) around).remove(last.getFieldName());
        }
    }

    /** Whether something may be wrong, or be at that path, only because something else was left out. */
    private boolean isConsequence(String path) {
        return leftOut.stream()
                        .anyMatch(
                                each -> each.equals(path) || each.startsWith(path + ".") || each.startsWith(path + "["))
                || shortened.stream().anyMatch(list -> path.startsWith(list + "["));
    }

    private Finding finding(JsonMappingException failure, String path, JsonNode value) {
        String title = tree.path("kind").asText() + " "
                + (tree.at("/metadata/namespace").isTextual()
                        ? tree.at("/metadata/namespace").asText() + "/"
                        : "")
                + tree.at("/metadata/name").asText();
        Finding finding = failure instanceof FlawException said
                ? Finding.of(OperatorRule.UNREADABLE, said.flaw().message())
                        .hint(said.flaw().hint())
                : Finding.of(OperatorRule.UNREADABLE, message(failure, value)).hint(HINT);
        return finding.on(title, path);
    }

    private static String message(JsonMappingException failure, JsonNode value) {
        if (failure instanceof ValueInstantiationException refused) {
            Throwable cause = Objects.requireNonNullElse(refused.getCause(), refused);
            return refused.getType().getRawClass().getSimpleName() + " does not take it: "
                    + Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        }
        Class<?> type = failure instanceof MismatchedInputException misfit
                ? misfit.getTargetType()
                : failure.getCause() instanceof InputCoercionException number ? number.getTargetType() : null;
        String shown = shown(failure, value);
        return type != null
                ? shown + " is no " + type.getSimpleName() + "."
                : shown + " cannot be read: " + firstLine(failure.getOriginalMessage());
    }

    /** The value; or of a map the key, if it is that. */
    private static String shown(JsonMappingException failure, JsonNode value) {
        boolean isKey = value.isObject()
                && failure instanceof InvalidFormatException misfit
                && misfit.getValue() instanceof String;
        String text = isKey ? "\"" + ((InvalidFormatException) failure).getValue() + "\"" : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
