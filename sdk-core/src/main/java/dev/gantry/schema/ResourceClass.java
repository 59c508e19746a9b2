package dev.gantry.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Problem;
import dev.gantry.field.FieldPath;
import dev.gantry.program.SourceComments;
import io.fabric8.crd.generator.annotation.Annotations;
import io.fabric8.crd.generator.annotation.Labels;
import io.fabric8.kubernetes.api.Pluralize;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A class that defines a kind, in one version: a record or a class with {@code @Group} and {@code @Version}, whose properties
 * {@code spec} and {@code status} are those of the resource; or one that extends fabric8's {@code CustomResource}.
 */
public final class ResourceClass {

    /** fabric8's class is its client's, which this module does without. */
    private static final String CUSTOM_RESOURCE = "io.fabric8.kubernetes.client.CustomResource";

    private static final List<String> SERVERS = List.of("apiVersion", "kind", "metadata");

    private static final ClassValue<ResourceClass> KNOWN = new ClassValue<>() {
        @Override
        protected ResourceClass computeValue(Class<?> type) {
            return new ResourceClass(type);
        }
    };

    private final Class<?> type;
    private final List<JavaProperty> properties = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private @Nullable ObjectNode schema;

    private ResourceClass(Class<?> type) {
        this.type = type;
        JavaProperties all;
        Class<?> base = customResource(type);
        if (base == null) {
            all = JavaProperties.of(JavaType.of(type));
        } else {
            properties.addAll(argumentsOf(base));
            all = JavaProperties.of(JavaType.of(type), base);
        }
        for (JavaProperty property : all.all()) {
            properties.removeIf(known -> known.name().equals(property.name()));
            if (!SERVERS.contains(property.name())) {
                properties.add(property);
            }
        }
        examine();
    }

    /** What a class says of the kind that it defines. */
    public static ResourceClass of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** Whether a class says of itself that it defines a kind. */
    public static boolean isOne(Class<?> type) {
        return type.isAnnotationPresent(Group.class) && type.isAnnotationPresent(Version.class);
    }

    private static @Nullable Class<?> customResource(Class<?> type) {
        Class<?> at = type;
        while (at != null && !at.getName().equals(CUSTOM_RESOURCE)) {
            at = at.getSuperclass();
        }
        return at;
    }

    /** Spec and status of fabric8's class, as what this class says they are. */
    private List<JavaProperty> argumentsOf(Class<?> base) {
        List<JavaProperty> arguments = new ArrayList<>();
        for (JavaType at = JavaType.of(type); at != null; at = at.superclass()) {
            if (at.raw() == base) {
                for (JavaProperty property : JavaProperties.of(at).all()) {
                    if (property.name().equals("spec") || property.name().equals("status")) {
                        arguments.add(property);
                    }
                }
            }
        }
        return arguments;
    }

    private void examine() {
        String name = type.getSimpleName();
        if (!isOne(type)) {
            flaws.add(new Flaw(
                    SchemaRule.CLASS,
                    name + " has no @Group and @Version, so it defines no kind.",
                    "Annotate it, such as @Group(\"example.com\") @Version(\"v1\")."));
        }
        if (type.isInterface() || type.isEnum() || type.isPrimitive() || type.isArray()) {
            flaws.add(new Flaw(SchemaRule.CLASS, name + " is no class of objects.", "Use a record or a class."));
        } else if (properties.isEmpty()) {
            flaws.add(
                    new Flaw(
                            SchemaRule.CLASS,
                            name + " has no properties.",
                            "Give it a component or a getter named spec, or let it extend fabric8's CustomResource<Spec, Status>."));
        }
    }

    /** What is wrong with the class itself. */
    public List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    /** The class. */
    public Class<?> type() {
        return type;
    }

    /** Its kind. Namespaced if it implements fabric8's {@code Namespaced}. */
    public Kind kind() {
        String apiVersion = group() + "/" + version();
        return Namespaced.class.isAssignableFrom(type)
                ? Kind.namespaced(apiVersion, kindName())
                : Kind.cluster(apiVersion, kindName());
    }

    /** The API group. */
    public String group() {
        Group group = type.getAnnotation(Group.class);
        return group == null ? "" : group.value();
    }

    /** The version of the API. */
    public String version() {
        Version version = type.getAnnotation(Version.class);
        return version == null ? "" : version.value();
    }

    /** Whether its version is the one that is stored. */
    public boolean isStored() {
        Version version = type.getAnnotation(Version.class);
        return version == null || version.storage();
    }

    private String kindName() {
        io.fabric8.kubernetes.model.annotation.Kind kind =
                type.getAnnotation(io.fabric8.kubernetes.model.annotation.Kind.class);
        return kind == null ? type.getSimpleName() : kind.value();
    }

    /** The name of the kind in URLs; where the class does not say, the plural that fabric8's client makes. */
    public String plural() {
        Plural plural = type.getAnnotation(Plural.class);
        return plural == null ? Pluralize.toPlural(singular()) : plural.value();
    }

    /** The name of one resource in commands. */
    public String singular() {
        Singular singular = type.getAnnotation(Singular.class);
        return singular == null ? kindName().toLowerCase(Locale.ROOT) : singular.value();
    }

    /** The name of the definition. */
    public String definition() {
        return group().isEmpty() ? plural() : plural() + "." + group();
    }

    /** Short names for commands. */
    public List<String> shortNames() {
        ShortNames names = type.getAnnotation(ShortNames.class);
        return names == null ? List.of() : List.of(names.value());
    }

    /** Words that stand for several kinds in commands. */
    public List<String> categories() {
        Categories categories = type.getAnnotation(Categories.class);
        return categories == null ? List.of() : List.of(categories.value());
    }

    /** The labels that the class gives to its definition, each as {@code key=value}. */
    public List<String> labels() {
        Labels labels = type.getAnnotation(Labels.class);
        return labels == null ? List.of() : List.of(labels.value());
    }

    /** The annotations that the class gives to its definition, each as {@code key=value}. */
    public List<String> annotations() {
        Annotations annotations = type.getAnnotation(Annotations.class);
        return annotations == null ? List.of() : List.of(annotations.value());
    }

    /** The class of a property such as {@code spec}; {@code null} if there is none. */
    public @Nullable Class<?> propertyType(String name) {
        for (JavaProperty property : properties) {
            if (property.name().equals(name)) {
                return property.type().raw();
            }
        }
        return null;
    }

    /** Whether resources have a status. */
    public boolean hasStatus() {
        Class<?> status = propertyType("status");
        return status != null && status != Void.class;
    }

    /**
     * What a definition says of this version.
     *
     * @param path where it will stand, such as {@code spec.versions[0]}
     * @param statusSubresource whether the status, if there is one, is a subresource
     * @param comments where descriptions are; {@code null} for none
     * @param problems takes what is wrong with it
     */
    public ObjectNode versionTree(
            String path, boolean statusSubresource, @Nullable SourceComments comments, List<Problem> problems) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("name", version());
        Version version = type.getAnnotation(Version.class);
        tree.put("served", version == null || version.served());
        tree.put("storage", isStored());
        if (version != null && version.deprecated()) {
            tree.put("deprecated", true);
            if (!version.deprecationWarning().isEmpty()) {
                tree.put("deprecationWarning", version.deprecationWarning());
            }
        }
        if (statusSubresource && hasStatus()) {
            tree.withObject("/subresources/status");
        }
        Markers markers = new Markers(tree);
        SchemaWriter writer = new SchemaWriter(markers, comments);
        ObjectNode written = tree.withObject("/schema/openAPIV3Schema").put("type", "object");
        String description = comments == null ? null : comments.of(type);
        if (description != null) {
            written.put("description", description);
        }
        Place place = new Place(path + ".schema.openAPIV3Schema", "");
        JavaProperties all = JavaProperties.of(JavaType.of(type), Object.class);
        writer.properties(properties, all.isOpen() && customResource(type) == null, JavaType.of(type), written, place);
        markers.add(type);
        problems.addAll(writer.problems());
        SortedMap<String, String> owners = writer.owners();
        for (SchemaValidator.Violation violation : StructureRules.of(written, place.schema())) {
            String owner = FieldPath.nearest(each -> owners.get(each), violation.path());
            String message = (owner == null ? type.getSimpleName() : owner) + ": " + violation.message();
            problems.add(new Problem(violation.path(), new Flaw(violation.rule(), message, violation.hint()), null));
        }
        return tree;
    }

    /** The schema of this version, without descriptions. Read it; do not change it. */
    public synchronized ObjectNode schema() {
        ObjectNode known = schema;
        if (known == null) {
            ObjectNode version = versionTree("", true, null, new ArrayList<>());
            known = (ObjectNode) version.path("schema").path("openAPIV3Schema");
            schema = known;
        }
        return known;
    }

    /** Whether an autoscaler can change how many replicas a resource has. */
    public boolean isScalable() {
        return versionTree("", true, null, new ArrayList<>())
                .path("subresources")
                .has("scale");
    }

    /** The class's name. */
    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
