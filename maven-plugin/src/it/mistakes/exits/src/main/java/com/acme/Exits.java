package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.NoSettings;
import dev.gantry.config.ConfigMap;

public final class Exits implements Blueprint<NoSettings> {

    @Override
    public void define(App app, NoSettings settings) {
        System.exit(0);
    }
}
