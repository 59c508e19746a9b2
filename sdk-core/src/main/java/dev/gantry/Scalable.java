package dev.gantry;

import dev.gantry.extension.Resource;

/** A workload whose number of replicas an autoscaler can change, through its {@code scale} subresource. */
public interface Scalable {

    /** The workload itself. */
    Resource resource();
}
