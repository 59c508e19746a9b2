package dev.gantry.istio.traffic;

import dev.gantry.Selectable;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import org.jspecify.annotations.Nullable;

/** The older form of Istio's selectors, {@code workloadSelector.labels}. */
final class WorkloadLabels {

    private WorkloadLabels() {}

    static void select(Fields spec, @Nullable Selectable workload) {
        if (spec.given("workloadSelector", workload) && workload != null) {
            Fields labels = spec.replace("workloadSelector").object("labels");
            Entries.podLabels(labels, workload.selector(), workload.resource());
            spec.refer("workloadSelector", workload.resource());
        }
    }
}
