package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * Sets of parameters that are listed.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-List/">List</a>
 */
public final class ListGenerator {

    private final Fields list;

    ListGenerator(Fields list) {
        this.list = list;
    }

    /** Adds to {@code elements}: one set of parameters. */
    public ListGenerator element(Consumer<ListElement> parameters) {
        list.append("elements").block(ListElement::new, parameters);
        return this;
    }

    /** Sets {@code elementsYaml}: further sets, as YAML in which parameters of another generator of a matrix can stand. */
    public ListGenerator elementsYaml(String template) {
        list.set("elementsYaml", template, Syntax.NOT_EMPTY);
        return this;
    }
}
