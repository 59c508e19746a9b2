package dev.gantry.extension;

import dev.gantry.finding.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A flaw at the place where it was written.
 *
 * @param field the path of the field; empty for the resource as a whole
 * @param flaw what is wrong
 * @param origin the line, where it is known better than the resource's own
 */
public record Problem(String field, Flaw flaw, @Nullable Origin origin) {}
