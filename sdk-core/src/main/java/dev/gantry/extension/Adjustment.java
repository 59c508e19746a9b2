package dev.gantry.extension;

import dev.gantry.finding.Origin;
import dev.gantry.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The author's decision on how much findings of one rule weigh for a resource or a stack.
 *
 * @param code the rule's code
 * @param severity how much they weigh from now on
 * @param reason why, in the author's words
 * @param origin where it was said
 */
public record Adjustment(
        String code,
        Severity severity,
        String reason,
        @Nullable Origin origin) {}
