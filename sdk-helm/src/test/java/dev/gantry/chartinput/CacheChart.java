package dev.gantry.chartinput;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small chart of a cache server, as others write them. */
public final class CacheChart {

    private CacheChart() {}

    /** Writes it to {@code charts/cache} below a folder. */
    public static void in(Path folder) {
        write(folder, "charts/cache/Chart.yaml", """
                apiVersion: v2
                name: cache
                version: 1.2.3
                """);
        write(folder, "charts/cache/values.yaml", """
                port: 6379
                memory: 64Mi
                extra: {origin: chart}
                migration: false
                hosts: [a]
                """);
        write(folder, "charts/cache/values.schema.json", """
                {"properties": {
                  "port": {"type": "integer", "minimum": 1},
                  "memory": {"type": "string"},
                  "extra": {"type": "object", "additionalProperties": {"type": "string"}},
                  "hosts": {"type": "array", "items": {"type": "string"}}}}
                """);
        write(folder, "charts/cache/templates/server.yaml", """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: {{ .Release.Name }}-server
                  annotations:
                    host: {{ .Release.Name }}.{{ .Release.Namespace }}.svc
                    hosts: {{ join "," .Values.hosts | quote }}
                    {{- with .Values.extra }}
                    {{- toYaml . | nindent 4 }}
                    {{- end }}
                spec:
                  serviceName: {{ .Release.Name }}-server
                  selector:
                    matchLabels: {app: {{ .Release.Name }}}
                  template:
                    metadata:
                      labels: {app: {{ .Release.Name }}}
                    spec:
                      containers:
                        - name: server
                          image: cache:7.2.5
                          ports:
                            - {name: cache, containerPort: {{ .Values.port }}}
                          resources:
                            requests: {cpu: 100m, memory: {{ .Values.memory }}}
                            limits: {memory: {{ .Values.memory }}}
                """);
        write(folder, "charts/cache/templates/service.yaml", """
                apiVersion: v1
                kind: Service
                metadata:
                  name: {{ .Release.Name }}-server
                spec:
                  clusterIP: None
                  selector: {app: {{ .Release.Name }}}
                  ports:
                    - {name: cache, port: {{ .Values.port }}, targetPort: cache}
                """);
    }

    /** Adds hooks to it. */
    public static void hooks(Path folder) {
        for (String hook : new String[] {
            "prepare pre-install,pre-upgrade 1", "check pre-install 5", "announce post-install 0", "probe test 0"
        }) {
            String[] parts = hook.split(" ", -1);
            write(folder, "charts/cache/templates/" + parts[0] + ".yaml", """
                    apiVersion: batch/v1
                    kind: Job
                    metadata:
                      name: %s
                      annotations:
                        helm.sh/hook: %s
                        helm.sh/hook-weight: "%s"
                        helm.sh/hook-delete-policy: hook-succeeded
                    spec:
                      template:
                        spec:
                          restartPolicy: Never
                          containers:
                            - name: job
                              image: cache:7.2.5
                              resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 64Mi}}
                    """.formatted(parts[0], parts[1], parts[2]));
        }
    }

    /** Writes a file. */
    public static void write(Path folder, String path, String content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
