package dev.gantry.monitoring;

import dev.gantry.config.ConfigMapKey;
import dev.gantry.config.SecretKey;
import dev.gantry.extension.Fields;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;

/** Fields that name a key of a Secret or ConfigMap of the same namespace. */
final class Keys {

    private Keys() {}

    static void secret(Fields owner, String field, SecretKey source) {
        if (owner.given(field, source)) {
            write(owner.replace(field), source.secret(), source.key(), source.isOptional());
        }
    }

    static void configMap(Fields owner, String field, ConfigMapKey source) {
        if (owner.given(field, source)) {
            write(owner.replace(field), source.configMap(), source.key(), source.isOptional());
        }
    }

    private static void write(Fields reference, Resource resource, String key, boolean optional) {
        References.name(reference, "name", resource);
        reference.set("key", key, Syntax.CONFIG_KEY);
        if (optional) {
            reference.set("optional", true);
        }
    }
}
