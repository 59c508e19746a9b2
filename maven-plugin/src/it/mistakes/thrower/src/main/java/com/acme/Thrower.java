package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.NoSettings;

public final class Thrower implements Blueprint<NoSettings> {

    @Override
    public void define(App app, NoSettings settings) {
        throw new IllegalStateException("no luck in " + app.environment());
    }
}
