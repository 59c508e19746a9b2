package dev.gantry.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one setting does by itself, on the way from one environment to another.
 *
 * @param setting that differs
 * @param movements of fields that then are as in the other environment
 * @param touched all that moves, to whatever values
 * @param rejected why the program does not take the setting without the others; {@code null} if it does
 */
record Effect(
        SettingDifference setting,
        List<Movement> movements,
        List<Movement> touched,
        @Nullable String rejected) {

    Effect {
        movements = List.copyOf(movements);
        touched = List.copyOf(touched);
    }

    /** Whether it has a part in where a field moves. */
    boolean touches(Movement movement) {
        return touched.stream().anyMatch(movement::isOfSameField);
    }
}
