package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Words;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at where to Applications deploy. */
final class DestinationCheck {

    private final StackContents contents;
    private final Findings findings;

    DestinationCheck(StackContents contents, Findings findings) {
        this.contents = contents;
        this.findings = findings;
    }

    void check(List<ApplicationSpec> applications) {
        for (ApplicationSpec application : applications) {
            checkCluster(application);
            checkNamespace(application);
        }
    }

    private void checkCluster(ApplicationSpec application) {
        JsonNode destination = application.destination();
        boolean server = !destination.path("server").asText("").isEmpty();
        boolean name = !destination.path("name").asText("").isEmpty();
        if (server == name) {
            findings.add(
                    application.manifest(),
                    application.present("destination"),
                    Finding.of(
                                    ApplicationRule.DESTINATION,
                                    server
                                            ? "The destination has both a server and the name of a cluster."
                                            : "The destination says neither a server nor the name of a cluster.")
                            .hint("Call deploys(stack), or destination(DestinationCluster.IN_CLUSTER, namespace)."));
        }
    }

    private void checkNamespace(ApplicationSpec application) {
        String namespace = application.destination().path("namespace").asText("");
        if (!namespace.isEmpty() && !application.isKnown(namespace)) {
            return;
        }
        Set<String> others = new TreeSet<>();
        Manifest homeless = null;
        for (Manifest manifest : contents.of(application)) {
            if (StackContents.isNamespaced(manifest)) {
                if (manifest.id().namespace() == null) {
                    homeless = manifest;
                } else {
                    others.add(manifest.id().namespace());
                }
            }
        }
        if (namespace.isEmpty() && homeless != null) {
            findings.add(
                    application.manifest(),
                    application.present("destination"),
                    Finding.of(
                                    ApplicationRule.OTHER_NAMESPACE,
                                    "Neither " + homeless + " nor the destination says a namespace.")
                            .hint("Give the stack \"" + application.stack() + "\" a namespace, or call"
                                    + " destination(cluster, namespace).")
                            .related(homeless.origin(), "it is made here"));
        } else if (!namespace.isEmpty() && homeless == null && !others.isEmpty() && !others.contains(namespace)) {
            findings.add(
                    application.manifest(),
                    application.field("destination.namespace"),
                    Finding.of(
                                    ApplicationRule.OTHER_NAMESPACE,
                                    "The destination is the namespace \"" + namespace
                                            + "\", but the resources of the stack \""
                                            + application.stack() + "\" say that they live in "
                                            + Words.list(List.copyOf(others), other -> "\"" + other + "\"") + ".")
                            .hint(
                                    "A resource's own namespace counts. Call deploys(stack) last, or leave destination(...)"
                                            + " out."));
        }
    }
}
