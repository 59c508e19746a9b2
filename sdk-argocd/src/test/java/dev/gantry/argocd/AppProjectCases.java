package dev.gantry.argocd;

import static java.time.Duration.ofHours;

import dev.gantry.access.ServiceAccount;
import dev.gantry.cluster.Namespace;
import dev.gantry.model.Case;
import dev.gantry.workload.Cron;
import dev.gantry.workload.Deployment;
import java.util.List;

final class AppProjectCases {

    private AppProjectCases() {}

    static List<Case> cases() {
        Deployment web = Deployment.of("web", d -> d.selector("app", "web"));
        Application shop = Application.of("shop", a -> a.destination(DestinationCluster.IN_CLUSTER));
        return List.of(
                Cases.of(
                        "from where and where to",
                        AppProject.of(
                                "team",
                                p -> p.description("The shop's team")
                                        .sourceRepos("https://git.example.com/**", "!https://git.example.com/secret")
                                        .sourceNamespaces("shop", "shop-*")
                                        .destination(DestinationCluster.IN_CLUSTER, "shop-*")
                                        .destination(DestinationCluster.ANY, "web")
                                        .destination(DestinationCluster.named("eu-1"), Namespace.existing("shop"))
                                        .destinationServiceAccount(
                                                "https://kubernetes.default.svc",
                                                "shop",
                                                ServiceAccount.existing("deployer"))
                                        .permitOnlyProjectScopedClusters(true)),
                        """
                        apiVersion: argoproj.io/v1alpha1
                        kind: AppProject
                        metadata:
                          name: team
                        spec:
                          description: The shop's team
                          sourceRepos:
                          - https://git.example.com/**
                          - "!https://git.example.com/secret"
                          sourceNamespaces:
                          - shop
                          - shop-*
                          destinations:
                          - server: https://kubernetes.default.svc
                            namespace: shop-*
                          - server: "*"
                            namespace: web
                          - name: eu-1
                            namespace: shop
                          destinationServiceAccounts:
                          - server: https://kubernetes.default.svc
                            namespace: shop
                            defaultServiceAccount: shop:deployer
                          permitOnlyProjectScopedClusters: true
                        """),
                Cases.of(
                        "kinds",
                        AppProject.of(
                                "team",
                                p -> p.clusterResourceWhitelist(
                                                GroupKind.of("", "Namespace").named("shop-*"),
                                                GroupKind.of("rbac.authorization.k8s.io", "ClusterRole"))
                                        .clusterResourceBlacklist(
                                                GroupKind.of("apiextensions.k8s.io", "CustomResourceDefinition"))
                                        .namespaceResourceWhitelist(GroupKind.ALL)
                                        .namespaceResourceBlacklist(
                                                GroupKind.of(web), GroupKind.of("", "ResourceQuota"))),
                        """
                        apiVersion: argoproj.io/v1alpha1
                        kind: AppProject
                        metadata:
                          name: team
                        spec:
                          clusterResourceWhitelist:
                          - group: ""
                            kind: Namespace
                            name: shop-*
                          - group: rbac.authorization.k8s.io
                            kind: ClusterRole
                          clusterResourceBlacklist:
                          - group: apiextensions.k8s.io
                            kind: CustomResourceDefinition
                          namespaceResourceWhitelist:
                          - group: "*"
                            kind: "*"
                          namespaceResourceBlacklist:
                          - group: apps
                            kind: Deployment
                          - group: ""
                            kind: ResourceQuota
                        """),
                Cases.of(
                        "roles",
                        AppProject.of(
                                "team",
                                p -> p.role(
                                        "deployer",
                                        r -> r.description("Deploys the shop")
                                                .groups("shop-people", "shop-robots")
                                                .allow(ProjectResource.APPLICATIONS, ProjectAction.SYNC)
                                                .allow(ProjectResource.LOGS, ProjectAction.GET, "shop")
                                                .deny(ProjectResource.EXEC, ProjectAction.CREATE, "shop-*")
                                                .policies(
                                                        "p, proj:team:deployer, applications, action/apps/Deployment/restart, team/*, allow"))),
                        """
                        apiVersion: argoproj.io/v1alpha1
                        kind: AppProject
                        metadata:
                          name: team
                        spec:
                          roles:
                          - name: deployer
                            description: Deploys the shop
                            groups:
                            - shop-people
                            - shop-robots
                            policies:
                            - p, proj:team:deployer, applications, sync, team/*, allow
                            - p, proj:team:deployer, logs, get, team/shop, allow
                            - p, proj:team:deployer, exec, create, team/shop-*, deny
                            - p, proj:team:deployer, applications, action/apps/Deployment/restart, team/*, allow
                        """),
                Cases.of(
                        "windows, orphans and keys",
                        AppProject.of(
                                "team",
                                p -> p.syncWindow(
                                                SyncWindowKind.ALLOW,
                                                Cron.of("0 8 * * 1-5"),
                                                ofHours(9),
                                                w -> w.applications("shop-*")
                                                        .application(shop)
                                                        .namespaces("shop")
                                                        .clusters("eu-*")
                                                        .andOperator(true)
                                                        .manualSync(true)
                                                        .syncOverrun(true)
                                                        .timeZone("Europe/Berlin")
                                                        .description("Working hours"))
                                        .syncWindow(
                                                SyncWindowKind.DENY,
                                                Cron.of("0 0 24 12 *"),
                                                ofHours(48),
                                                w -> w.applications("*"))
                                        .orphanedResources(o -> o.warn(false)
                                                .ignore(GroupKind.of("", "ConfigMap")
                                                        .named("kube-root-ca.crt")))
                                        .signatureKeys("4AEE18F83AFDEB23")),
                        """
                        apiVersion: argoproj.io/v1alpha1
                        kind: AppProject
                        metadata:
                          name: team
                        spec:
                          syncWindows:
                          - kind: allow
                            schedule: 0 8 * * 1-5
                            duration: 9h
                            applications:
                            - shop-*
                            - shop
                            namespaces:
                            - shop
                            clusters:
                            - eu-*
                            andOperator: true
                            manualSync: true
                            syncOverrun: true
                            timeZone: Europe/Berlin
                            description: Working hours
                          - kind: deny
                            schedule: 0 0 24 12 *
                            duration: 48h
                            applications:
                            - "*"
                          orphanedResources:
                            warn: false
                            ignore:
                            - group: ""
                              kind: ConfigMap
                              name: kube-root-ca.crt
                          signatureKeys:
                          - keyID: 4AEE18F83AFDEB23
                        """));
    }
}
