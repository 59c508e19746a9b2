package dev.gantry.raw;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.gantry.extension.ProgramRule;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import org.jspecify.annotations.Nullable;

/** Trees to fabric8's objects and back. The only user of Jackson's data binding, which takes 200 ms to start. */
final class Model {

    /** Loaded by the first edit, so that a program without one does not pay for it. */
    private static final class Holder {

        static final ObjectMapper MAPPER = mapper();

        private static ObjectMapper mapper() {
            JsonMapper.Builder builder = JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
            builder.withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
            return builder.build();
        }
    }

    private Model() {}

    /** The object that a tree describes; a field of the wrong type is a finding that names it. */
    static <T> T read(ObjectNode tree, Class<T> type) {
        try {
            return Holder.MAPPER.treeToValue(tree, type);
        } catch (JsonMappingException e) {
            String field = path(tree, e);
            throw new FindingsException(Finding.of(ProgramRule.EDIT, wrongType(tree, field, e))
                    .hint(hint(e))
                    .on(null, field));
        } catch (JsonProcessingException e) {
            throw new FindingsException(Finding.of(ProgramRule.EDIT, e.getOriginalMessage()));
        }
    }

    /** The tree that describes an object. */
    static ObjectNode write(Object model) {
        JsonNode tree = Holder.MAPPER.valueToTree(model);
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException(model.getClass().getName() + " is not written as an object");
    }

    /** What Jackson makes of any value. */
    static JsonNode tree(Object value) {
        return Holder.MAPPER.valueToTree(value);
    }

    /** The path in the tree, without the steps that only Java takes: the class of a choice has a property for it. */
    private static String path(JsonNode tree, JsonMappingException e) {
        String path = "";
        JsonNode node = tree;
        for (JsonMappingException.Reference step : e.getPath()) {
            JsonNode next = next(node, step);
            if (next != null) {
                path = step.getFieldName() == null
                        ? FieldPath.item(path, step.getIndex())
                        : FieldPath.child(path, step.getFieldName());
                node = next;
            }
        }
        return path;
    }

    private static String wrongType(ObjectNode tree, String field, JsonMappingException e) {
        String shown = at(tree, e).toString();
        if (shown.length() > 60) {
            shown = shown.substring(0, 57) + "...";
        }
        if (e instanceof InvalidTypeIdException) {
            return field + " is " + shown + ", which fabric8's class for the object cannot read.";
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return field + " is " + shown + ", but the model has the type "
                    + mismatch.getTargetType().getSimpleName() + " here.";
        }
        return field + " is " + shown + ", which the model cannot read: " + e.getOriginalMessage();
    }

    private static JsonNode at(JsonNode tree, JsonMappingException e) {
        JsonNode node = tree;
        for (JsonMappingException.Reference step : e.getPath()) {
            JsonNode next = next(node, step);
            node = next == null ? node : next;
        }
        return node;
    }

    private static @Nullable JsonNode next(JsonNode node, JsonMappingException.Reference step) {
        return step.getFieldName() == null ? node.get(step.getIndex()) : node.get(step.getFieldName());
    }

    private static String hint(JsonMappingException e) {
        return e instanceof MismatchedInputException && !(e instanceof InvalidTypeIdException)
                ? "Write a value of that type, or edit the tree itself with rawTree(...) instead of raw(...)."
                : "Edit the tree itself with rawTree(...) instead of raw(...).";
    }
}
