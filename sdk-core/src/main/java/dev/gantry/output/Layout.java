package dev.gantry.output;

/** How manifests are put into files. */
public enum Layout {
    /** A file for each resource: {@code yaml/<environment>/<stack>/<nn>-<kind>-<name>.yaml}. */
    OBJECT,
    /** A file for each stack: {@code yaml/<environment>/<stack>.yaml}. */
    STACK
}
