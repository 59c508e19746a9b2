package dev.gantry.engine.release;

import org.jspecify.annotations.Nullable;

/**
 * Who runs the engine; kept with what the run does.
 *
 * @param tool name and version of the engine, such as {@code gantry/0.1.0}
 * @param by who, as the user says it
 * @param commit of the program; {@code null} if the user does not say, and never guessed
 */
public record RunFacts(String tool, String by, @Nullable String commit) {}
