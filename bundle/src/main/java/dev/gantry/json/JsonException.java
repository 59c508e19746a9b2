package dev.gantry.json;

import java.io.IOException;

/** Says that a text is not the JSON that it has to be. */
public final class JsonException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The line of the text, from 1. */
    private final int line;

    JsonException(String message, int line) {
        super(message);
        this.line = line;
    }

    /** The line of the text, from 1. */
    public int line() {
        return line;
    }
}
