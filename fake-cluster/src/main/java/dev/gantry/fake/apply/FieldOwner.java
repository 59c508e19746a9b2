package dev.gantry.fake.apply;

/**
 * Who owns fields: a field manager, and how it came by them.
 *
 * @param name as the client calls itself
 * @param applies whether by server-side apply; otherwise by other writes
 * @param apiVersion of the fields; empty for one who applies, since he stays the same with another version
 * @param subresource such as {@code status}; empty for the object itself
 */
public record FieldOwner(String name, boolean applies, String apiVersion, String subresource) {

    static FieldOwner applier(String name, String subresource) {
        return new FieldOwner(name, true, "", subresource);
    }

    static FieldOwner updater(String name, String apiVersion, String subresource) {
        return new FieldOwner(name, false, apiVersion, subresource);
    }

    String operation() {
        return applies ? "Apply" : "Update";
    }
}
