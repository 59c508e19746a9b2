package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.NoSettings;
import dev.gantry.config.ConfigMap;

public final class Initializer implements Blueprint<NoSettings> {
    private static final String KEY = System.lineSeparator().substring(9);

    @Override
    public void define(App app, NoSettings settings) {
        app.stack("initializer", s -> s.namespace("initializer")).add(ConfigMap.of("settings", c -> c.text("key", KEY)));
    }
}
