package dev.gantry.output;

/**
 * Some values, and what the program makes of them.
 *
 * @param name of the sample, as messages have it: {@code environment production}, or {@code sample 17}
 * @param release the name of the release
 * @param namespace the namespace of the release
 * @param values as YAML
 * @param expected the manifests as YAML, a document each
 */
public record ClaimSample(String name, String release, String namespace, String values, String expected) {}
