package dev.gantry.maven;

import org.apache.maven.plugin.MojoFailureException;

/** The bounds of parameters that are numbers. */
final class Limits {

    private Limits() {}

    static void atLeastOne(String property, int value) throws MojoFailureException {
        if (value < 1) {
            throw new MojoFailureException(property + " takes a number from 1, and not " + value + ".");
        }
    }

    static void notNegative(String property, int value) throws MojoFailureException {
        if (value < 0) {
            throw new MojoFailureException(property + " takes a number from 0, and not " + value + ".");
        }
    }
}
