package dev.gantry.schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An enum of which one constant is written by another word. */
enum Level {
    LOW,
    @JsonProperty("very-high")
    HIGH
}
