package dev.gantry.raw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.ApiTable;
import dev.gantry.extension.ProgramRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import io.fabric8.kubernetes.api.builder.Builder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One of fabric8's builders of an object, and the class of what it builds.
 *
 * @param <B> the builder
 */
final class ModelBuilder<B> {

    private final Class<?> model;
    private final Constructor<B> constructor;

    private ModelBuilder(Class<?> model, Constructor<B> constructor) {
        this.model = model;
        this.constructor = constructor;
    }

    /** {@code null} for a class that cannot be used as such. */
    static <B extends Builder<? extends HasMetadata>> @Nullable ModelBuilder<B> of(Class<B> builder) {
        for (Method method : builder.getMethods()) {
            Class<?> built = method.getReturnType();
            if (method.getName().equals("build")
                    && method.getParameterCount() == 0
                    && !method.isBridge()
                    && HasMetadata.class.isAssignableFrom(built)) {
                try {
                    return new ModelBuilder<>(built, builder.getConstructor(built));
                } catch (NoSuchMethodException e) {
                    return null;
                }
            }
        }
        return null;
    }

    static Finding unusable(Class<?> builder) {
        return Finding.of(ProgramRule.EDIT, builder.getName() + " is not a builder that can be made for an object.")
                .hint("Pass one of fabric8's, such as DeploymentBuilder.class, or edit with rawTree(...).");
    }

    /** The object of this kind with that name. */
    Selection selection(String name) {
        Class<? extends HasMetadata> type = model.asSubclass(HasMetadata.class);
        return Selection.of(HasMetadata.getKind(type), ApiTable.group(HasMetadata.getApiVersion(type)), name);
    }

    void apply(ObjectNode tree, UnaryOperator<B> edit) {
        Class<? extends HasMetadata> type = model.asSubclass(HasMetadata.class);
        String kind = HasMetadata.getKind(type);
        if (!tree.path("kind").asText().equals(kind)) {
            throw new FindingsException(Finding.of(
                            ProgramRule.EDIT,
                            "A " + constructor.getDeclaringClass().getSimpleName() + " cannot edit a "
                                    + tree.path("kind").asText() + ".")
                    .hint("Pass the builder of the object's own kind."));
        }
        change(type, tree, edit);
    }

    private <T> void change(Class<T> type, ObjectNode tree, UnaryOperator<B> edit) {
        ModelEdit.of(type, this::made, edit).apply(tree);
    }

    private B made(Object object) {
        try {
            return constructor.newInstance(object);
        } catch (InvocationTargetException e) {
            throw new FindingsException(Finding.of(
                            ProgramRule.EDIT,
                            constructor.getDeclaringClass().getSimpleName() + " does not take the object: "
                                    + e.getCause())
                    .hint("Edit the tree with rawTree(...)."));
        } catch (ReflectiveOperationException e) {
            throw new FindingsException(unusable(constructor.getDeclaringClass()));
        }
    }
}
