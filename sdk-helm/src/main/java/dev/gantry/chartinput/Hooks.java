package dev.gantry.chartinput;

/**
 * What becomes of the hooks of a chart: objects that Helm itself applies before or after the others, and does not count among them.
 * Those for tests, deletion and rollback are left out in any case.
 *
 * @see <a href="https://helm.sh/docs/topics/charts_hooks/">Chart hooks</a>
 */
public enum Hooks {
    /** They are no part of the program. */
    LEAVE_OUT,
    /**
     * They are resources like others, in their order: what is to be done before an installation or an upgrade is ready before the other
     * objects of the chart are applied, and what is to be done after it waits for them. A Job is run once for each change of it.
     */
    AS_RESOURCES
}
