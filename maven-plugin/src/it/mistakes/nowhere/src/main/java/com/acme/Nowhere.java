package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.config.ConfigMap;

public final class Nowhere implements Blueprint<Nowhere.Settings> {
    public record Settings(String value) {}

    @Override
    public void define(App app, Nowhere.Settings settings) {
        app.stack("nowhere", s -> s.namespace("nowhere")).add(ConfigMap.of("settings", c -> c.text("key", settings.value())));
    }
}
