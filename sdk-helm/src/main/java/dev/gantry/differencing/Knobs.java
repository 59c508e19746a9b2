package dev.gantry.differencing;

import dev.gantry.settings.SettingComponent;
import java.util.ArrayList;
import java.util.List;

/** What can vary around some place of the output: the settings, the release, and the elements of the loops around. */
final class Knobs {

    private final List<Knob> all;
    private final List<SettingComponent> elements;

    private Knobs(List<Knob> all, List<SettingComponent> elements) {
        this.all = all;
        this.elements = elements;
    }

    /** Outside of any loop. */
    static Knobs of(SettingComponent settings) {
        List<Knob> all = new ArrayList<>(Knob.RELEASE);
        for (SettingComponent component : settings.components()) {
            all.addAll(Knob.below(Ref.setting(List.of(component.name())), component));
        }
        return new Knobs(List.copyOf(all), List.of());
    }

    /** Within a loop over a list or a mapping. */
    Knobs within(Knob list) {
        SettingComponent element = Elements.component(list.component());
        List<Knob> more = new ArrayList<>(all);
        more.addAll(Knob.below(Ref.element(elements.size()), element));
        List<SettingComponent> deeper = new ArrayList<>(elements);
        deeper.add(element);
        return new Knobs(List.copyOf(more), List.copyOf(deeper));
    }

    /** How many loops are around. */
    int depth() {
        return elements.size();
    }

    /** All of them. */
    List<Knob> all() {
        return all;
    }

    /** Those that vary in some runs, the nearest first. */
    List<Knob> in(List<Observation> observations) {
        List<Knob> varying = new ArrayList<>();
        for (int i = all.size() - 1; i >= Knob.RELEASE.size(); i--) {
            if (Explanations.varies(all.get(i).ref(), observations)) {
                varying.add(all.get(i));
            }
        }
        for (Knob knob : Knob.RELEASE) {
            if (Explanations.varies(knob.ref(), observations)) {
                varying.add(knob);
            }
        }
        return varying;
    }
}
