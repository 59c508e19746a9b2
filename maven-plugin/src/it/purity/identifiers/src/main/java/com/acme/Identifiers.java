package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.NoSettings;
import dev.gantry.config.ConfigMap;

public final class Identifiers implements Blueprint<NoSettings> {

    @Override
    public void define(App app, NoSettings settings) {
        app.stack("identifiers", s -> s.namespace("identifiers")).add(ConfigMap.of("settings", c -> c.text("key", Surprises.id())));
    }
}
