package dev.gantry.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.yaml.snakeyaml.error.YAMLException;

/** The index of a repository of charts. */
public final class HelmIndex {

    private HelmIndex() {}

    /** Its content; a missing node if it is no YAML. */
    public static JsonNode read(String text) {
        try {
            JsonNode read = KubernetesYaml.read(text);
            return read == null ? MissingNode.getInstance() : read;
        } catch (YAMLException e) {
            return MissingNode.getInstance();
        }
    }
}
