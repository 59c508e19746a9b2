package dev.gantry.engine.release.lock;

import java.time.Instant;

/**
 * Who holds a lock.
 *
 * @param name such as {@code ada@build-7/4711}
 * @param since when it was taken
 * @param renewed when it was renewed last
 */
public record Holder(String name, Instant since, Instant renewed) {}
