package dev.gantry;

import dev.gantry.extension.Resource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An annotation that each resource of a stack gets which has it not.
 *
 * @param value its value for a resource; {@code null} for none
 */
record StackAnnotation(String key, Function<Resource, @Nullable String> value) {}
