package dev.gantry.argocd;

import dev.gantry.model.Dsl;
import dev.gantry.model.ShapeContract;
import java.util.Set;

class ShapeTest extends ShapeContract {

    ShapeTest() {
        super(Dsl.of(Application.class));
    }

    /** There is no model of Argo CD. */
    @Override
    protected Set<Class<?>> withoutRaw() {
        return Set.of(Application.class, ApplicationSet.class, AppProject.class);
    }
}
