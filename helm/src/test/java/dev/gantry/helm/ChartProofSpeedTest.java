package dev.gantry.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartProofSpeedTest {

    private static final int SAMPLES = 100;
    private static final int OBJECTS = 100;

    @TempDir
    Path folder;

    /** 10,000 objects, a tenth of which differ from sample to sample; about a second where nothing else runs. */
    @Test
    void should_prove_a_hundred_samples_of_a_hundred_objects_in_seconds() throws IOException {
        TestStaging staging = TestStaging.in(folder);
        for (int i = 0; i < OBJECTS; i++) {
            staging.chart()
                    .file("templates/deployment-" + i + ".yaml", deployment(i, "{{ .Values.replicas | int64 }}"));
        }
        for (int i = 0; i < SAMPLES; i++) {
            StringBuilder expected = new StringBuilder(TestChart.expected(i));
            for (int j = 0; j < OBJECTS; j++) {
                expected.append("---\n").append(deployment(j, Integer.toString(i)));
            }
            staging.sample("sample " + i, "replicas: " + i + "\n", expected.toString());
        }
        Path written = staging.written();
        Instant start = Instant.now();
        assertThat(ChartProof.findings(written)).isEmpty();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    private static String deployment(int number, String replicas) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web-%d
                  namespace: shop
                spec:
                  replicas: %s
                  selector:
                    matchLabels:
                      app.kubernetes.io/name: web-%1$d
                  template:
                    metadata:
                      labels:
                        app.kubernetes.io/name: web-%1$d
                    spec:
                      containers:
                        - name: web
                          image: registry.example.com/web:1.4.0
                          ports:
                            - name: http
                              containerPort: 8080
                          resources:
                            requests:
                              cpu: 250m
                              memory: 256Mi
                          readinessProbe:
                            httpGet:
                              path: /ready
                              port: http
                            initialDelaySeconds: 5
                """.formatted(number, number % 10 == 0 ? replicas : "3");
    }
}
