package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * A set of parameters. Without {@link ApplicationSet.Builder#goTemplate}, all of them are texts.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-List/">List</a>
 */
public final class ListElement {

    private final Fields element;

    ListElement(Fields element) {
        this.element = element;
    }

    /** Sets a parameter. */
    public ListElement set(String name, String value) {
        element.set(name, value);
        return this;
    }

    /** Sets a parameter that is a whole number. */
    public ListElement set(String name, long value) {
        element.set(name, value);
        return this;
    }

    /** Sets a parameter that is a truth value. */
    public ListElement set(String name, boolean value) {
        element.set(name, value);
        return this;
    }

    /** Sets a parameter that is a list of texts. */
    public ListElement list(String name, String... values) {
        element.addAll(name, values);
        return this;
    }

    /** Sets a parameter that has parameters itself, which templates name with a dot between. */
    public ListElement object(String name, Consumer<ListElement> parameters) {
        element.object(name).block(ListElement::new, parameters);
        return this;
    }
}
