package dev.gantry.extension;

import java.time.ZoneId;
import java.util.Set;

/** The names of the time zone database, as a cluster knows them, whichever Java a program runs on. */
public final class TimeZones {

    /** Those that not every Java knows: some are abbreviations, some are newer than an old Java. */
    private static final Set<String> FURTHER =
            Set.of("EST", "HST", "MST", "Europe/Kyiv", "Pacific/Kanton", "America/Ciudad_Juarez", "America/Coyhaique");

    private TimeZones() {}

    /** Whether there is a time zone of this name, such as {@code Europe/Berlin} or {@code Etc/UTC}. */
    public static boolean contains(String name) {
        return FURTHER.contains(name) || ZoneId.getAvailableZoneIds().contains(name);
    }
}
