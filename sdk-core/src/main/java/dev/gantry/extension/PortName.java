package dev.gantry.extension;

import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The name of a port as the text of a field, with the number that the author gave for that port. It stays with the field
 * when trees are copied.
 */
public final class PortName extends TextNode {

    private static final long serialVersionUID = 1L;

    private final int number;

    PortName(String name, int number) {
        super(name);
        this.number = number;
    }

    /** The number of the port. */
    public int number() {
        return number;
    }
}
