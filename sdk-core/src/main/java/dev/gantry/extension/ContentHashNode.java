package dev.gantry.extension;

import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A hash in a finished tree, which still knows the ConfigMap whose content it was made of. It is equal to the plain text.
 */
public final class ContentHashNode extends TextNode {

    private static final long serialVersionUID = 1L;

    private final transient Resource configMap;

    ContentHashNode(String hash, Resource configMap) {
        super(hash);
        this.configMap = configMap;
    }

    /** The ConfigMap. */
    public Resource configMap() {
        return configMap;
    }
}
