package dev.gantry.differencing;

import java.util.List;

/** Thrown when no template says what was observed. */
final class Inexpressible extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient List<Observation> observations;
    private final boolean list;
    private final boolean count;

    /**
     * No template says this.
     *
     * @param field the path of the field; empty for a resource as a whole
     * @param list whether it is about which elements a list has
     * @param count whether what was observed is the number of elements
     */
    Inexpressible(String field, List<Observation> observations, boolean list, boolean count) {
        super(field, null, false, false);
        this.field = field;
        this.observations = List.copyOf(observations);
        this.list = list;
        this.count = count;
    }

    String field() {
        return field;
    }

    List<Observation> observations() {
        return observations;
    }

    boolean isCount() {
        return count;
    }

    boolean isAboutElements() {
        return list;
    }
}
