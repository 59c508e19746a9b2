package dev.gantry.istio;

import dev.gantry.istio.traffic.EnvoyFilter;
import dev.gantry.model.Dsl;
import dev.gantry.model.ShapeContract;

class ShapeTest extends ShapeContract {

    static final Dsl ISTIO = Dsl.of(EnvoyFilter.class, PolicyBuilder.class);

    ShapeTest() {
        super(ISTIO);
    }
}
