package dev.gantry.maven;

import java.util.Locale;
import org.apache.maven.plugin.MojoFailureException;

/** How a goal tells what happens. */
enum ProgressFormat {
    /** A live view on a terminal, and lines elsewhere. */
    AUTO,
    /** Lines in the log. */
    PLAIN,
    /** A JSON object a line on the console. */
    JSON;

    static ProgressFormat named(String name) throws MojoFailureException {
        for (ProgressFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        throw new MojoFailureException("gantry.progress takes auto, plain or json, and not \"" + name + "\".");
    }
}
