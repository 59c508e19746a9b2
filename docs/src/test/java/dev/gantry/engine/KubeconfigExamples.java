package dev.gantry.engine;

import dev.gantry.findings.Example;

/** What the rules for the way to a cluster are for. */
final class KubeconfigExamples {

    private KubeconfigExamples() {}

    @Example(
            value = "GTY-CLU-001",
            why =
                    "Nothing says which cluster is meant. Gantry looks where kubectl does: in the files that `KUBECONFIG` names,"
                            + " else in `~/.kube/config`, else for the service account of a pod.")
    static void absent(ExampleKubeconfig kubeconfig) {
        kubeconfig.connect();
    }

    @Example(value = "GTY-CLU-002", why = "The line is not quoted, since it may hold a token. Look it up in the file.")
    static void broken(ExampleKubeconfig kubeconfig) {
        kubeconfig.says("""
                contexts:
                - name: staging
                  context: {cluster: staging
                users: []
                """);
        kubeconfig.connect();
    }

    @Example(
            value = "GTY-CLU-003",
            why =
                    "A context that does not exist is never replaced by the current one: that would deploy to another cluster.")
    static void unknownContext(ExampleKubeconfig kubeconfig) {
        kubeconfig.says("""
                current-context: staging
                contexts:
                - name: staging
                  context: {cluster: staging}
                - name: production
                  context: {cluster: production}
                """);
        kubeconfig.context("prodution").connect();
    }

    @Example(value = "GTY-CLU-004", why = "A context says which cluster and which user; both have to be in the file.")
    static void unusableContext(ExampleKubeconfig kubeconfig) {
        kubeconfig.says("""
                current-context: staging
                contexts:
                - name: staging
                  context: {cluster: staging, user: ada}
                clusters:
                - name: staging
                  cluster: {server: "https://staging.example.com:6443"}
                """);
        kubeconfig.connect();
    }

    @Example(
            value = "GTY-CLU-005",
            why = "The build says in its POM where it may be deployed to, so that nobody's current context decides it.")
    static void notAllowed(ExampleKubeconfig kubeconfig) {
        kubeconfig.says("""
                current-context: production
                contexts:
                - name: production
                  context: {cluster: production}
                """);
        kubeconfig.allowedContexts("staging", "test-*").connect();
    }

    @Example(
            value = "GTY-CLU-006",
            why = "The file or the program that gives the credentials does not. kubectl has the same problem.")
    static void noCredentials(ExampleKubeconfig kubeconfig) {
        kubeconfig.says("""
                current-context: staging
                contexts:
                - name: staging
                  context: {cluster: staging, user: ada}
                clusters:
                - name: staging
                  cluster: {server: "https://staging.example.com:6443"}
                users:
                - name: ada
                  user:
                    exec: {apiVersion: client.authentication.k8s.io/v1, command: cloud-login, interactiveMode: Never}
                """);
        kubeconfig.connect();
    }

    @Example(
            value = "GTY-CLU-007",
            why = "Java's client speaks to proxies over HTTP only. The password of a proxy is not shown.")
    static void unusableProxy(ExampleKubeconfig kubeconfig) {
        kubeconfig.says("""
                current-context: staging
                contexts:
                - name: staging
                  context: {cluster: staging}
                clusters:
                - name: staging
                  cluster: {server: "https://staging.example.com:6443", proxy-url: "socks5://proxy.example.com"}
                """);
        kubeconfig.connect();
    }
}
