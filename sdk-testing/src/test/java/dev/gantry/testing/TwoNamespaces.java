package dev.gantry.testing;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.config.ConfigMap;

/** Two resources of one kind and name; its lines are in the messages that the tests expect. */
final class TwoNamespaces implements Blueprint<Shop.Settings> {

    @Override
    public void define(App app, Shop.Settings settings) {
        app.stack("blue", s -> s.namespace("blue")).add(ConfigMap.of("web", c -> c.text("colour", "blue")));
        app.stack("green", s -> s.namespace("green")).add(ConfigMap.of("web", c -> c.text("colour", "green")));
    }
}
