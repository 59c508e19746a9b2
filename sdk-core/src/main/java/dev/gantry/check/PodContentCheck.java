package dev.gantry.check;

/** Looks at what pods ask for, field by field, as an API server does before it takes them. */
final class PodContentCheck {

    private final ProbeCheck probes;
    private final MountCheck mounts;
    private final DownwardApiCheck fields;
    private final ResourceCheck resources;
    private final PodResourceCheck podResources;
    private final PodFieldsCheck pods;
    private final WindowsCheck windows;
    private final PodNetworkCheck network;
    private final SchedulingCheck scheduling;

    PodContentCheck(Findings findings) {
        PodFindings found = new PodFindings(findings);
        this.probes = new ProbeCheck(found);
        this.mounts = new MountCheck(found);
        this.fields = new DownwardApiCheck(found);
        this.resources = new ResourceCheck(found);
        this.podResources = new PodResourceCheck(found);
        this.pods = new PodFieldsCheck(found);
        this.windows = new WindowsCheck(found);
        this.network = new PodNetworkCheck(found);
        this.scheduling = new SchedulingCheck(found);
    }

    void check(Workloads workloads) {
        for (Workload workload : workloads.all()) {
            for (PodContainer container : workload.containers()) {
                probes.check(container);
                mounts.check(container);
                fields.check(container);
                resources.check(container);
                pods.check(container);
            }
            mounts.check(workload);
            fields.check(workload);
            podResources.check(workload);
            pods.check(workload);
            windows.check(workload);
            network.check(workload);
            scheduling.check(workload);
        }
    }
}
