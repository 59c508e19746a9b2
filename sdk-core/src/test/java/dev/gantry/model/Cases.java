package dev.gantry.model;

import dev.gantry.Image;
import dev.gantry.workload.Container;
import dev.gantry.workload.Deployment;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Every case: together they call every method of every builder. */
final class Cases {

    private Cases() {}

    static List<Case> all() {
        return Stream.of(
                        AccessCases.cases(),
                        AutoscalingCases.cases(),
                        BarePodCases.cases(),
                        ClaimedVolumeCases.cases(),
                        ClusterCases.cases(),
                        ConfigCases.cases(),
                        ContainerCases.cases(),
                        CronJobCases.cases(),
                        CustomResourceCases.cases(),
                        DaemonSetCases.cases(),
                        DeploymentCases.cases(),
                        DisruptionCases.cases(),
                        JobCases.cases(),
                        IngressCases.cases(),
                        NamespaceCases.cases(),
                        NetworkPolicyCases.cases(),
                        PlacementCases.cases(),
                        PodCases.cases(),
                        ProbeCases.cases(),
                        SecurityCases.cases(),
                        ServiceCases.cases(),
                        StatefulSetCases.cases(),
                        StorageCases.cases(),
                        SwitchCases.cases(),
                        VerticalAutoscalingCases.cases(),
                        VolumeCases.cases())
                .flatMap(List::stream)
                .toList();
    }

    static ObjectMetaBuilder named(String name) {
        return new ObjectMetaBuilder().withName(name);
    }

    /** A Deployment with these options of its pods. */
    static Case pod(String name, Consumer<Deployment.Builder> options, UnaryOperator<PodSpecBuilder> byHand) {
        return new Case(
                name,
                Deployment.of("shop-web", options),
                new DeploymentBuilder()
                        .withMetadata(named("shop-web").build())
                        .withNewSpec()
                        .withNewTemplate()
                        .withSpec(byHand.apply(new PodSpecBuilder()).build())
                        .endTemplate()
                        .endSpec()
                        .build());
    }

    /** A Deployment with one container with these options. */
    static Case container(String name, Consumer<Container> options, UnaryOperator<ContainerBuilder> byHand) {
        return container(name, options, byHand, pod -> pod);
    }

    /** A Deployment with one container with these options, which also add to the pod. */
    static Case container(
            String name,
            Consumer<Container> options,
            UnaryOperator<ContainerBuilder> byHand,
            UnaryOperator<PodSpecBuilder> podByHand) {
        ContainerBuilder container =
                new ContainerBuilder().withName("main").withImage("registry.example.com/shop/web:3.1");
        return pod(
                name,
                d -> d.container("main", Image.of("registry.example.com/shop/web", "3.1"), options),
                pod -> podByHand
                        .apply(pod)
                        .addToContainers(byHand.apply(container).build()));
    }
}
