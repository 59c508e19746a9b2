{{- define "deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .name }}
  namespace: {{ .app }}
  labels:
    app.kubernetes.io/part-of: {{ .app }}
spec:
  selector:
    matchLabels:
      app.kubernetes.io/name: {{ .name }}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: {{ .name }}
        app.kubernetes.io/component: server
      annotations:
        example.com/team: shop
    spec:
      volumes:
        - name: scratch
          emptyDir:
            sizeLimit: 64Mi
      containers:
        - name: server
          image: {{ .image }}
          ports:
            - name: http
              containerPort: 8080
              protocol: TCP
            - name: metrics
              containerPort: 9090
              protocol: TCP
          {{- with .configMap }}
          envFrom:
            - configMapRef:
                name: {{ . }}
          {{- end }}
          env:
            - name: SERVER_NAME
              value: {{ .name | quote }}
            - name: SERVER_PORT
              value: "8080"
            - name: POD_NAME
              valueFrom:
                fieldRef:
                  fieldPath: metadata.name
          resources:
            limits:
              cpu: 500m
              memory: 512Mi
            requests:
              cpu: 250m
              memory: 256Mi
          volumeMounts:
            - name: scratch
              mountPath: /tmp
          livenessProbe:
            httpGet:
              path: /live
              port: http
            initialDelaySeconds: 15
            failureThreshold: 6
          readinessProbe:
            httpGet:
              path: /ready
              port: http
            initialDelaySeconds: 5
            periodSeconds: 10
          securityContext:
            capabilities:
              drop:
                - ALL
            readOnlyRootFilesystem: true
            allowPrivilegeEscalation: false
      terminationGracePeriodSeconds: 45
      {{- with .configMap }}
      serviceAccountName: {{ . }}
      {{- end }}
      automountServiceAccountToken: false
      securityContext:
        runAsUser: 10001
        runAsNonRoot: true
        fsGroup: 10001
        seccompProfile:
          type: RuntimeDefault
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 25%
  revisionHistoryLimit: 3
{{- end }}

{{- define "service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ .name }}
  namespace: {{ .app }}
  labels:
    app.kubernetes.io/part-of: {{ .app }}
spec:
  ports:
    - name: http
      protocol: TCP
      port: 80
      targetPort: http
    - name: metrics
      protocol: TCP
      port: 9090
      targetPort: metrics
  selector:
    app.kubernetes.io/name: {{ .name }}
{{- end }}

{{- define "autoscaler" -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ .name }}
  namespace: {{ .app }}
  labels:
    app.kubernetes.io/part-of: {{ .app }}
spec:
  scaleTargetRef:
    kind: Deployment
    name: {{ .name }}
    apiVersion: apps/v1
  minReplicas: {{ .least }}
  maxReplicas: {{ .most }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
  behavior:
    scaleDown:
      stabilizationWindowSeconds: 300
      policies:
        - type: Percent
          value: 50
          periodSeconds: 60
{{- end }}

{{- define "default-deny" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: {{ .app }}
  labels:
    app.kubernetes.io/part-of: {{ .app }}
spec:
  podSelector: {}
  policyTypes:
    - Ingress
{{- end }}
