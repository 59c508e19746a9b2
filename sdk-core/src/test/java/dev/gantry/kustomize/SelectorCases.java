package dev.gantry.kustomize;

import java.util.Locale;

/** Objects whose selectors and templates all have the label {@code app: shop}, as {@code includeSelectors} would leave them. */
enum SelectorCases {
    DEPLOYMENT("apps/v1", """
            spec:
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop, a: b}}
                spec:
                  affinity:
                    podAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                        - topologyKey: zone
                          labelSelector: {matchLabels: {app: shop, c: d}}
                    podAntiAffinity:
                      preferredDuringSchedulingIgnoredDuringExecution:
                        - weight: 1
                          podAffinityTerm:
                            topologyKey: zone
                            labelSelector: {matchLabels: {app: shop}}
                  topologySpreadConstraints:
                    - topologyKey: zone
                      labelSelector: {matchLabels: {app: shop}}
                  containers: [{name: a, image: a}]
            """),
    STATEFUL_SET("apps/v1", """
            spec:
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop}}
                spec:
                  containers: [{name: a, image: a}]
              volumeClaimTemplates:
                - metadata: {name: data, labels: {app: shop}}
                  spec: {accessModes: [ReadWriteOnce]}
            """),
    DAEMON_SET("apps/v1", """
            spec:
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop}}
                spec:
                  containers: [{name: a, image: a}]
            """),
    JOB("batch/v1", """
            spec:
              template:
                metadata: {labels: {app: shop}}
                spec:
                  containers: [{name: a, image: a}]
            """),
    CRON_JOB("batch/v1", """
            spec:
              jobTemplate:
                metadata: {labels: {app: shop}}
                spec:
                  template:
                    metadata: {labels: {app: shop}}
                    spec:
                      containers: [{name: a, image: a}]
            """),
    POD_DISRUPTION_BUDGET("policy/v1", """
            spec: {selector: {matchLabels: {app: shop}}}
            """),
    NETWORK_POLICY("networking.k8s.io/v1", """
            spec:
              podSelector: {matchLabels: {app: shop}}
              ingress:
                - from:
                    - podSelector: {matchLabels: {app: shop, a: b}}
                    - podSelector: {}
                    - namespaceSelector: {matchLabels: {x: z}}
              egress:
                - to: [{podSelector: {matchLabels: {app: shop}}}]
            """),
    REPLICATION_CONTROLLER("v1", """
            spec:
              selector: {app: shop}
              template:
                metadata: {labels: {app: shop}}
                spec:
                  containers: [{name: a, image: a}]
            """);

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop, labels: {app: shop}}
            spec: {selector: {app: shop}, ports: [{port: 80}]}
            """;

    private final String apiVersion;
    private final String spec;

    SelectorCases(String apiVersion, String spec) {
        this.apiVersion = apiVersion;
        this.spec = spec;
    }

    /** The object, and a Service that selects it. */
    String yaml() {
        StringBuilder kind = new StringBuilder();
        for (String word : name().split("_", -1)) {
            kind.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return SERVICE + "---\napiVersion: " + apiVersion + "\nkind: " + kind
                + "\nmetadata: {name: web, namespace: shop, labels: {app: shop}}\n" + spec;
    }
}
