package dev.gantry.fake.apply;

/**
 * Who owns fields.
 *
 * @param name as the client calls itself
 * @param applies whether by server-side apply; otherwise by other writes
 * @param apiVersion of the fields; empty for one who applies, since he stays the same with another version
 * @param subresource such as {@code status}; empty for the object itself
 */
public record Manager(String name, boolean applies, String apiVersion, String subresource) {

    static Manager applier(String name, String subresource) {
        return new Manager(name, true, "", subresource);
    }

    static Manager updater(String name, String apiVersion, String subresource) {
        return new Manager(name, false, apiVersion, subresource);
    }

    String operation() {
        return applies ? "Apply" : "Update";
    }
}
