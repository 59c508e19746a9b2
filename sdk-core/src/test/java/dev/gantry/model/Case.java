package dev.gantry.model;

import dev.gantry.extension.Resource;

/**
 * A resource as a program makes it, and the same object made by hand.
 *
 * @param name what it is about
 * @param made by the program
 * @param byHand with fabric8's builder; or its tree, for kinds that fabric8 has no class for
 */
public record Case(String name, Resource made, Object byHand) {

    @Override
    public String toString() {
        return name;
    }
}
