package dev.gantry.benchmarks.fabric8;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the programs have in common: a server that is ready for production, its Service, and its autoscaler. */
final class WebServerObjects {

    private WebServerObjects() {}

    /**
     * A Deployment.
     *
     * @param app the name of namespace and app
     * @param configMap whose entries are its environment, together with a ServiceAccount of that name; {@code null} for
     *     neither
     */
    static HasMetadata deployment(String app, String name, String image, @Nullable String configMap) {
        DeploymentBuilder deployment = new DeploymentBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(app)
                .addToLabels("app.kubernetes.io/part-of", app)
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .addToMatchLabels("app.kubernetes.io/name", name)
                .endSelector()
                .withNewStrategy()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxSurge(new IntOrString("25%"))
                .withMaxUnavailable(new IntOrString(0))
                .endRollingUpdate()
                .endStrategy()
                .withRevisionHistoryLimit(3)
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app.kubernetes.io/name", name)
                .addToLabels("app.kubernetes.io/component", "server")
                .addToAnnotations("example.com/team", "shop")
                .endMetadata()
                .withNewSpec()
                .addNewVolume()
                .withName("scratch")
                .withNewEmptyDir()
                .withSizeLimit(new Quantity("64Mi"))
                .endEmptyDir()
                .endVolume()
                .withTerminationGracePeriodSeconds(45L)
                .withServiceAccountName(configMap)
                .withAutomountServiceAccountToken(false)
                .withNewSecurityContext()
                .withRunAsUser(10001L)
                .withRunAsNonRoot(true)
                .withFsGroup(10001L)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .endSpec()
                .endTemplate()
                .endSpec();
        container(deployment, name, image, configMap);
        return deployment.build();
    }

    static HasMetadata service(String app, String name) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(app)
                .addToLabels("app.kubernetes.io/part-of", app)
                .endMetadata()
                .withNewSpec()
                .addNewPort()
                .withName("http")
                .withProtocol("TCP")
                .withPort(80)
                .withTargetPort(new IntOrString("http"))
                .endPort()
                .addNewPort()
                .withName("metrics")
                .withProtocol("TCP")
                .withPort(9090)
                .withTargetPort(new IntOrString("metrics"))
                .endPort()
                .addToSelector("app.kubernetes.io/name", name)
                .endSpec()
                .build();
    }

    static HasMetadata autoscaler(String app, String name, int least, int most) {
        return new HorizontalPodAutoscalerBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(app)
                .addToLabels("app.kubernetes.io/part-of", app)
                .endMetadata()
                .withNewSpec()
                .withNewScaleTargetRef()
                .withKind("Deployment")
                .withName(name)
                .withApiVersion("apps/v1")
                .endScaleTargetRef()
                .withMinReplicas(least)
                .withMaxReplicas(most)
                .addNewMetric()
                .withType("Resource")
                .withNewResource()
                .withName("cpu")
                .withNewTarget()
                .withType("Utilization")
                .withAverageUtilization(70)
                .endTarget()
                .endResource()
                .endMetric()
                .withNewBehavior()
                .withNewScaleDown()
                .withStabilizationWindowSeconds(300)
                .addNewPolicy()
                .withType("Percent")
                .withValue(50)
                .withPeriodSeconds(60)
                .endPolicy()
                .endScaleDown()
                .endBehavior()
                .endSpec()
                .build();
    }

    private static void container(DeploymentBuilder deployment, String name, String image, @Nullable String configMap) {
        var container = deployment
                .editSpec()
                .editTemplate()
                .editSpec()
                .addNewContainer()
                .withName("server")
                .withImage(image)
                .addNewPort()
                .withName("http")
                .withContainerPort(8080)
                .withProtocol("TCP")
                .endPort()
                .addNewPort()
                .withName("metrics")
                .withContainerPort(9090)
                .withProtocol("TCP")
                .endPort()
                .addNewEnv()
                .withName("SERVER_NAME")
                .withValue(name)
                .endEnv()
                .addNewEnv()
                .withName("SERVER_PORT")
                .withValue("8080")
                .endEnv()
                .addNewEnv()
                .withName("POD_NAME")
                .withNewValueFrom()
                .withNewFieldRef()
                .withFieldPath("metadata.name")
                .endFieldRef()
                .endValueFrom()
                .endEnv()
                .withNewResources()
                .withRequests(Map.of("cpu", new Quantity("250m"), "memory", new Quantity("256Mi")))
                .withLimits(Map.of("cpu", new Quantity("500m"), "memory", new Quantity("512Mi")))
                .endResources()
                .addNewVolumeMount()
                .withName("scratch")
                .withMountPath("/tmp")
                .endVolumeMount()
                .withNewReadinessProbe()
                .withNewHttpGet()
                .withPath("/ready")
                .withPort(new IntOrString("http"))
                .endHttpGet()
                .withInitialDelaySeconds(5)
                .withPeriodSeconds(10)
                .endReadinessProbe()
                .withNewLivenessProbe()
                .withNewHttpGet()
                .withPath("/live")
                .withPort(new IntOrString("http"))
                .endHttpGet()
                .withInitialDelaySeconds(15)
                .withFailureThreshold(6)
                .endLivenessProbe()
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .addToDrop("ALL")
                .endCapabilities()
                .endSecurityContext();
        if (configMap != null) {
            container
                    .addNewEnvFrom()
                    .withNewConfigMapRef()
                    .withName(configMap)
                    .endConfigMapRef()
                    .endEnvFrom();
        }
        container.endContainer().endSpec().endTemplate().endSpec();
    }
}
