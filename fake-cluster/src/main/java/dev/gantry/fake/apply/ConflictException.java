package dev.gantry.fake.apply;

import java.util.List;

/** Others own fields that would change. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Conflict> conflicts;

    /**
     * Somebody who owns fields.
     *
     * @param manager who it is, in the words of the server: {@code "kubectl" using apps/v1}
     * @param fields such as {@code .spec.replicas}
     */
    public record Conflict(String manager, List<String> fields) {

        /** Copies the list. */
        public Conflict {
            fields = List.copyOf(fields);
        }
    }

    ConflictException(List<Conflict> conflicts) {
        super("conflicts", null, false, false);
        this.conflicts = List.copyOf(conflicts);
    }

    /** Who owns what. */
    public List<Conflict> conflicts() {
        return conflicts;
    }
}
