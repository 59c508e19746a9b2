package dev.gantry.operator;

import dev.gantry.finding.Finding;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/** The metadata of a custom resource whose class cannot hold it, and which therefore has nothing else that could be used. */
final class UnreadableMetadata extends ObjectMeta {

    private static final long serialVersionUID = 1L;

    private transient List<Finding> findings = List.of();

    /** What is wrong with a custom resource; empty if its class holds it. */
    static List<Finding> findings(HasMetadata resource) {
        return resource.getMetadata() instanceof UnreadableMetadata metadata ? metadata.findings() : List.of();
    }

    UnreadableMetadata with(List<Finding> problems) {
        findings = List.copyOf(problems);
        return this;
    }

    List<Finding> findings() {
        return findings;
    }
}
