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

    SERVICE_MONITOR(MonitoringDocument.SERVICE_MONITOR),

    PROMETHEUS_RULE(MonitoringDocument.PROMETHEUS_RULE),

    PROMETHEUS(MonitoringDocument.PROMETHEUS),

    CUSTOM_RESOURCE_DEFINITION(WebAppDocument.CUSTOM_RESOURCE_DEFINITION),

    WEB_APP(WebAppDocument.WEB_APP);

    private final String yaml;

    Document(String yaml) {
        this.yaml = yaml;
    }

    String yaml() {
        return yaml;
    }
}
