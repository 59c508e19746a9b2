package dev.gantry.model;

import static dev.gantry.security.PodSecurityStandard.BASELINE;
import static dev.gantry.security.PodSecurityStandard.PRIVILEGED;
import static dev.gantry.security.PodSecurityStandard.RESTRICTED;

import dev.gantry.cluster.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.List;

final class NamespaceCases {

    private NamespaceCases() {}

    static List<Case> cases() {
        return List.of(
                new Case(
                        "a Namespace with Pod Security Standards",
                        Namespace.of(
                                "factory",
                                n -> n.podSecurity(BASELINE, "v1.31")
                                        .podSecurityWarn(RESTRICTED)
                                        .podSecurityAudit(PRIVILEGED)),
                        new NamespaceBuilder()
                                .withMetadata(Cases.named("factory")
                                        .addToLabels("pod-security.kubernetes.io/enforce", "baseline")
                                        .addToLabels("pod-security.kubernetes.io/enforce-version", "v1.31")
                                        .addToLabels("pod-security.kubernetes.io/warn", "restricted")
                                        .addToLabels("pod-security.kubernetes.io/audit", "privileged")
                                        .build())
                                .build()),
                new Case(
                        "a Namespace with one Pod Security Standard",
                        Namespace.of("factory", n -> n.podSecurity(RESTRICTED)),
                        new NamespaceBuilder()
                                .withMetadata(Cases.named("factory")
                                        .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                                        .build())
                                .build()),
                new Case(
                        "a Namespace",
                        Namespace.of(
                                "factory",
                                n -> n.label("pod-security.kubernetes.io/enforce", "restricted")
                                        .annotation("example.com/owner", "Steel & Sons")),
                        new NamespaceBuilder()
                                .withMetadata(Cases.named("factory")
                                        .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                                        .addToAnnotations("example.com/owner", "Steel & Sons")
                                        .build())
                                .build()));
    }
}
