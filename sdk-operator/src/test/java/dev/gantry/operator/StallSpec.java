package dev.gantry.operator;

/** What a {@link Stall} asks for. */
public record StallSpec(String goods) {}
