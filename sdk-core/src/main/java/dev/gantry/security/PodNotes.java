package dev.gantry.security;

import java.util.List;

/** Takes down what is found in the pods of one workload. */
final class PodNotes {

    private final PodTemplate template;
    private final PodSecurityStandard standard;
    private final List<Shortfall> shortfalls;

    PodNotes(PodTemplate template, PodSecurityStandard standard, List<Shortfall> shortfalls) {
        this.template = template;
        this.standard = standard;
        this.shortfalls = shortfalls;
    }

    /** A field of the pods' {@code spec} says what it must not. */
    void written(String path, String problem) {
        shortfalls.add(new Shortfall(standard, template.specPath() + "." + path, path + " " + problem, true));
    }

    /** A field of the template's {@code metadata} says what it must not. */
    void writtenInMetadata(String path, String problem) {
        String field = "metadata." + path;
        shortfalls.add(new Shortfall(standard, template.path(field), field + " " + problem, true));
    }

    /**
     * A field does not say what it should.
     *
     * @param present the path of the nearest one that is there; empty for the {@code spec} itself
     */
    void missing(String present, String path, String problem) {
        String field = present.isEmpty() ? template.specPath() : template.specPath() + "." + present;
        shortfalls.add(new Shortfall(standard, field, path + " " + problem, false));
    }
}
