package dev.gantry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The version of the SDK, from a file that the build writes. */
final class Version {

    private Version() {}

    /** Such as {@code gantry/0.1.0}. */
    static String tool() {
        return "gantry/" + number();
    }

    /** Such as {@code 0.1.0}. */
    static String number() {
        try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
            String version = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return version.isEmpty() ? "unknown" : version;
        } catch (IOException e) {
            return "unknown";
        }
    }
}
