package dev.gantry.testing;

import dev.gantry.check.Manifest;

/** Assertions over a resource of any kind. */
public final class ResourceAssert extends ManifestAssert<ResourceAssert> {

    ResourceAssert(Manifest manifest) {
        super(manifest, ResourceAssert.class);
    }
}
