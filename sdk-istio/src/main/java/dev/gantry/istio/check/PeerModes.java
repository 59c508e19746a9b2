package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the PeerAuthentications of the program say of the ports of workloads. */
final class PeerModes {

    private static final String STRICT = "STRICT";

    private final List<Manifest> policies = new ArrayList<>();

    /**
     * What says that a port takes mutual TLS only.
     *
     * @param policy a PeerAuthentication
     * @param field where it says so
     */
    record Strict(Manifest policy, String field) {}

    PeerModes(Model model) {
        policies.addAll(model.ofKind(IstioChecks.SECURITY, "PeerAuthentication"));
        policies.sort(Comparator.<Manifest>comparingInt(policy -> new PolicyScope(policy).nearness())
                .reversed());
    }

    boolean isEmpty() {
        return policies.isEmpty();
    }

    /** What says that a port of a workload's pods takes mutual TLS only; {@code null} if nothing does. */
    @Nullable
    Strict strict(Workload workload, int port) {
        for (Manifest policy : policies) {
            PolicyScope scope = new PolicyScope(policy);
            if (!scope.holdsFor(workload)) {
                continue;
            }
            JsonNode spec = policy.tree().path("spec");
            String number = Integer.toString(port);
            String ofPort = scope.hasSelector()
                    ? spec.path("portLevelMtls").path(number).path("mode").asText("UNSET")
                    : "UNSET";
            String ofAll = spec.path("mtls").path("mode").asText("UNSET");
            if (!ofPort.equals("UNSET")) {
                return ofPort.equals(STRICT) ? new Strict(policy, "spec.portLevelMtls." + number + ".mode") : null;
            }
            if (!ofAll.equals("UNSET")) {
                return ofAll.equals(STRICT) ? new Strict(policy, "spec.mtls.mode") : null;
            }
        }
        return null;
    }
}
