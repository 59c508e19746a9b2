package dev.gantry.kustomize;

/**
 * Where the kustomizations are. Each stack has a base and overlays of its own, since it has a namespace of its own; the overlay
 * of an environment puts those of its stacks together.
 */
final class Folders {

    private static final String ROOT = "kustomize";

    private Folders() {}

    static String base(String stack) {
        return ROOT + "/base/" + stack;
    }

    static String overlay(String environment) {
        return ROOT + "/overlays/" + environment;
    }

    static String overlay(String environment, String stack) {
        return overlay(environment) + "/" + stack;
    }
}
