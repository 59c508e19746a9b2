package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.config.ConfigMap;

public final class Shop implements Blueprint<Shop.Settings> {
    public record Settings(String colour) {}

    @Override
    public void define(App app, Shop.Settings settings) {
        System.out.println("shop in " + app.environment());
        app.stack("shop", s -> s.namespace("shop")).add(ConfigMap.of("settings", c -> c.text("key", Labels.team() + settings.colour())));
    }
}
