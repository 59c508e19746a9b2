package dev.gantry.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small chart in a folder, which the linter has nothing against. */
final class TestChart {

    /** Of a version that the linter warns of. */
    static final String DEPRECATED = "{apiVersion: extensions/v1beta1, kind: Ingress, metadata: {name: old}}\n";

    private final Path folder;

    private TestChart(Path folder) {
        this.folder = folder;
    }

    /** A chart with values and a ConfigMap that shows them. */
    static TestChart in(Path folder) throws IOException {
        return new TestChart(folder)
                .file("Chart.yaml", """
                        apiVersion: v2
                        name: shop
                        description: Sells things
                        type: application
                        version: 0.1.0
                        appVersion: "1.0"
                        icon: https://example.com/shop.png
                        """)
                .file("values.yaml", """
                        name: web
                        replicas: 2
                        debug: false
                        """)
                .file("templates/web.yaml", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: {{ .Values.name }}
                          namespace: {{ .Release.Namespace }}
                        data:
                          replicas: {{ .Values.replicas | quote }}
                          {{- if .Values.debug }}
                          debug: "on"
                          {{- end }}
                        """);
    }

    TestChart file(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    TestChart append(String path, String content) throws IOException {
        return file(path, Files.readString(folder.resolve(path)) + content);
    }

    /** Makes it depend on a chart that is somewhere else. */
    TestChart dependsOn(String name, String repository) throws IOException {
        return append("Chart.yaml", """
                dependencies:
                - name: %s
                  version: 1.0.0
                  repository: "%s"
                """.formatted(name, repository));
    }

    /** Adds a hook, and a template beside it that is none. */
    TestChart hook() throws IOException {
        return file("templates/migrate.yaml", """
                apiVersion: batch/v1
                kind: Job
                metadata:
                  name: migrate-{{ .Release.Name }}
                  annotations:
                    helm.sh/hook: pre-upgrade
                    note: "a \\"quoted\\" < text"
                spec:
                  backoffLimit: {{ .Values.replicas }}
                ---
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: migrate
                """);
    }

    Path folder() {
        return folder;
    }

    /** What it renders to with this value, in namespace {@code shop}. */
    static String expected(int replicas) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                  namespace: shop
                data:
                  replicas: "%d"
                """.formatted(replicas);
    }
}
