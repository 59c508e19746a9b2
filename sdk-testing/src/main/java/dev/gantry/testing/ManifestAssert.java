package dev.gantry.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions that every resource has. {@code satisfies(...)} and conditions get the {@link Manifest}.
 *
 * @param <S> the assertion's own type
 */
public abstract sealed class ManifestAssert<S extends ManifestAssert<S>> extends AbstractAssert<S, Manifest>
        permits ResourceAssert, WorkloadAssert, ServiceAssert {

    ManifestAssert(Manifest manifest, Class<S> self) {
        super(manifest, self);
    }

    /**
     * Looks at one field.
     *
     * @param path such as {@code spec.replicas}, {@code spec.ports[0].port} or
     *     {@code metadata.labels["app.kubernetes.io/name"]}
     */
    public FieldAssert field(String path) {
        return FieldAssert.of(actual, "", actual.tree(), path).as(descriptionText());
    }

    /** Verifies a label of the resource itself, not of its pods. */
    public S hasLabel(String key, String value) {
        return hasEntry("labels", key, value);
    }

    /** Verifies an annotation of the resource itself, not of its pods. */
    public S hasAnnotation(String key, String value) {
        return hasEntry("annotations", key, value);
    }

    /** Verifies its namespace. */
    public S hasNamespace(String namespace) {
        String found = actual.id().namespace();
        if (!namespace.equals(found)) {
            throw fail("Expected " + actual + " to be in the namespace " + Shown.quoted(namespace) + ", but "
                    + (found == null ? "it states none." : "it is in " + Shown.quoted(found) + "."));
        }
        return myself;
    }

    /** Verifies the stack that it was added to. */
    public S isInStack(String stack) {
        if (!stack.equals(actual.stack())) {
            throw fail("Expected " + actual + " to be in the stack " + Shown.quoted(stack) + ", but it is in "
                    + Shown.quoted(actual.stack()) + ".");
        }
        return myself;
    }

    final AssertionError fail(String message) {
        return failure("%s", Shown.with(message, actual));
    }

    private S hasEntry(String field, String key, String value) {
        JsonNode entry = actual.tree().path("metadata").path(field).path(key);
        if (!value.equals(entry.textValue())) {
            String word = field.substring(0, field.length() - 1);
            String found = entry.isMissingNode()
                    ? "it has no such " + word
                    : "it is " + Shown.value(entry) + Shown.line(actual, "metadata." + field + "[\"" + key + "\"]");
            throw fail("Expected the " + word + " " + key + " of " + actual + " to be " + Shown.quoted(value) + ", but "
                    + found + ".");
        }
        return myself;
    }
}
