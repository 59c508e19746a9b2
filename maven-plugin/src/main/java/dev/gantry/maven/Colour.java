package dev.gantry.maven;

import org.apache.maven.execution.MavenSession;

/** Whether Maven colours its log. */
final class Colour {

    private Colour() {}

    /** Asks Maven itself, which has decided by terminal, {@code -B}, {@code -l} and {@code -Dstyle.color}. */
    static boolean isOn() {
        return ask("org.apache.maven.shared.utils.logging.MessageUtils") || ask("org.apache.maven.jline.MessageUtils");
    }

    /** The first name is that of Maven 3, the second that of Maven 4; neither is exported to plugins. */
    private static boolean ask(String className) {
        try {
            Class<?> type = Class.forName(className, true, MavenSession.class.getClassLoader());
            return Boolean.TRUE.equals(type.getMethod("isColorEnabled").invoke(null));
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }
}
