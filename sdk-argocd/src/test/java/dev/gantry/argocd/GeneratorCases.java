package dev.gantry.argocd;

import static java.time.Duration.ofMinutes;

import dev.gantry.LabelSelector;
import dev.gantry.model.Case;
import java.util.List;

final class GeneratorCases {

    private GeneratorCases() {}

    static List<Case> cases() {
        return List.of(
                generator(
                        "a list",
                        Generator.list(l -> l.element(e -> e.set("name", "eu")
                                                .set("replicas", 2)
                                                .set("debug", false)
                                                .list("hosts", "a", "b")
                                                .object("image", i -> i.set("tag", "1.27")))
                                        .element(e -> e.set("name", "us"))
                                        .elementsYaml("{{ .more | toJson }}"))
                                .selector(LabelSelector.of("name", "eu")),
                        """
                        list:
                          elements:
                          - name: eu
                            replicas: 2
                            debug: false
                            hosts:
                            - a
                            - b
                            image:
                              tag: "1.27"
                          - name: us
                          elementsYaml: "{{ .more | toJson }}"
                        selector:
                          matchLabels:
                            name: eu
                        """),
                generator(
                        "clusters",
                        Generator.clusters(c -> c.selector(LabelSelector.of("stage", "production"))
                                .value("revision", "{{ .metadata.labels.revision }}")
                                .flatList(true)),
                        """
                        clusters:
                          selector:
                            matchLabels:
                              stage: production
                          values:
                            revision: "{{ .metadata.labels.revision }}"
                          flatList: true
                        """),
                generator(
                        "folders and files",
                        Generator.git(
                                "https://git.example.com/deploy",
                                "HEAD",
                                g -> g.directories("apps/*", "more/*")
                                        .excludeDirectories("apps/old")
                                        .files("clusters/**/config.json")
                                        .excludeFiles("clusters/test/config.json")
                                        .pathParamPrefix("deploy")
                                        .requeueAfter(ofMinutes(2))
                                        .value("stage", "production")),
                        """
                        git:
                          repoURL: https://git.example.com/deploy
                          revision: HEAD
                          directories:
                          - path: apps/*
                          - path: more/*
                          - path: apps/old
                            exclude: true
                          files:
                          - path: clusters/**/config.json
                          - path: clusters/test/config.json
                            exclude: true
                          pathParamPrefix: deploy
                          requeueAfterSeconds: 120
                          values:
                            stage: production
                        """),
                generator(
                        "a matrix of a merge",
                        Generator.matrix(
                                Generator.merge(
                                                "server",
                                                Generator.clusters(),
                                                Generator.list(l -> l.element(e -> e.set("server", "https://a"))))
                                        .mergeKey("name"),
                                Generator.custom(
                                        "pullRequest",
                                        p -> p.put("requeueAfterSeconds", 60)
                                                .putObject("github")
                                                .put("owner", "example")
                                                .put("repo", "shop"))),
                        """
                        matrix:
                          generators:
                          - merge:
                              mergeKeys:
                              - server
                              - name
                              generators:
                              - clusters: {}
                              - list:
                                  elements:
                                  - server: https://a
                          - pullRequest:
                              requeueAfterSeconds: 60
                              github:
                                owner: example
                                repo: shop
                        """));
    }

    private static Case generator(String name, Generator made, String byHand) {
        return Cases.of(
                name,
                ApplicationSet.of(
                        "shop",
                        "shop-{{ .name }}",
                        s -> s.goTemplate().generator(made).destination(DestinationCluster.IN_CLUSTER)),
                """
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata:
                  name: shop
                spec:
                  goTemplate: true
                  goTemplateOptions:
                  - missingkey=error
                  template:
                    metadata:
                      name: shop-{{ .name }}
                    spec:
                      project: default
                      destination:
                        server: https://kubernetes.default.svc
                  generators:
                  -
                """.stripTrailing() + byHand.indent(4).substring(3));
    }
}
