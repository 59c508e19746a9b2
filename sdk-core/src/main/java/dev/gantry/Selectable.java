package dev.gantry;

import dev.gantry.extension.Resource;
import java.util.SortedMap;

/** What runs pods that can be selected by labels. */
public interface Selectable {

    /**
     * The labels that its own selector asks for, all of which its pods carry; or the labels of its pods, where it has no
     * selector (a Job, a CronJob, a Pod). Sorted and unmodifiable.
     */
    SortedMap<String, String> selector();

    /** The namespace that its pods are in. */
    default Text namespace() {
        return Text.namespace(resource());
    }

    /** The workload itself. */
    Resource resource();
}
