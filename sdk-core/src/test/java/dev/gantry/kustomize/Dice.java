package dev.gantry.kustomize;

import java.util.List;
import java.util.Random;

/** Throws that several environments have in common, but for some of their own. */
final class Dice {

    private static final double OWN = 0.12;

    private final long seed;
    private final Random shared;
    private final Random own;

    Dice(long seed, String environment) {
        this.seed = seed;
        this.shared = new Random(seed);
        this.own = new Random(seed * 31 + environment.hashCode());
    }

    /** Dice for one part, so that a difference in another does not change it. */
    Dice of(String part, String environment) {
        return new Dice(seed * 31 + part.hashCode(), environment);
    }

    int below(int bound) {
        int common = shared.nextInt(bound);
        return own.nextDouble() < OWN ? own.nextInt(bound) : common;
    }

    boolean oneIn(int bound) {
        return below(bound) == 0;
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }
}
