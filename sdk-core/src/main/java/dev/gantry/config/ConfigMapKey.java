package dev.gantry.config;

import com.google.errorprone.annotations.CheckReturnValue;

/**
 * One key of a ConfigMap.
 *
 * @param configMap the ConfigMap
 * @param key the key in its {@code data}
 * @param isOptional whether ConfigMap or key may be missing
 */
@CheckReturnValue
public record ConfigMapKey(ConfigMap configMap, String key, boolean isOptional) {

    /** The same key, where ConfigMap or key may be missing: the variable is not set then. */
    public ConfigMapKey optional() {
        return new ConfigMapKey(configMap, key, true);
    }
}
