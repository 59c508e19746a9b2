package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Image;
import dev.gantry.LabelSelector;
import dev.gantry.Quantity;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.autoscaling.MetricTarget;
import dev.gantry.cluster.LimitRange;
import dev.gantry.cluster.ResourceQuota;
import dev.gantry.extension.Resource;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.PersistentVolumeClaim;
import dev.gantry.storage.StorageClass;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.Volume;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An amount can be given as text too, and means the same. */
class AmountTest {

    private static final VolumeClaim CLAIM = VolumeClaim.of("3Gi", AccessMode.READ_WRITE_ONCE);
    private static final StorageClass FAST = StorageClass.existing("fast");

    @Test
    void should_take_the_size_of_storage() {
        same(
                PersistentVolumeClaim.of("a", CLAIM.limit("7Gi"), c -> {}),
                PersistentVolumeClaim.of("a", CLAIM.limit(Quantity.gibi(7)), c -> {}));
        same(
                LimitRange.of(
                        "a", r -> r.persistentVolumeClaim(c -> c.min("1Gi").max("8Gi"))),
                LimitRange.of(
                        "a",
                        r -> r.persistentVolumeClaim(
                                c -> c.min(Quantity.gibi(1)).max(Quantity.gibi(8)))));
        same(
                ResourceQuota.of("a", q -> q.storage("9Gi").storage(FAST, "2Gi")),
                ResourceQuota.of("a", q -> q.storage(Quantity.gibi(9)).storage(FAST, Quantity.gibi(2))));
        same(
                deployment(d -> d.volume(Volume.emptyDir("a").sizeLimit("5Mi"))),
                deployment(d -> d.volume(Volume.emptyDir("a").sizeLimit(Quantity.mebi(5)))));
    }

    @Test
    void should_take_what_all_containers_of_a_pod_have() {
        same(
                deployment(d -> d.podRequests("300m", "64Mi").podLimits("2", "1Gi")),
                deployment(d -> d.podRequest("cpu", Quantity.milli(300))
                        .podRequest("memory", Quantity.mebi(64))
                        .podLimit("cpu", Quantity.of(2))
                        .podLimit("memory", Quantity.gibi(1))));
    }

    @Test
    void should_take_what_an_autoscaler_aims_at() {
        LabelSelector paid = LabelSelector.of("plan", "paid");
        same(
                scaler(h -> h.cpuAverage("350m")
                        .memoryAverage("70Mi")
                        .containerAverage("web", "cpu", "90m")
                        .pods("hits", "30")
                        .pods("visits", "40", paid)
                        .external("queue", MetricTarget.average("50"))
                        .external("age", MetricTarget.value("60"))
                        .scaleUp(r -> r.tolerance("0.05"))),
                scaler(h -> h.cpuAverage(Quantity.milli(350))
                        .memoryAverage(Quantity.mebi(70))
                        .containerAverage("web", "cpu", Quantity.milli(90))
                        .pods("hits", Quantity.of(30))
                        .pods("visits", Quantity.of(40), paid)
                        .external("queue", MetricTarget.average(Quantity.of(50)))
                        .external("age", MetricTarget.value(Quantity.of(60)))
                        .scaleUp(r -> r.tolerance(Quantity.of("0.05")))));
    }

    private static Deployment deployment(Consumer<Deployment.Builder> options) {
        return Deployment.of("web", d -> options.accept(d.container("web", Image.of("web:7"), c -> {})));
    }

    private static HorizontalPodAutoscaler scaler(Consumer<HorizontalPodAutoscaler.Builder> options) {
        return HorizontalPodAutoscaler.of("web", Deployment.existing("web"), options);
    }

    private static void same(Resource text, Resource quantity) {
        assertThat(Trees.of(text)).isEqualTo(Trees.of(quantity));
    }
}
