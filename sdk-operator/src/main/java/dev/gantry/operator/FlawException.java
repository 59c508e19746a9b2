package dev.gantry.operator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.gantry.extension.Flaw;

/** A value that can be read, and says itself what is wrong with it. */
final class FlawException extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    private final transient Flaw flaw;

    FlawException(JsonParser parser, Flaw flaw) {
        super(parser, flaw.message());
        this.flaw = flaw;
    }

    Flaw flaw() {
        return flaw;
    }
}
