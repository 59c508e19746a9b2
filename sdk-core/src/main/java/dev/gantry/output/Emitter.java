package dev.gantry.output;

import dev.gantry.finding.Rule;
import java.util.List;

/**
 * Makes one format of output, for all environments of a program together. Emitters are services: whatever is on the class path
 * of the program is found by {@link java.util.ServiceLoader}.
 */
public interface Emitter {

    /** The format, as {@code gantry.format} names it; also the folder that all its files are in, such as {@code kustomize}. */
    String format();

    /**
     * Makes the files. What is wrong becomes a finding of the result, and nothing is thrown.
     *
     * @param program what was made, and how to make more of it
     */
    Emission emit(ProgramOutput program);

    /** Every rule that its findings may break. */
    List<? extends Rule> rules();
}
