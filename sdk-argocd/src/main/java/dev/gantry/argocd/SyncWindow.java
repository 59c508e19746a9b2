package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Likeness;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.TimeZones;
import dev.gantry.extension.ValueRule;
import java.time.ZoneId;
import java.util.TreeSet;

/**
 * Which Applications a sync window is for: those that any of {@link #applications}, {@link #namespaces} and
 * {@link #clusters} names.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync_windows/">Sync windows</a>
 */
public final class SyncWindow {

    /** That of the machine, which only Go has. */
    private static final String LOCAL = "Local";

    private final Fields window;

    SyncWindow(Fields window) {
        this.window = window;
    }

    /** Adds to {@code applications}: their names, or patterns with {@code *}. */
    public SyncWindow applications(String... names) {
        window.addAll("applications", Syntax.NOT_EMPTY, names);
        return this;
    }

    /** Adds to {@code applications}: an Application of the program. */
    public SyncWindow application(Application application) {
        if (window.given("applications", application)) {
            window.add("applications", application.name());
            window.mention("applications", application);
        }
        return this;
    }

    /** Adds to {@code namespaces}: those of destinations, or patterns with {@code *}. */
    public SyncWindow namespaces(String... namespaces) {
        window.addAll("namespaces", Syntax.NOT_EMPTY, namespaces);
        return this;
    }

    /** Adds to {@code clusters}: the names of clusters, or patterns with {@code *}. */
    public SyncWindow clusters(String... names) {
        window.addAll("clusters", Syntax.NOT_EMPTY, names);
        return this;
    }

    /** Sets {@code andOperator}: whether all that is named has to match, and not just one; {@code false} by default. */
    public SyncWindow andOperator(boolean all) {
        window.set("andOperator", all);
        return this;
    }

    /** Sets {@code manualSync}: whether people may sync where the window forbids it; {@code false} by default. */
    public SyncWindow manualSync(boolean allowed) {
        window.set("manualSync", allowed);
        return this;
    }

    /** Sets {@code syncOverrun}: whether a sync may go on when the window ends; {@code false} by default. */
    public SyncWindow syncOverrun(boolean allowed) {
        window.set("syncOverrun", allowed);
        return this;
    }

    /**
     * Sets {@code timeZone}: what the schedule's times mean; UTC by default.
     *
     * @param zone of the time zone database, such as {@code Europe/Berlin}
     */
    public SyncWindow timeZone(String zone) {
        window.set("timeZone", zone, Syntax.NOT_EMPTY);
        if (zone != null && !zone.isEmpty() && !zone.equals(LOCAL) && !TimeZones.contains(zone)) {
            String guess = Likeness.closest(zone, new TreeSet<>(ZoneId.getAvailableZoneIds()));
            window.flaw(
                    "timeZone",
                    ValueRule.TEXT,
                    "\"" + zone + "\" is not in the time zone database.",
                    guess == null
                            ? "Write it as continent and city, such as \"Europe/Berlin\"."
                            : "Did you mean \"" + guess + "\"?");
        }
        return this;
    }

    /** Sets {@code description}: what the window is for, in at most 255 characters. */
    public SyncWindow description(String text) {
        window.set("description", text);
        return this;
    }
}
