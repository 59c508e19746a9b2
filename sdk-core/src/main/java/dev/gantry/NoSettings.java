package dev.gantry;

/** The settings of a blueprint that is the same in every environment. */
public record NoSettings() {}
