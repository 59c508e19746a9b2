package dev.gantry.argocd;

import dev.gantry.cluster.Namespace;
import dev.gantry.model.Case;
import dev.gantry.workload.Deployment;
import java.util.List;

final class ApplicationCases {

    private ApplicationCases() {}

    static List<Case> cases() {
        Deployment web = Deployment.of("web", d -> d.selector("app", "web"));
        return List.of(
                Cases.of(
                        "what it is at least",
                        Application.of(
                                "shop",
                                a -> a.from(Git.repository("https://git.example.com/deploy")
                                                .path("shop"))
                                        .destination(DestinationCluster.IN_CLUSTER)),
                        """
                        apiVersion: argoproj.io/v1alpha1
                        kind: Application
                        metadata:
                          name: shop
                        spec:
                          project: default
                          source:
                            repoURL: https://git.example.com/deploy
                            path: shop
                          destination:
                            server: https://kubernetes.default.svc
                        """),
                Cases.of(
                        "project, namespace and several sources",
                        Application.of(
                                "shop",
                                a -> a.namespace("argocd")
                                        .project(AppProject.existing("team"))
                                        .destination(DestinationCluster.named("eu-1"), "shop")
                                        .from(
                                                HelmRepository.chart("https://charts.example.com", "web", "1.2.3"),
                                                Git.repository("https://git.example.com/values")
                                                        .ref("values")
                                                        .name("the values"),
                                                OciArtifact.of("oci://registry.example.com/shop", "1.0.0")
                                                        .path(".")
                                                        .kustomize(k -> k.namePrefix("a-"))
                                                        .directory(d -> d.recurse(true)))),
                        """
                        apiVersion: argoproj.io/v1alpha1
                        kind: Application
                        metadata:
                          name: shop
                          namespace: argocd
                        spec:
                          project: team
                          sources:
                          - repoURL: https://charts.example.com
                            chart: web
                            targetRevision: 1.2.3
                          - repoURL: https://git.example.com/values
                            ref: values
                            name: the values
                          - repoURL: oci://registry.example.com/shop
                            targetRevision: 1.0.0
                            path: .
                            kustomize:
                              namePrefix: a-
                            directory:
                              recurse: true
                          destination:
                            name: eu-1
                            namespace: shop
                        """),
                Cases.of(
                        "a namespace of the program",
                        Application.of(
                                "shop",
                                a -> a.from(Git.repository("git@git.example.com:deploy.git")
                                                .path(".")
                                                .revision("v1.0.0"))
                                        .destination(
                                                DestinationCluster.server("https://10.0.0.1:6443"),
                                                Namespace.existing("shop"))),
                        """
                        apiVersion: argoproj.io/v1alpha1
                        kind: Application
                        metadata:
                          name: shop
                        spec:
                          project: default
                          source:
                            repoURL: git@git.example.com:deploy.git
                            targetRevision: v1.0.0
                            path: .
                          destination:
                            server: https://10.0.0.1:6443
                            namespace: shop
                        """),
                Cases.of(
                        "differences that do not count",
                        Application.of(
                                "shop",
                                a -> a.destination(DestinationCluster.IN_CLUSTER)
                                        .ignoreDifferences(web, d -> d.jsonPointers("/spec/replicas"))
                                        .ignoreDifferences(
                                                "admissionregistration.k8s.io",
                                                "MutatingWebhookConfiguration",
                                                d -> d.jqPathExpressions(".webhooks[].clientConfig.caBundle")
                                                        .name("injector"))
                                        .ignoreDifferences(
                                                "",
                                                "ConfigMap",
                                                d -> d.namespace("shop")
                                                        .managedFieldsManagers("kube-controller-manager"))),
                        """
                        apiVersion: argoproj.io/v1alpha1
                        kind: Application
                        metadata:
                          name: shop
                        spec:
                          project: default
                          destination:
                            server: https://kubernetes.default.svc
                          ignoreDifferences:
                          - group: apps
                            kind: Deployment
                            name: web
                            namespace: shop
                            jsonPointers:
                            - /spec/replicas
                          - group: admissionregistration.k8s.io
                            kind: MutatingWebhookConfiguration
                            name: injector
                            jqPathExpressions:
                            - .webhooks[].clientConfig.caBundle
                          - kind: ConfigMap
                            namespace: shop
                            managedFieldsManagers:
                            - kube-controller-manager
                        """),
                Cases.of(
                        "what people see, and what is left behind",
                        Application.of(
                                "shop",
                                a -> a.destination(DestinationCluster.IN_CLUSTER)
                                        .info("runbook", "https://wiki.example.com/shop")
                                        .revisionHistoryLimit(3)
                                        .finalizer(ResourcesFinalizer.FOREGROUND)
                                        .finalizer(ResourcesFinalizer.BACKGROUND)),
                        """
                        apiVersion: argoproj.io/v1alpha1
                        kind: Application
                        metadata:
                          name: shop
                          finalizers:
                          - resources-finalizer.argocd.argoproj.io
                          - resources-finalizer.argocd.argoproj.io/background
                        spec:
                          project: default
                          destination:
                            server: https://kubernetes.default.svc
                          info:
                          - name: runbook
                            value: https://wiki.example.com/shop
                          revisionHistoryLimit: 3
                        """));
    }
}
