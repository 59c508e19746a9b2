package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * Fields that may differ from the source.
 *
 * @see <a
 *     href="https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/#application-level-configuration">Application
 *     level configuration</a>
 */
public final class ResourceIgnoreDifferences {

    private final Fields entry;

    ResourceIgnoreDifferences(Fields entry) {
        this.entry = entry;
    }

    /** Sets {@code name}: only of the resource with this name. */
    public ResourceIgnoreDifferences name(String name) {
        entry.set("name", name, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code namespace}: only of resources in this namespace. */
    public ResourceIgnoreDifferences namespace(String namespace) {
        entry.set("namespace", namespace, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code jsonPointers}, such as {@code /spec/replicas}; {@code ~1} stands for a {@code /} in a field's name. */
    public ResourceIgnoreDifferences jsonPointers(String... pointers) {
        entry.addAll("jsonPointers", Syntax.ABSOLUTE_PATH, pointers);
        return this;
    }

    /** Adds to {@code jqPathExpressions}, such as {@code .spec.template.spec.initContainers[] | select(.name == "injected")}. */
    public ResourceIgnoreDifferences jqPathExpressions(String... expressions) {
        entry.addAll("jqPathExpressions", Syntax.NOT_EMPTY, expressions);
        return this;
    }

    /** Adds to {@code managedFieldsManagers}: all fields that these managers own, such as {@code kube-controller-manager}. */
    public ResourceIgnoreDifferences managedFieldsManagers(String... managers) {
        entry.addAll("managedFieldsManagers", Syntax.NOT_EMPTY, managers);
        return this;
    }
}
