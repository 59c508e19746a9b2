package dev.gantry;

import dev.gantry.extension.Resource;
import java.util.SortedMap;

/** A workload whose pods can be selected by labels. */
public interface Selectable {

    /** The labels that its own selector asks for, all of which its pods carry; sorted and unmodifiable. */
    SortedMap<String, String> selector();

    /** The workload itself. */
    Resource resource();
}
