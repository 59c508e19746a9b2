package dev.gantry.argocd;

import dev.gantry.model.CoverageContract;
import dev.gantry.model.Dsl;
import java.util.List;
import java.util.Set;

class CoverageTest extends CoverageContract {

    CoverageTest() {
        super(
                Dsl.of(Application.class),
                Cases.all(),
                List.of(
                        ApplicationCases.class,
                        SyncPolicyCases.class,
                        SourceCases.class,
                        AppProjectCases.class,
                        ApplicationSetCases.class,
                        GeneratorCases.class));
    }

    @Override
    protected Set<String> testedElsewhere() {
        return Set.of(
                // the stack of a program is needed
                "ApplicationBuilder.deploys(Stack)",
                "ApplicationBuilder.deploys(Stack,DestinationCluster)",
                "ApplicationBuilder.syncWaves()");
    }

    @Override
    protected Set<String> leftToRaw() {
        return Set.of();
    }
}
