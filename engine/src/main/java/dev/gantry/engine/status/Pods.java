package dev.gantry.engine.status;

/** How many pods of how many are what they are to be. */
final class Pods {

    private Pods() {}

    /** Such as {@code 2 of 6 pods are available}. */
    static String are(long number, long all, String what) {
        return number + " of " + all + (all == 1 ? " pod is " : " pods are ") + what;
    }

    /** Such as {@code 1 pod of the version before is still there}. */
    static String surplus(long number) {
        return number == 1 ? "1 pod too many is still there" : number + " pods too many are still there";
    }
}
