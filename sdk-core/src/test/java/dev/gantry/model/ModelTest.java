package dev.gantry.model;

import java.util.List;

class ModelTest extends ModelContract {

    @Override
    protected List<Case> cases() {
        return Cases.all();
    }
}
