package dev.gantry.monitoring;

import dev.gantry.model.Dsl;
import dev.gantry.model.ShapeContract;

class ShapeTest extends ShapeContract {

    ShapeTest() {
        super(Dsl.of(Prometheus.class));
    }
}
