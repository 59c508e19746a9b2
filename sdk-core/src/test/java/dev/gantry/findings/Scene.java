package dev.gantry.findings;

import dev.gantry.finding.Finding;
import java.util.List;

/** What an example acts on. Each has one of its own, made by a public constructor that takes an empty folder. */
public interface Scene extends AutoCloseable {

    /** What was found meanwhile. */
    List<Finding> findings();

    @Override
    void close();
}
