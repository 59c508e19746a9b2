package dev.gantry.model;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.gantry.Quantity;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.autoscaling.ScalingPolicySelect;
import dev.gantry.extension.Draft;
import dev.gantry.workload.Deployment;
import org.junit.jupiter.api.Test;

/** Manifests that teams write by hand today can be said exactly. */
class ParityTest {

    @Test
    void should_say_an_autoscaler_with_three_metrics_and_its_behavior() throws JsonProcessingException {
        HorizontalPodAutoscaler scaler = HorizontalPodAutoscaler.of(
                "myapp-hpa",
                Deployment.existing("myapp"),
                h -> h.replicas(2, 20)
                        .cpuUtilization(70)
                        .memoryUtilization(80)
                        .pods("http_requests_per_second", Quantity.of(1000))
                        .scaleUp(r -> r.stabilization(ofSeconds(60))
                                .percent(100, ofSeconds(60))
                                .pods(2, ofSeconds(60))
                                .selectPolicy(ScalingPolicySelect.MAX))
                        .scaleDown(r -> r.stabilization(ofSeconds(300)).percent(10, ofSeconds(60))));
        String byHand = """
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
                """;
        assertThat(Trees.of(scaler)).isEqualTo(new ObjectMapper(new YAMLFactory()).readTree(byHand));
        assertThat(Draft.of(scaler).problems()).isEmpty();
    }
}
