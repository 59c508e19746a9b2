package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A NetworkPolicy, with the workloads of the program that it is for.
 *
 * @param manifest the policy
 * @param pods whose pods it selects
 */
record IsolatingPolicy(Manifest manifest, List<Workload> pods) {

    /** A direction of traffic, in the words of a policy. */
    enum Direction {
        INGRESS("Ingress", "ingress", "from"),
        EGRESS("Egress", "egress", "to");

        private final String type;
        private final String rules;
        private final String peers;

        Direction(String type, String rules, String peers) {
            this.type = type;
            this.rules = rules;
            this.peers = peers;
        }

        /** The word in {@code policyTypes}. */
        String type() {
            return type;
        }

        /** The list of rules. */
        String rules() {
            return rules;
        }

        /** The list of peers of a rule. */
        String peers() {
            return peers;
        }

        /** The direction as the other side sees it. */
        Direction opposite() {
            return this == INGRESS ? EGRESS : INGRESS;
        }
    }

    JsonNode spec() {
        return manifest.tree().path("spec");
    }

    JsonNode rules(Direction direction) {
        return spec().path(direction.rules());
    }

    /** Whether pods are isolated in a direction; where no types are stated, Kubernetes sets those of its defaults. */
    boolean isolates(Direction direction) {
        JsonNode types = spec().path("policyTypes");
        for (JsonNode type : types) {
            if (type.asText().equals(direction.type())) {
                return true;
            }
        }
        return types.isEmpty()
                && (direction == Direction.INGRESS || !rules(direction).isEmpty());
    }

    /** Where it is said that it isolates pods in a direction. */
    String isolatingField(Direction direction) {
        return rules(direction).isEmpty() ? "spec.policyTypes" : "spec." + direction.rules();
    }
}
