package com.example.platform;

/** What the document has for Prometheus. */
final class MonitoringDocument {

    static final String SERVICE_MONITOR = """
            apiVersion: monitoring.coreos.com/v1
            kind: ServiceMonitor
            metadata:
              name: myapp-metrics
              labels:
                team: myteam
            spec:
              selector:
                matchLabels:
                  app: myapp
              endpoints:
              - port: metrics
                interval: 30s
                path: /metrics
            """;

    static final String PROMETHEUS_RULE = """
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata:
              name: myapp-alerts
              labels:
                team: myteam
            spec:
              groups:
              - name: myapp.rules
                rules:
                - alert: HighErrorRate
                  expr: rate(http_requests_total{job="myapp",status=~"5.."}[5m]) > 0.1
                  for: 5m
                  labels:
                    severity: critical
                  annotations:
                    summary: "High error rate detected"
                    description: "Error rate is {{ $value }} requests per second"

                - alert: HighMemoryUsage
                  expr: container_memory_usage_bytes{container="myapp"} / container_spec_memory_limit_bytes > 0.9
                  for: 2m
                  labels:
                    severity: warning
                  annotations:
                    summary: "High memory usage"
                    description: "Memory usage is at {{ $value | humanizePercentage }}"
            """;

    static final String PROMETHEUS = """
            apiVersion: monitoring.coreos.com/v1
            kind: Prometheus
            metadata:
              name: prometheus
            spec:
              serviceAccountName: prometheus
              serviceMonitorSelector:
                matchLabels:
                  team: myteam
              ruleSelector:
                matchLabels:
                  team: myteam
              resources:
                requests:
                  memory: 400Mi
              retention: 30d
              storage:
                volumeClaimTemplate:
                  spec:
                    accessModes: ["ReadWriteOnce"]
                    resources:
                      requests:
                        storage: 50Gi
            """;

    private MonitoringDocument() {}
}
