package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.NoSettings;
import dev.gantry.config.ConfigMap;

public final class Endless implements Blueprint<NoSettings> {

    @Override
    public void define(App app, NoSettings settings) {
        while (app.environment() != null) {
            Thread.onSpinWait();
        }
    }
}
