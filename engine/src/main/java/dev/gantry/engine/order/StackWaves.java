package dev.gantry.engine.order;

import java.util.List;

/**
 * The order inside of a stack.
 *
 * @param stack its name
 * @param after the stacks that have to be applied before it, because its objects depend on theirs
 * @param waves one after the other
 */
public record StackWaves(String stack, List<String> after, List<Wave> waves) {

    /** Copies the lists. */
    public StackWaves {
        after = List.copyOf(after);
        waves = List.copyOf(waves);
    }
}
