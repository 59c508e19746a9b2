package dev.gantry.engine.drift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who set a field.
 *
 * @param manager the field manager, such as {@code kubectl-edit}
 * @param since when that manager last changed something of the object; {@code null} if that is not known
 */
public record Owner(String manager, @Nullable Instant since) {}
