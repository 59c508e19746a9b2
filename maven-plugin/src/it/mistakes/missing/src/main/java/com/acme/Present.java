package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.NoSettings;
import dev.gantry.config.ConfigMap;

public final class Present implements Blueprint<NoSettings> {

    @Override
    public void define(App app, NoSettings settings) {
        app.stack("missing", s -> s.namespace("missing")).add(ConfigMap.of("settings", c -> c.text("key", "value")));
    }
}
