package dev.gantry.engine.plan.effect;

import dev.gantry.engine.status.Live;
import java.util.List;

/** Effects of changes that are written as YAML, a line each. */
final class EffectsOf {

    private EffectsOf() {}

    static String update(String apiVersion, String kind, String before, String after) {
        return lines(Effects.among(List.of(), id -> false)
                .ofUpdate(Live.object(apiVersion, kind, before), Live.object(apiVersion, kind, after)));
    }

    /** The same for specifications. */
    static String spec(String apiVersion, String kind, String before, String after) {
        return update(apiVersion, kind, "spec: " + before, "spec: " + after);
    }

    static String removal(String apiVersion, String kind, String live) {
        return lines(Effects.among(List.of(), id -> false).ofRemoval(Live.object(apiVersion, kind, live)));
    }

    static String lines(List<String> effects) {
        return String.join("\n", effects);
    }
}
