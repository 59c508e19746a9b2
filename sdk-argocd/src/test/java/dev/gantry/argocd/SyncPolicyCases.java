package dev.gantry.argocd;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.gantry.model.Case;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class SyncPolicyCases {

    private SyncPolicyCases() {}

    static List<Case> cases() {
        return List.of(
                policy("automated as it is", Application.Builder::automated, """
                        automated: {}
                        """),
                policy(
                        "automated with everything",
                        a -> a.automated(s ->
                                s.prune(true).selfHeal(true).allowEmpty(false).enabled(false)),
                        """
                        automated:
                          enabled: false
                          prune: true
                          selfHeal: true
                          allowEmpty: false
                        """),
                policy(
                        "options, in their order",
                        a -> a.syncOptions(
                                SyncOption.CREATE_NAMESPACE,
                                SyncOption.prunePropagationPolicy(PrunePropagationPolicy.BACKGROUND),
                                SyncOption.PRUNE_LAST,
                                SyncOption.NO_PRUNE,
                                SyncOption.CONFIRM_PRUNE,
                                SyncOption.NO_DELETE,
                                SyncOption.CONFIRM_DELETE,
                                SyncOption.APPLY_OUT_OF_SYNC_ONLY,
                                SyncOption.SERVER_SIDE_APPLY,
                                SyncOption.NO_CLIENT_SIDE_APPLY_MIGRATION,
                                SyncOption.REPLACE,
                                SyncOption.FORCE,
                                SyncOption.NO_VALIDATE,
                                SyncOption.SKIP_DRY_RUN_ON_MISSING_RESOURCE,
                                SyncOption.RESPECT_IGNORE_DIFFERENCES,
                                SyncOption.FAIL_ON_SHARED_RESOURCE,
                                SyncOption.of("Future", "1")),
                        """
                        syncOptions:
                        - CreateNamespace=true
                        - PrunePropagationPolicy=background
                        - PruneLast=true
                        - Prune=false
                        - Prune=confirm
                        - Delete=false
                        - Delete=confirm
                        - ApplyOutOfSyncOnly=true
                        - ServerSideApply=true
                        - ClientSideApplyMigration=false
                        - Replace=true
                        - Force=true
                        - Validate=false
                        - SkipDryRunOnMissingResource=true
                        - RespectIgnoreDifferences=true
                        - FailOnSharedResource=true
                        - Future=1
                        """),
                policy(
                        "each propagation policy",
                        a -> a.syncOptions(Stream.of(PrunePropagationPolicy.values())
                                .map(SyncOption::prunePropagationPolicy)
                                .toArray(SyncOption[]::new)),
                        Stream.of("foreground", "background", "orphan")
                                .collect(Collectors.joining(
                                        "\n- PrunePropagationPolicy=", "syncOptions:\n- PrunePropagationPolicy=", ""))),
                policy(
                        "a second and a third try",
                        a -> a.retry(r -> r.limit(5)
                                .backoff(ofSeconds(5), 3, ofMinutes(90).plusSeconds(1))
                                .refresh(true)),
                        """
                        retry:
                          limit: 5
                          backoff:
                            duration: 5s
                            factor: 3
                            maxDuration: 1h30m1s
                          refresh: true
                        """),
                policy(
                        "a namespace with labels",
                        a -> a.syncOptions(SyncOption.CREATE_NAMESPACE)
                                .managedNamespaceMetadata(m ->
                                        m.label("team", "shop").annotation("example.com/owner", "The shop's people")),
                        """
                        syncOptions:
                        - CreateNamespace=true
                        managedNamespaceMetadata:
                          labels:
                            team: shop
                          annotations:
                            example.com/owner: The shop's people
                        """));
    }

    private static Case policy(String name, Consumer<Application.Builder> made, String byHand) {
        return Cases.of(
                name,
                Application.of("shop", a -> {
                    a.destination(DestinationCluster.IN_CLUSTER, "shop");
                    made.accept(a);
                }),
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: shop
                spec:
                  project: default
                  destination:
                    server: https://kubernetes.default.svc
                    namespace: shop
                  syncPolicy:
                """ + byHand.indent(4));
    }
}
