package dev.gantry.istio;

import dev.gantry.extension.FieldOrderContract;
import dev.gantry.model.Case;
import java.util.List;
import java.util.Set;

class FieldOrderTest extends FieldOrderContract {

    @Override
    protected List<Case> cases() {
        return Cases.all();
    }

    @Override
    protected Set<String> unordered() {
        return Set.of(
                // have a single field
                "DestinationRuleSpec.workloadSelector",
                "ServiceEntrySpec.workloadSelector",
                "SidecarSpec.workloadSelector",
                // maps
                "GatewaySpec.selector",
                "HTTPMatchRequest.sourceLabels",
                "HeadersHeaderOperations.add",
                "HeadersHeaderOperations.set",
                "L4MatchAttributes.sourceLabels",
                "LocalityLoadBalancerSettingDistribute.to",
                "Subset.labels",
                "TLSMatchAttributes.sourceLabels",
                "WorkloadEntrySpec.labels",
                "WorkloadEntrySpec.ports",
                "WorkloadSelector.matchLabels");
    }
}
