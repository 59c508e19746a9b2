package dev.gantry.check;

import dev.gantry.finding.Finding;

/** Takes what a check has found. */
public interface Findings {

    /**
     * Takes a finding; resource, stack, environment and line are filled in.
     *
     * @param manifest the resource that the author has to change
     * @param field the path of the field, such as {@code spec.ports[0].targetPort}; of the nearest one that is there, if
     *     it is missing
     */
    void add(Manifest manifest, String field, Finding finding);

    /**
     * Takes a finding about a stack as a whole; stack, environment and line are filled in.
     *
     * @param stack that the author has to change
     */
    void add(StackFacts stack, Finding finding);
}
