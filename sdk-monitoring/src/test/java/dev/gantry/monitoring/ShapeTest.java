package dev.gantry.monitoring;

import dev.gantry.model.Dsl;
import dev.gantry.model.ShapeContract;
import java.util.Set;

class ShapeTest extends ShapeContract {

    ShapeTest() {
        super(Dsl.of(Prometheus.class));
    }

    @Override
    protected Set<String> answerSomething() {
        return Set.of();
    }
}
