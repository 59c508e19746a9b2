package dev.gantry;

import dev.gantry.finding.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A stack that has to be ready before another one is applied.
 *
 * @param origin the line that says so
 */
record StackDependency(Stack stack, @Nullable Origin origin) {}
