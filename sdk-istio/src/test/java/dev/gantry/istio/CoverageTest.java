package dev.gantry.istio;

import dev.gantry.model.CoverageContract;
import java.util.List;
import java.util.Set;

class CoverageTest extends CoverageContract {

    /** What the builders leave to {@code raw}, and why. */
    private static final Set<String> LEFT_TO_RAW = Set.of(
            // nobody writes these: the cluster does
            "AuthorizationPolicy.status",
            "DestinationRule.status",
            "EnvoyFilter.status",
            "Gateway.status",
            "PeerAuthentication.status",
            "RequestAuthentication.status",
            "ServiceEntry.status",
            "Sidecar.status",
            "Telemetry.status",
            "VirtualService.status",
            "WorkloadEntry.status",
            // Envoy's own terms, as the last resort
            "EnvoyFilter.spec",
            // others have taken their place
            "AuthorizationPolicy.targetRef",
            "CorsPolicy.deprecatedAllowOrigin",
            "HTTPFaultInjectionDelay.percent",
            "HTTPRoute.mirrorPercent",
            "LoadBalancerSettings.warmupDurationSecs",
            "LoadBalancerSettingsConsistentHashLB.minimumRingSize",
            "RequestAuthentication.targetRef",
            "Telemetry.targetRef",
            // without effect, or not there yet
            "L4MatchAttributes.sourceSubnet",
            "PolicyTargetReference.namespace",
            "Port.targetPort",
            "SidecarPort.targetPort");

    CoverageTest() {
        super(
                ShapeTest.ISTIO,
                Cases.all(),
                List.of(
                        DestinationRuleCases.class,
                        GatewayCases.class,
                        HttpRouteCases.class,
                        NewerFieldCases.class,
                        SecurityCases.class,
                        ServiceEntryCases.class,
                        TelemetryCases.class,
                        TrafficPolicyCases.class,
                        VirtualServiceCases.class));
    }

    @Override
    protected Set<String> leftToRaw() {
        return LEFT_TO_RAW;
    }

    /** The core's own tests look at what all kinds share. */
    @Override
    protected boolean isOutOfReach(String field) {
        return field.startsWith("ObjectMeta.");
    }
}
