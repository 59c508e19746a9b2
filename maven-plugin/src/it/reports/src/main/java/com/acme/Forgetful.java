package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.NoSettings;
import dev.gantry.Stack;
import dev.gantry.config.ConfigMap;

/** Makes a resource, and forgets it. */
public final class Forgetful implements Blueprint<NoSettings> {

    @Override
    public void define(App app, NoSettings settings) {
        Stack stack = app.stack("reports", s -> s.namespace("reports"));
        stack.add(ConfigMap.of("kept", c -> c.text("key", "value")));
        ConfigMap forgotten = ConfigMap.of("forgotten", c -> c.text("key", "value"));
    }
}
