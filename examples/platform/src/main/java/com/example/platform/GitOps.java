package com.example.platform;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.gantry.App;
import dev.gantry.Stack;
import dev.gantry.argocd.Application;
import dev.gantry.argocd.Git;
import dev.gantry.argocd.PrunePropagationPolicy;
import dev.gantry.argocd.ResourcesFinalizer;
import dev.gantry.argocd.SyncOption;
import dev.gantry.finding.Severity;

/** What Argo CD does with the application. */
final class GitOps {

    private static final Git MANIFESTS = Git.repository("https://github.com/mycompany/myapp-k8s-manifests");

    private GitOps() {}

    static void define(App app, String environment, String name, Stack myapp) {
        Stack stack = app.stack("gitops", s -> s.namespace("argocd"));
        stack.add(Application.of(
                name,
                a -> a.finding(
                                "GTY-ARG-018",
                                Severity.OFF,
                                "the document lets Argo CD make the namespace too; see docs/seed.md")
                        .finalizer(ResourcesFinalizer.FOREGROUND)
                        .deploys(myapp)
                        .from(MANIFESTS.revision("HEAD").path("overlays/" + environment))
                        .automated(sync -> sync.prune(true).selfHeal(true).allowEmpty(false))
                        .syncOptions(
                                SyncOption.CREATE_NAMESPACE,
                                SyncOption.prunePropagationPolicy(PrunePropagationPolicy.FOREGROUND),
                                SyncOption.PRUNE_LAST)
                        .retry(retry -> retry.limit(5).backoff(ofSeconds(5), 2, ofMinutes(3)))));
    }
}
