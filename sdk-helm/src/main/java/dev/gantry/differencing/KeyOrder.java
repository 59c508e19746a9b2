package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.field.FieldDifference;
import dev.gantry.settings.SettingComponent.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Tells which mappings of the settings a program goes through in their own order, where a template goes by key. */
final class KeyOrder {

    /** In how many runs a mapping is turned around, where that changes nothing. */
    private static final int MOST_RUNS = 3;

    private final Laboratory laboratory;
    private final Knobs knobs;

    KeyOrder(Laboratory laboratory, Knobs knobs) {
        this.laboratory = laboratory;
        this.knobs = knobs;
    }

    /** The mappings whose order moves a field, by their paths. */
    List<String> moving(CallSite site, String field, List<Trial> trials) {
        String list = field.contains("[") ? field.substring(0, field.lastIndexOf('[')) : field;
        List<String> moving = new ArrayList<>();
        for (Knob knob : knobs.all()) {
            if (knob.form() == Form.MAP
                    && knob.ref().root() == Ref.Root.SETTINGS
                    && moves(knob.ref().path(), site, list, trials)) {
                moving.add(knob.ref().toString());
            }
        }
        return moving;
    }

    private boolean moves(List<String> mapping, CallSite site, String list, List<Trial> trials) {
        int runs = 0;
        for (Trial trial : trials) {
            ObjectNode settings = trial.settings().deepCopy();
            if (runs < MOST_RUNS && !trial.trees(site).isEmpty() && turn(settings, mapping)) {
                runs++;
                Trial turned = laboratory.any(trial + " turned around", settings, trial.releases());
                if (turned != null && differ(trial.trees(site), turned.trees(site), list)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean differ(List<ObjectNode> before, List<ObjectNode> after, String list) {
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            for (FieldDifference difference : FieldDifference.between(before.get(i), after.get(i))) {
                if (difference.path().startsWith(list)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Turns the entries of a mapping around, in each element of the lists on the way; {@code false} if none has two. */
    private static boolean turn(JsonNode settings, List<String> path) {
        if (path.isEmpty()) {
            return settings instanceof ObjectNode mapping && turnAround(mapping);
        }
        List<String> rest = path.subList(1, path.size());
        if (!path.get(0).equals(Ref.FIRST)) {
            return turn(settings.path(path.get(0)), rest);
        }
        boolean turned = false;
        for (JsonNode element : settings) {
            turned |= turn(element, rest);
        }
        return turned;
    }

    private static boolean turnAround(ObjectNode mapping) {
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(mapping.properties());
        Collections.reverse(entries);
        mapping.removeAll();
        entries.forEach(entry -> mapping.set(entry.getKey(), entry.getValue()));
        return entries.size() > 1;
    }
}
