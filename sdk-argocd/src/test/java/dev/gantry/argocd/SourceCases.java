package dev.gantry.argocd;

import dev.gantry.Image;
import dev.gantry.model.Case;
import dev.gantry.workload.Deployment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class SourceCases {

    private static final Git REPOSITORY =
            Git.repository("https://git.example.com/deploy").path("shop");

    private SourceCases() {}

    static List<Case> cases() {
        Deployment web = Deployment.of("web", d -> d.selector("app", "web"));
        return List.of(
                source(
                        "a chart and its values",
                        HelmRepository.chart("registry.example.com/charts", "web", "20.*")
                                .helm(h -> h.releaseName("front")
                                        .valueFiles("values.yaml", "$values/production.yaml")
                                        .ignoreMissingValueFiles(true)
                                        .values("replicas: 2\n")
                                        .valuesObject(v -> v.put("replicas", 3)
                                                .putObject("image")
                                                .put("tag", "1.27"))
                                        .parameter("image.tag", "1.28")
                                        .stringParameter("build", "0815")
                                        .fileParameter("config", "files/config.json")
                                        .passCredentials(true)
                                        .skipCrds(true)
                                        .skipTests(true)
                                        .skipSchemaValidation(true)
                                        .version("v3")
                                        .namespace("front")
                                        .kubeVersion("1.31.0")
                                        .apiVersions("monitoring.coreos.com/v1/ServiceMonitor")),
                        """
                        repoURL: registry.example.com/charts
                        chart: web
                        targetRevision: 20.*
                        helm:
                          releaseName: front
                          valueFiles:
                          - values.yaml
                          - $values/production.yaml
                          ignoreMissingValueFiles: true
                          values: |
                            replicas: 2
                          valuesObject:
                            replicas: 3
                            image:
                              tag: "1.27"
                          parameters:
                          - name: image.tag
                            value: "1.28"
                          - name: build
                            value: "0815"
                            forceString: true
                          fileParameters:
                          - name: config
                            path: files/config.json
                          passCredentials: true
                          skipCrds: true
                          skipTests: true
                          skipSchemaValidation: true
                          version: v3
                          namespace: front
                          kubeVersion: 1.31.0
                          apiVersions:
                          - monitoring.coreos.com/v1/ServiceMonitor
                        """),
                source(
                        "what is changed of a kustomization",
                        REPOSITORY.kustomize(k -> k.namePrefix("eu-")
                                .nameSuffix("-v2")
                                .namespace("front")
                                .image(Image.of("nginx:1.27"))
                                .image("web", Image.of("registry.example.com/web:2"))
                                .replicas("worker", 3)
                                .replicas(web, 4)
                                .commonLabel("team", "shop")
                                .labelWithoutSelector(true)
                                .labelIncludeTemplates(true)
                                .forceCommonLabels(true)
                                .commonAnnotation("example.com/revision", "${ARGOCD_APP_REVISION}")
                                .commonAnnotationsEnvsubst(true)
                                .forceCommonAnnotations(true)
                                .components("../components/debug")
                                .ignoreMissingComponents(true)
                                .version("v5.4.3")
                                .kubeVersion("1.31.0")
                                .apiVersions("policy/v1")),
                        """
                        repoURL: https://git.example.com/deploy
                        path: shop
                        kustomize:
                          namePrefix: eu-
                          nameSuffix: -v2
                          namespace: front
                          images:
                          - nginx:1.27
                          - web=registry.example.com/web:2
                          replicas:
                          - name: worker
                            count: 3
                          - name: web
                            count: 4
                          commonLabels:
                            team: shop
                          labelWithoutSelector: true
                          labelIncludeTemplates: true
                          forceCommonLabels: true
                          commonAnnotations:
                            example.com/revision: ${ARGOCD_APP_REVISION}
                          commonAnnotationsEnvsubst: true
                          forceCommonAnnotations: true
                          components:
                          - ../components/debug
                          ignoreMissingComponents: true
                          version: v5.4.3
                          kubeVersion: 1.31.0
                          apiVersions:
                          - policy/v1
                        """),
                source(
                        "patches",
                        REPOSITORY.kustomize(k -> k.patch(p -> p.target(web).path("patches/web.yaml"))
                                .patch(p -> p.group("apps")
                                        .version("v1")
                                        .kind("Deployment|StatefulSet")
                                        .name("web.*")
                                        .namespace("shop")
                                        .labelSelector("app=web")
                                        .annotationSelector("team=shop")
                                        .allowNameChange(true)
                                        .allowKindChange(true)
                                        .patch("- op: remove\n  path: /spec/replicas\n"))),
                        """
                        repoURL: https://git.example.com/deploy
                        path: shop
                        kustomize:
                          patches:
                          - target:
                              group: apps
                              version: v1
                              kind: Deployment
                              name: web
                            path: patches/web.yaml
                          - target:
                              group: apps
                              version: v1
                              kind: Deployment|StatefulSet
                              name: web.*
                              namespace: shop
                              labelSelector: app=web
                              annotationSelector: team=shop
                            options:
                              allowNameChange: true
                              allowKindChange: true
                            patch: |
                              - op: remove
                                path: /spec/replicas
                        """),
                source(
                        "files of a folder, and Jsonnet",
                        REPOSITORY.directory(d -> d.recurse(true)
                                .include("*.yaml")
                                .exclude("{config.json,secrets/*}")
                                .extVar("region", "eu")
                                .extCode("replicas", "1 + 1")
                                .topLevelArgument("name", "shop")
                                .topLevelCode("debug", "false")
                                .libs("vendor")),
                        """
                        repoURL: https://git.example.com/deploy
                        path: shop
                        directory:
                          recurse: true
                          include: "*.yaml"
                          exclude: "{config.json,secrets/*}"
                          jsonnet:
                            extVars:
                            - name: region
                              value: eu
                            - name: replicas
                              value: 1 + 1
                              code: true
                            tlas:
                            - name: name
                              value: shop
                            - name: debug
                              value: "false"
                              code: true
                            libs:
                            - vendor
                        """),
                source(
                        "a plugin",
                        REPOSITORY.plugin(p -> p.name("cdk")
                                .env("STAGE", "production")
                                .parameter("region", "eu")
                                .arrayParameter("hosts", "a.example.com", "b.example.com")
                                .mapParameter("images", new TreeMap<>(Map.of("web", "web:2")))),
                        """
                        repoURL: https://git.example.com/deploy
                        path: shop
                        plugin:
                          name: cdk
                          env:
                          - name: STAGE
                            value: production
                          parameters:
                          - name: region
                            string: eu
                          - name: hosts
                            array:
                            - a.example.com
                            - b.example.com
                          - name: images
                            map:
                              web: web:2
                        """));
    }

    private static Case source(String name, ApplicationSource<?> made, String byHand) {
        return Cases.of(
                name,
                Application.of("shop", a -> a.from(made).destination(DestinationCluster.IN_CLUSTER)),
                """
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: shop
                spec:
                  project: default
                  destination:
                    server: https://kubernetes.default.svc
                  source:
                """ + byHand.indent(4));
    }
}
