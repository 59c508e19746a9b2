package dev.gantry.schema;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.Problem;
import dev.gantry.program.SourceComments;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes structural schemas of Java types.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema">
 *     Structural schemas</a>
 */
final class SchemaWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";

    private final Markers markers;
    private final @Nullable SourceComments comments;
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<String, String> owners = new TreeMap<>();
    private final Set<Class<?>> seen = new HashSet<>();
    private final Deque<JavaProperty> open = new ArrayDeque<>();
    private final Deque<Class<?>> openTypes = new ArrayDeque<>();

    /**
     * A writer.
     *
     * @param markers takes what annotations say beside the schema
     * @param comments where descriptions are; {@code null} for none
     */
    SchemaWriter(Markers markers, @Nullable SourceComments comments) {
        this.markers = markers;
        this.comments = comments;
    }

    /** What was found wrong, each at its path in the definition. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The schema of one property, with all that its annotations say of it. */
    ObjectNode property(JavaProperty property, Place place) {
        open.push(property);
        SchemaFrom other = property.annotation(SchemaFrom.class);
        ObjectNode schema = property.has(PreserveUnknownFields.class) && isUnspeakable(property.type())
                ? anything()
                : schema(other == null ? property.type() : JavaType.of(other.type()), place);
        String description = description(property);
        if (description != null && !description.isEmpty()) {
            schema.put("description", description);
        }
        Constraints constraints = new Constraints(property::annotation, schema);
        constraints.write();
        Capacity.settle(schema);
        for (String complaint : constraints.complaints()) {
            problem(SchemaRule.ANNOTATION, place, property + " " + complaint + ".", constraints.hint());
        }
        if (property.has(PreserveUnknownFields.class)) {
            schema.put(PRESERVE, true);
        }
        property.declarations().stream()
                .map(each -> each.getAnnotationsByType(ValidationRule.class))
                .filter(rules -> rules.length > 0)
                .findFirst()
                .ifPresent(rules -> rules(schema, rules));
        report(Refusals.of(property), place);
        owners.put(place.schema(), property.toString());
        mark(property, place, schema);
        open.pop();
        return schema;
    }

    private void mark(JavaProperty property, Place place, ObjectNode schema) {
        String path = place.value();
        if (path != null) {
            markers.add(property, path, schema);
        } else if (Markers.isMarked(property)) {
            problem(
                    SchemaRule.PATH,
                    place,
                    property + " is within a list or a map, where no column, selectable field or scale path can lead.",
                    "Mark a property outside of it.");
        }
    }

    private @Nullable String description(JavaProperty property) {
        JsonPropertyDescription given = property.annotation(JsonPropertyDescription.class);
        return given != null
                ? given.value()
                : comments == null ? null : comments.of(property.owner(), property.member());
    }

    private ObjectNode schema(JavaType type, Place place) {
        Class<?> raw = type.raw();
        ObjectNode scalar = ScalarSchemas.of(raw);
        if (scalar == null && (raw == OptionalInt.class || raw == OptionalLong.class)) {
            scalar = NODES.objectNode().put("type", "integer");
        } else if (raw == OptionalDouble.class) {
            scalar = NODES.objectNode().put("type", "number");
        }
        if (scalar != null) {
            if (!isStatus()) {
                Capacity.write(raw, scalar);
            }
            return scalar;
        }
        if (raw == Optional.class) {
            return constrained(type.argument(Optional.class, 0), place);
        }
        if (raw.isArray() || Collection.class.isAssignableFrom(raw) || raw == Iterable.class) {
            return list(type, place);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(type, place);
        }
        ObjectNode tree = FreeForm.of(raw);
        if (tree != null) {
            return tree;
        }
        if (FreeForm.isResource(raw)) {
            return NODES.objectNode()
                    .put("type", "object")
                    .put("x-kubernetes-embedded-resource", true)
                    .put(PRESERVE, true);
        }
        JavaType value = valueType(type);
        return value == null ? object(type, place) : schema(value, place);
    }

    /** Whether the property that is being written is of the status, which nobody writes but who has the class. */
    private boolean isStatus() {
        return !open.isEmpty() && open.getLast().name().equals("status");
    }

    /** The schema of a type that has annotations of its own, such as that of the items of a list. */
    private ObjectNode constrained(JavaType type, Place place) {
        ObjectNode schema = schema(type, place);
        Constraints constraints = new Constraints(type.annotations()::getAnnotation, schema);
        constraints.write();
        Capacity.settle(schema);
        for (String complaint : constraints.complaints()) {
            problem(SchemaRule.ANNOTATION, place, where() + ": an item " + complaint + ".", constraints.hint());
        }
        return schema;
    }

    private ObjectNode list(JavaType type, Place place) {
        JavaType item = type.raw().isArray()
                ? type.arguments().get(0)
                : type.argument(type.raw() == Iterable.class ? Iterable.class : Collection.class, 0);
        ObjectNode schema = NODES.objectNode().put("type", "array");
        ObjectNode items = constrained(item, place.each("items"));
        if (Set.class.isAssignableFrom(type.raw())) {
            schema.put("x-kubernetes-list-type", "set");
            if (items.path("type").asText().equals("object")) {
                items.put("x-kubernetes-map-type", "atomic");
            } else if (items.path("type").asText().equals("array")) {
                items.put("x-kubernetes-list-type", "atomic");
            }
        }
        schema.set("items", items);
        return schema;
    }

    private ObjectNode map(JavaType type, Place place) {
        JavaType key = type.argument(Map.class, 0);
        ObjectNode keys = ScalarSchemas.of(key.raw());
        if (key.raw() != Object.class
                && (keys == null || !keys.path("type").asText().equals("string"))) {
            problem(
                    SchemaRule.TYPE,
                    place,
                    where() + " is a map whose keys are of " + key + ", but the keys of JSON are texts.",
                    "Use Map<String, T>.");
        }
        ObjectNode schema = NODES.objectNode().put("type", "object");
        schema.set(
                "additionalProperties", constrained(type.argument(Map.class, 1), place.each("additionalProperties")));
        return schema;
    }

    /** What {@code @JsonValue} answers; {@code null} if the class has none. */
    private static @Nullable JavaType valueType(JavaType type) {
        AccessibleObject value = EnumWords.valueOf(type.raw());
        if (value instanceof Method method) {
            return JavaType.of(method.getAnnotatedReturnType(), type.bindings());
        }
        return value instanceof Field field ? JavaType.of(field.getAnnotatedType(), type.bindings()) : null;
    }

    private ObjectNode object(JavaType type, Place place) {
        Class<?> raw = type.raw();
        if (openTypes.contains(raw)) {
            problem(
                    SchemaRule.CYCLE,
                    place,
                    circle(raw),
                    "A schema has a fixed depth: end the circle, by an id or by"
                            + " @PreserveUnknownFields on a property of type JsonNode.");
            return anything();
        }
        if (isUnspeakable(type)) {
            problem(SchemaRule.TYPE, place, where() + " has the type " + type + ", " + whyNot(raw) + ".", HINT);
            return anything();
        }
        openTypes.push(raw);
        ObjectNode schema = NODES.objectNode().put("type", "object");
        JavaProperties properties = JavaProperties.of(type);
        properties(properties.all(), properties.isOpen() && !FreeForm.isModel(raw), type, schema, place);
        openTypes.pop();
        return schema;
    }

    private static final String HINT =
            "Use a record or a class with getters, a list, a map, or a simple type; or say which"
                    + " class its schema is made of with @SchemaFrom, or take any JSON with JsonNode or @PreserveUnknownFields.";

    /**
     * Writes properties, and what the class says of them all, to the schema of an object.
     *
     * @param anyOther whether the class takes fields that it does not name
     */
    void properties(List<JavaProperty> properties, boolean anyOther, JavaType type, ObjectNode schema, Place place) {
        look(type.raw(), place);
        ObjectNode written = NODES.objectNode();
        ArrayNode required = NODES.arrayNode();
        Map<String, JavaProperty> names = new HashMap<>();
        for (JavaProperty property : properties) {
            JavaProperty before = names.putIfAbsent(property.name(), property);
            if (before != null) {
                problem(
                        SchemaRule.SAME_NAME,
                        place.property(property.name()),
                        before + " and " + property + " are both written as \"" + property.name() + "\".",
                        "Give one of them another name with @JsonProperty, or leave it out with @JsonIgnore.");
            } else if (property.type().raw() != Void.class) {
                written.set(property.name(), property(property, place.property(property.name())));
                if (Constraints.isRequired(property::annotation)) {
                    required.add(property.name());
                }
            }
        }
        if (!written.isEmpty()) {
            schema.set("properties", written);
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        Class<?> raw = type.raw();
        if (anyOther || raw.isAnnotationPresent(PreserveUnknownFields.class)) {
            schema.put(PRESERVE, true);
        }
        rules(schema, raw.getAnnotationsByType(ValidationRule.class));
        report(Refusals.of(raw), place);
    }

    private void look(Class<?> type, Place place) {
        Class<?> outermost = type;
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            outermost = outer;
        }
        if (comments != null && seen.add(outermost) && !FreeForm.isModel(type) && !comments.has(type)) {
            problem(
                    SchemaRule.COMMENTS,
                    place,
                    "The source file of " + type.getName()
                            + " is in no source folder of the module, so its properties get no" + " descriptions.",
                    "Describe them with @JsonPropertyDescription, or leave out descriptionsFromJavadoc().");
        }
    }

    private static void rules(ObjectNode schema, ValidationRule... rules) {
        for (ValidationRule rule : rules) {
            ObjectNode written = schema.withArray("x-kubernetes-validations").addObject();
            written.put("rule", rule.value());
            text(written, "message", rule.message());
            text(written, "messageExpression", rule.messageExpression());
            text(written, "reason", rule.reason());
            text(written, "fieldPath", rule.fieldPath());
            if (rule.optionalOldSelf()) {
                written.put("optionalOldSelf", true);
            }
        }
    }

    private static void text(ObjectNode object, String field, String value) {
        if (!value.isEmpty()) {
            object.put(field, value);
        }
    }

    private static boolean isUnspeakable(JavaType type) {
        return !whyNot(type.raw()).isEmpty();
    }

    private static String whyNot(Class<?> type) {
        if (FreeForm.isModel(type) || type == Object.class || JsonNode.class.isAssignableFrom(type)) {
            return "";
        }
        if (type.isAnnotationPresent(JsonTypeInfo.class) || type.isSealed()) {
            return "which is one of several classes; a schema of Kubernetes has no words for that";
        }
        if (type.isAnnotationPresent(JsonSerialize.class)) {
            return "which has a serializer of its own: what it writes is not known";
        }
        if (Leaf.class.isAssignableFrom(type)) {
            return "which is written as its toJson() has it: what that is, is not known";
        }
        if (type.isPrimitive()
                || type.getName().startsWith("java.")
                || type.getName().startsWith("javax.")) {
            return "whose form in JSON is not known";
        }
        boolean open = type.isInterface() || (Modifier.isAbstract(type.getModifiers()) && !type.isEnum());
        return open && !Map.class.isAssignableFrom(type) && !Collection.class.isAssignableFrom(type)
                ? "which says nothing of the class of its values"
                : "";
    }

    private static ObjectNode anything() {
        return NODES.objectNode().put(PRESERVE, true);
    }

    /** The property that is being written. */
    private String where() {
        JavaProperty property = open.peek();
        return property == null ? "It" : property.toString();
    }

    private String circle(Class<?> type) {
        List<String> steps = new ArrayList<>();
        for (JavaProperty property : open) {
            steps.add(0, property.toString());
            if (property.owner() == type) {
                break;
            }
        }
        return type.getSimpleName() + " contains itself: " + String.join(" → ", steps) + " → " + type.getSimpleName()
                + ".";
    }

    /** What each property is called in Java, by the path of its schema. */
    SortedMap<String, String> owners() {
        return Collections.unmodifiableSortedMap(owners);
    }

    private void report(@Nullable Flaw flaw, Place place) {
        if (flaw != null) {
            problems.add(new Problem(place.schema(), flaw, null));
        }
    }

    private void problem(SchemaRule rule, Place place, String message, String hint) {
        problems.add(new Problem(place.schema(), new Flaw(rule, message, hint), null));
    }
}
