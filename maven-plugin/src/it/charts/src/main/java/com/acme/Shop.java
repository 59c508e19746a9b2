package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.config.ConfigMap;

/** A small shop. */
public final class Shop implements Blueprint<Shop.Settings> {

    /** What differs between environments. */
    public record Settings(String host) {}

    @Override
    public void define(App app, Settings env) {
        app.stack("shop", s -> s.namespace("shop")).add(ConfigMap.of("settings", c -> c.text("host", env.host())));
    }
}
