package dev.gantry.config;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.PrintedText;

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

    /** Not the value, which only the cluster knows: a string with this in it is a finding wherever it is written. */
    @Override
    public String toString() {
        return PrintedText.print();
    }
}
