package dev.gantry.istio;

import dev.gantry.model.Case;
import dev.gantry.model.ModelContract;
import java.util.List;
import java.util.Set;

class ModelTest extends ModelContract {

    @Override
    protected List<Case> cases() {
        return Cases.all();
    }

    @Override
    protected Set<String> unknownToTheModel() {
        return NewerFieldCases.KEPT;
    }
}
