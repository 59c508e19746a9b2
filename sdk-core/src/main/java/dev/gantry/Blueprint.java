package dev.gantry;

/**
 * A program that makes the resources of a platform. It is a pure function of its settings: no clock, no random, no
 * network, no environment variables.
 *
 * <p>The class needs a public or package-private constructor without parameters.
 *
 * @param <S> what differs between environments; {@link NoSettings} if nothing does
 */
@FunctionalInterface
public interface Blueprint<S extends Record> {

    /**
     * Adds every resource to a stack of the app.
     *
     * @param app where stacks are made
     * @param settings the values of the environment that is being made
     */
    void define(App app, S settings);
}
