package dev.gantry;

import dev.gantry.extension.Resource;

/** A workload whose pods an autoscaler can make larger or smaller: anything that replaces its pods when they are gone. */
public interface Resizable {

    /** The workload itself. */
    Resource resource();
}
