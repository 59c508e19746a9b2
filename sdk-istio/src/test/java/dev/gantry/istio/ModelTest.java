package dev.gantry.istio;

import dev.gantry.model.Case;
import dev.gantry.model.ModelContract;
import java.util.List;

class ModelTest extends ModelContract {

    @Override
    protected List<Case> cases() {
        return Cases.all();
    }
}
