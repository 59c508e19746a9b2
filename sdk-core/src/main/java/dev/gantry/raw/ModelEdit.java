package dev.gantry.raw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.ProgramRule;
import dev.gantry.extension.TreeEdit;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import io.fabric8.kubernetes.api.builder.Builder;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An edit of a tree by way of fabric8's classes. A plain round trip through them drops empty lists and maps and explicit
 * nulls, and reorders fields, so only what the edit changed is carried over to the tree: all else stays as it was, to the
 * byte. What cannot be said so, such as an empty list, is for an edit of the tree itself.
 */
public final class ModelEdit {

    private ModelEdit() {}

    /** An edit that fabric8's class for the object takes part in. */
    public static <T> TreeEdit of(Class<T> model, UnaryOperator<T> edit) {
        return tree -> apply(model, edit, tree);
    }

    /**
     * An edit that fabric8's builder for the object takes part in.
     *
     * @param builder makes one of fabric8's builders of an object, such as {@code DeploymentBuilder::new}
     * @param edit what the author gave; it may answer the same builder or another
     */
    public static <T, B> TreeEdit of(Class<T> model, Function<T, B> builder, UnaryOperator<B> edit) {
        return tree -> apply(model, object -> built(model, edit.apply(builder.apply(object))), tree);
    }

    private static <T> void apply(Class<T> model, Function<T, @Nullable T> edit, ObjectNode tree) {
        T object = Model.read(tree, model);
        // Before the edit: it may change the object itself.
        ObjectNode before = Model.write(object);
        T edited = edit.apply(object);
        if (edited == null) {
            throw nothing();
        }
        ThreeWayMerge.merge(tree, before, Model.write(edited));
    }

    /** The type of the builder is checked here: fabric8's own one for it would be loaded with every kind. */
    private static <T> T built(Class<T> model, @Nullable Object builder) {
        if (builder == null) {
            throw nothing();
        }
        return model.cast(((Builder<?>) builder).build());
    }

    private static FindingsException nothing() {
        return new FindingsException(Finding.of(ProgramRule.EDIT, "The edit returned null.")
                .hint("Return the builder that the block received, after the last call on it."));
    }
}
