package dev.gantry.operator;

/** What a {@link Shop} asks for. */
public record ShopSpec(String image, int replicas, boolean storage, boolean keepsStorage) {}
