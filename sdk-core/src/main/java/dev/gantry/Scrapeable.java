package dev.gantry;

import dev.gantry.extension.Resource;
import java.util.SortedMap;

/** What a monitoring system can find by labels, and scrape at a named port. */
public interface Scrapeable {

    /**
     * Its own labels: those that its builder was given, and not those that its stack adds. Sorted and unmodifiable; empty
     * if it has none, or if they are not known.
     */
    SortedMap<String, String> labels();

    /** The name that it gives to the port on which a container listens. */
    Text portName(Port port);

    /** The namespace that it is in. */
    default Text namespace() {
        return Text.namespace(resource());
    }

    /** The resource itself. */
    Resource resource();
}
