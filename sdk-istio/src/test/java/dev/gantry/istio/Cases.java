package dev.gantry.istio;

import dev.gantry.model.Case;
import java.util.List;
import java.util.stream.Stream;

/** Every case: together they call every method of every builder. */
final class Cases {

    private Cases() {}

    static List<Case> all() {
        return Stream.of(
                        DestinationRuleCases.cases(),
                        GatewayCases.cases(),
                        HttpRouteCases.cases(),
                        NewerFieldCases.cases(),
                        SecurityCases.cases(),
                        ServiceEntryCases.cases(),
                        TelemetryCases.cases(),
                        TrafficPolicyCases.cases(),
                        VirtualServiceCases.cases())
                .flatMap(List::stream)
                .toList();
    }
}
