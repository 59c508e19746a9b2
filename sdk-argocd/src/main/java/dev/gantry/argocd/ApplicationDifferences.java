package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * Fields of Applications that an ApplicationSet leaves as they are.
 *
 * @see <a
 *     href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Controlling-Resource-Modification/#ignore-certain-changes-to-applications">
 *     Ignore certain changes</a>
 */
public final class ApplicationDifferences {

    private final Fields entry;

    ApplicationDifferences(Fields entry) {
        this.entry = entry;
    }

    /** Sets {@code name}: only of the Application with this name; of all where it is not set. */
    public ApplicationDifferences name(String name) {
        entry.set("name", name, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code jsonPointers}, such as {@code /spec/source/targetRevision}. */
    public ApplicationDifferences jsonPointers(String... pointers) {
        entry.addAll("jsonPointers", Syntax.ABSOLUTE_PATH, pointers);
        return this;
    }

    /** Adds to {@code jqPathExpressions}, such as {@code .spec.source.helm.values}. */
    public ApplicationDifferences jqPathExpressions(String... expressions) {
        entry.addAll("jqPathExpressions", Syntax.NOT_EMPTY, expressions);
        return this;
    }
}
