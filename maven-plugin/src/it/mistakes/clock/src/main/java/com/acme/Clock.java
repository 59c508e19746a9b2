package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.NoSettings;
import dev.gantry.config.ConfigMap;
import java.time.LocalDate;

public final class Clock implements Blueprint<NoSettings> {

    @Override
    public void define(App app, NoSettings settings) {
        app.stack("clock", s -> s.namespace("clock")).add(ConfigMap.of("settings", c -> c.text("key", LocalDate.now().toString())));
    }
}
