package dev.gantry.differencing;

/** What stands for the hash of a ConfigMap's content, while templates are evaluated. */
@FunctionalInterface
public interface Hashes {

    /** No hash at all, where hashes are not compared. */
    Hashes NONE = (site, scope) -> "";

    /**
     * The hash of what a place of the program makes.
     *
     * @param site the place
     * @param scope what its template is given
     */
    String of(CallSite site, Given scope);
}
