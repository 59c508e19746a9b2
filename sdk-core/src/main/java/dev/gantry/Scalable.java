package dev.gantry;

import dev.gantry.extension.Resource;

/** A workload whose number of replicas an autoscaler can change, through its {@code scale} subresource. */
public interface Scalable extends Resizable {

    /** The workload itself. */
    @Override
    Resource resource();
}
