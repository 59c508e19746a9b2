package dev.gantry.operator;

/** What a {@link Shop} asks for. */
record ShopSpec(String image, int replicas, boolean storage, boolean keepsStorage) {}
