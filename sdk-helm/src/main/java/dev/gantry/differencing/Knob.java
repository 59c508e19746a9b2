package dev.gantry.differencing;

import dev.gantry.settings.SettingComponent;
import dev.gantry.settings.SettingComponent.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A value that settings can change.
 *
 * @param ref the way to it
 * @param component what it may be
 */
public record Knob(Ref ref, SettingComponent component) {

    private static final SettingComponent TEXT =
            new SettingComponent("", Form.TEXT, String.class, false, List.of(), null, List.of(), null, null, List.of());

    /** What is known of a release. */
    static final List<Knob> RELEASE = List.of(
            new Knob(Ref.release("fullName"), TEXT),
            new Knob(Ref.release("name"), TEXT),
            new Knob(Ref.release("namespace"), TEXT),
            new Knob(Ref.release("appVersion"), TEXT));

    /** Everything that can be changed from some place on, whole records, lists and mappings too. */
    static List<Knob> below(Ref ref, SettingComponent component) {
        List<Knob> knobs = new ArrayList<>();
        collect(ref, component, knobs);
        return Collections.unmodifiableList(knobs);
    }

    private static void collect(Ref ref, SettingComponent component, List<Knob> knobs) {
        knobs.add(new Knob(ref, component));
        for (SettingComponent part : component.components()) {
            collect(ref.then(part.name()), part, knobs);
        }
        if (component.form() == Form.LIST && component.element() != null) {
            collect(ref.then(Ref.FIRST), component.element(), knobs);
        }
    }

    Form form() {
        return component.form();
    }

    /** Whether it is one value, and not made of others. */
    boolean isScalar() {
        return switch (form()) {
            case GROUP, LIST, MAP -> false;
            case TEXT, WHOLE, DECIMAL, BOOLEAN, CONSTANT -> true;
        };
    }
}
