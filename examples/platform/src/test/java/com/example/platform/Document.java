package com.example.platform;

/** Objects as the document has them. */
enum Document {
    HORIZONTAL_POD_AUTOSCALER("""
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata:
              name: myapp-hpa
            spec:
              scaleTargetRef:
                apiVersion: apps/v1
                kind: Deployment
                name: myapp
              minReplicas: 2
              maxReplicas: 20
              metrics:
              - type: Resource
                resource:
                  name: cpu
                  target:
                    type: Utilization
                    averageUtilization: 70
              - type: Resource
                resource:
                  name: memory
                  target:
                    type: Utilization
                    averageUtilization: 80
              - type: Pods
                pods:
                  metric:
                    name: http_requests_per_second
                  target:
                    type: AverageValue
                    averageValue: "1000"
              behavior:
                scaleUp:
                  stabilizationWindowSeconds: 60
                  policies:
                  - type: Percent
                    value: 100
                    periodSeconds: 60
                  - type: Pods
                    value: 2
                    periodSeconds: 60
                  selectPolicy: Max
                scaleDown:
                  stabilizationWindowSeconds: 300
                  policies:
                  - type: Percent
                    value: 10
                    periodSeconds: 60
            """),

    VERTICAL_POD_AUTOSCALER("""
            apiVersion: autoscaling.k8s.io/v1
            kind: VerticalPodAutoscaler
            metadata:
              name: myapp-vpa
            spec:
              targetRef:
                apiVersion: apps/v1
                kind: Deployment
                name: myapp
              updatePolicy:
                updateMode: "Auto"
              resourcePolicy:
                containerPolicies:
                - containerName: myapp
                  maxAllowed:
                    cpu: 1000m
                    memory: 2Gi
                  minAllowed:
                    cpu: 100m
                    memory: 128Mi
                  controlledResources: ["cpu", "memory"]
            """),

    VIRTUAL_SERVICE("""
            apiVersion: networking.istio.io/v1beta1
            kind: VirtualService
            metadata:
              name: myapp-vs
            spec:
              hosts:
              - myapp.example.com
              http:
              - match:
                - headers:
                    canary:
                      exact: "true"
                route:
                - destination:
                    host: myapp-service
                    subset: canary
                  weight: 100
              - route:
                - destination:
                    host: myapp-service
                    subset: stable
                  weight: 90
                - destination:
                    host: myapp-service
                    subset: canary
                  weight: 10
            """),

    DESTINATION_RULE("""
            apiVersion: networking.istio.io/v1beta1
            kind: DestinationRule
            metadata:
              name: myapp-dr
            spec:
              host: myapp-service
              subsets:
              - name: stable
                labels:
                  version: stable
              - name: canary
                labels:
                  version: canary
              trafficPolicy:
                connectionPool:
                  tcp:
                    maxConnections: 10
                  http:
                    http1MaxPendingRequests: 10
                    maxRequestsPerConnection: 2
                outlierDetection:
                  consecutiveErrors: 3
                  interval: 30s
                  baseEjectionTime: 30s
            """),

    AUTHORIZATION_POLICY("""
            apiVersion: security.istio.io/v1beta1
            kind: AuthorizationPolicy
            metadata:
              name: myapp-authz
            spec:
              selector:
                matchLabels:
                  app: myapp
              rules:
              - from:
                - source:
                    principals: ["cluster.local/ns/frontend/sa/frontend-sa"]
              - to:
                - operation:
                    methods: ["GET", "POST"]
                    paths: ["/api/*"]
              - when:
                - key: request.headers[user-role]
                  values: ["admin", "user"]
            """),

    PEER_AUTHENTICATION("""
            apiVersion: security.istio.io/v1beta1
            kind: PeerAuthentication
            metadata:
              name: myapp-pa
            spec:
              selector:
                matchLabels:
                  app: myapp
              mtls:
                mode: STRICT
            """),

    DAEMON_SET("""
            apiVersion: apps/v1
            kind: DaemonSet
            metadata:
              name: fluentd
              namespace: kube-system
            spec:
              selector:
                matchLabels:
                  name: fluentd
              template:
                metadata:
                  labels:
                    name: fluentd
                spec:
                  serviceAccountName: fluentd
                  tolerations:
                  - key: node-role.kubernetes.io/master
                    effect: NoSchedule
                  containers:
                  - name: fluentd
                    image: fluent/fluentd-kubernetes-daemonset:v1-debian-elasticsearch
                    env:
                    - name: FLUENT_ELASTICSEARCH_HOST
                      value: "elasticsearch.logging.svc.cluster.local"
                    - name: FLUENT_ELASTICSEARCH_PORT
                      value: "9200"
                    - name: FLUENT_ELASTICSEARCH_SCHEME
                      value: "http"
                    volumeMounts:
                    - name: varlog
                      mountPath: /var/log
                      readOnly: true
                    - name: varlibdockercontainers
                      mountPath: /var/lib/docker/containers
                      readOnly: true
                    - name: fluentd-config
                      mountPath: /fluentd/etc
                  volumes:
                  - name: varlog
                    hostPath:
                      path: /var/log
                  - name: varlibdockercontainers
                    hostPath:
                      path: /var/lib/docker/containers
                  - name: fluentd-config
                    configMap:
                      name: fluentd-config
            """),

    APPLICATION("""
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata:
              name: myapp-prod
              namespace: argocd
              finalizers:
                - resources-finalizer.argocd.argoproj.io
            spec:
              project: default
              source:
                repoURL: https://github.com/mycompany/myapp-k8s-manifests
                targetRevision: HEAD
                path: overlays/production
              destination:
                server: https://kubernetes.default.svc
                namespace: myapp-prod
              syncPolicy:
                automated:
                  prune: true
                  selfHeal: true
                  allowEmpty: false
                syncOptions:
                - CreateNamespace=true
                - PrunePropagationPolicy=foreground
                - PruneLast=true
                retry:
                  limit: 5
                  backoff:
                    duration: 5s
                    factor: 2
                    maxDuration: 3m
            """),

    SERVICE_MONITOR("""
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
            """),

    PROMETHEUS_RULE("""
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
            """),

    PROMETHEUS("""
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
            """),

    CUSTOM_RESOURCE_DEFINITION("""
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: webapps.example.com
            spec:
              group: example.com
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        properties:
                          image:
                            type: string
                            description: "Docker image for the webapp"
                          replicas:
                            type: integer
                            minimum: 1
                            maximum: 10
                            description: "Number of replicas"
                          database:
                            type: object
                            properties:
                              enabled:
                                type: boolean
                              type:
                                type: string
                                enum: ["postgresql", "mysql"]
                              size:
                                type: string
                                default: "10Gi"
                          ingress:
                            type: object
                            properties:
                              enabled:
                                type: boolean
                              host:
                                type: string
                              tls:
                                type: boolean
                        required:
                        - image
                        - replicas
                      status:
                        type: object
                        properties:
                          conditions:
                            type: array
                            items:
                              type: object
                              properties:
                                type:
                                  type: string
                                status:
                                  type: string
                                lastTransitionTime:
                                  type: string
                                  format: date-time
                                reason:
                                  type: string
                                message:
                                  type: string
                          phase:
                            type: string
                            enum: ["Pending", "Running", "Failed"]
                          readyReplicas:
                            type: integer
              scope: Namespaced
              names:
                plural: webapps
                singular: webapp
                kind: WebApp
                shortNames:
                - wa
            """),

    WEB_APP("""
            apiVersion: example.com/v1
            kind: WebApp
            metadata:
              name: my-webapp
              namespace: default
            spec:
              image: "myapp:v1.0"
              replicas: 3
              database:
                enabled: true
                type: postgresql
                size: "20Gi"
              ingress:
                enabled: true
                host: "myapp.example.com"
                tls: true
            """);

    private final String yaml;

    Document(String yaml) {
        this.yaml = yaml;
    }

    String yaml() {
        return yaml;
    }
}
