package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.config.ConfigMap;

public final class Keys implements Blueprint<Keys.Settings> {
    public record Settings(String colour) {}

    @Override
    public void define(App app, Keys.Settings settings) {
        app.stack("keys", s -> s.namespace("keys")).add(ConfigMap.of("settings", c -> c.text("key", settings.colour())));
    }
}
