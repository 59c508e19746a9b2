package dev.gantry.config;

/**
 * One key of a ConfigMap.
 *
 * @param configMap the ConfigMap
 * @param key the key in its {@code data}
 */
public record ConfigMapKey(ConfigMap configMap, String key) {}
