package dev.gantry.argocd;

import dev.gantry.model.Case;
import dev.gantry.workload.IntOrPercent;
import java.util.List;

final class ApplicationSetCases {

    private ApplicationSetCases() {}

    static List<Case> cases() {
        return List.of(
                Cases.of(
                        "a template",
                        ApplicationSet.of(
                                "shop",
                                "shop-{{ .name }}",
                                s -> s.goTemplate()
                                        .generator(Generator.clusters())
                                        .project(AppProject.existing("team"))
                                        .applicationLabel("stage", "{{ .metadata.labels.stage }}")
                                        .applicationLabel("team", "shop")
                                        .applicationAnnotation("example.com/cluster", "{{ .server }}")
                                        .applicationNamespace("{{ .metadata.labels.team }}")
                                        .finalizer(ResourcesFinalizer.FOREGROUND)
                                        .from(Git.repository("https://git.example.com/deploy")
                                                .path("rendered/{{ .metadata.labels.stage }}"))
                                        .destination(DestinationCluster.server("{{ .server }}"), "shop-{{ .name }}")
                                        .managedNamespaceMetadata(m -> m.label("stage", "{{ .metadata.labels.stage }}"))
                                        .templatePatch("spec:\n  syncPolicy: {}\n")),
                        """
                        apiVersion: argoproj.io/v1alpha1
                        kind: ApplicationSet
                        metadata:
                          name: shop
                        spec:
                          goTemplate: true
                          goTemplateOptions:
                          - missingkey=error
                          generators:
                          - clusters: {}
                          template:
                            metadata:
                              name: shop-{{ .name }}
                              namespace: "{{ .metadata.labels.team }}"
                              labels:
                                stage: "{{ .metadata.labels.stage }}"
                                team: shop
                              annotations:
                                example.com/cluster: "{{ .server }}"
                              finalizers:
                              - resources-finalizer.argocd.argoproj.io
                            spec:
                              project: team
                              source:
                                repoURL: https://git.example.com/deploy
                                path: rendered/{{ .metadata.labels.stage }}
                              destination:
                                server: "{{ .server }}"
                                namespace: shop-{{ .name }}
                              syncPolicy:
                                managedNamespaceMetadata:
                                  labels:
                                    stage: "{{ .metadata.labels.stage }}"
                          templatePatch: |
                            spec:
                              syncPolicy: {}
                        """),
                Cases.of(
                        "a rollout, and what the set may do",
                        ApplicationSet.of(
                                "shop",
                                "shop",
                                s -> s.goTemplate("missingkey=zero", "missingkey=error")
                                        .generator(Generator.clusters())
                                        .project("{{ .project }}")
                                        .destination(DestinationCluster.IN_CLUSTER)
                                        .rollingSync(r -> r.step(t -> t.in("stage", "staging", "test"))
                                                .step(t -> t.in("stage", "production")
                                                        .notIn("region", "us")
                                                        .maxUpdate(IntOrPercent.percent(25))))
                                        .deletionOrder(DeletionOrder.REVERSE)
                                        .applicationsSync(ApplicationsSync.CREATE_UPDATE)
                                        .preserveResourcesOnDeletion(true)
                                        .preservedAnnotations("example.com/paused")
                                        .preservedLabels("example.com/owner")
                                        .ignoreApplicationDifferences(d -> d.name("shop-eu")
                                                .jsonPointers("/spec/source/targetRevision")
                                                .jqPathExpressions(".spec.source.helm.values"))),
                        """
                        apiVersion: argoproj.io/v1alpha1
                        kind: ApplicationSet
                        metadata:
                          name: shop
                        spec:
                          goTemplate: true
                          goTemplateOptions:
                          - missingkey=zero
                          - missingkey=error
                          generators:
                          - clusters: {}
                          template:
                            metadata:
                              name: shop
                            spec:
                              project: "{{ .project }}"
                              destination:
                                server: https://kubernetes.default.svc
                          syncPolicy:
                            applicationsSync: create-update
                            preserveResourcesOnDeletion: true
                          strategy:
                            type: RollingSync
                            rollingSync:
                              steps:
                              - matchExpressions:
                                - key: stage
                                  operator: In
                                  values:
                                  - staging
                                  - test
                              - matchExpressions:
                                - key: stage
                                  operator: In
                                  values:
                                  - production
                                - key: region
                                  operator: NotIn
                                  values:
                                  - us
                                maxUpdate: 25%
                            deletionOrder: Reverse
                          preservedFields:
                            annotations:
                            - example.com/paused
                            labels:
                            - example.com/owner
                          ignoreApplicationDifferences:
                          - name: shop-eu
                            jsonPointers:
                            - /spec/source/targetRevision
                            jqPathExpressions:
                            - .spec.source.helm.values
                        """));
    }
}
