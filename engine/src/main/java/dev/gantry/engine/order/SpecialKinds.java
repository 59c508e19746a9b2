package dev.gantry.engine.order;

import dev.gantry.bundle.ResourceId;

/** Kinds that other objects cannot be without. */
final class SpecialKinds {

    private SpecialKinds() {}

    static boolean isNamespace(ResourceId id) {
        return id.kind().equals("Namespace") && id.group().isEmpty();
    }

    static boolean isDefinition(ResourceId id) {
        return id.kind().equals("CustomResourceDefinition") && id.group().equals("apiextensions.k8s.io");
    }
}
