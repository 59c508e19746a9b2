package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.NoSettings;
import dev.gantry.config.ConfigMap;

public final class Billing implements Blueprint<NoSettings> {

    @Override
    public void define(App app, NoSettings settings) {
        System.err.println("billing in " + app.environment());
        app.stack("billing", s -> s.namespace("billing")).add(ConfigMap.of("settings", c -> c.text("key", Labels.team())));
    }
}
