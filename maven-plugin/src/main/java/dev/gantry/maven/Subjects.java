package dev.gantry.maven;

import dev.gantry.engine.release.access.Subject;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Who deploys, as a parameter names it. */
final class Subjects {

    private Subjects() {}

    /** Reads {@code ServiceAccount/namespace/name}, {@code User/name} or {@code Group/name}. */
    static Subject parse(@Nullable String text) throws MojoFailureException {
        String[] parts = text == null ? new String[0] : text.split("/", 3);
        if (parts.length == 3 && parts[0].equals("ServiceAccount")) {
            return new Subject(parts[0], parts[1], parts[2]);
        }
        int slash = text == null ? -1 : text.indexOf('/');
        if (text != null && slash > 0 && (parts[0].equals("User") || parts[0].equals("Group"))) {
            return new Subject(parts[0], null, text.substring(slash + 1)); // Their names may have slashes.
        }
        throw new MojoFailureException("gantry.subject says who deploys: ServiceAccount/namespace/name, User/name or"
                + " Group/name" + (text == null ? "." : ", and not \"" + text + "\"."));
    }
}
