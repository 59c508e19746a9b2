package dev.gantry.publish;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is pushed, and as whom.
 *
 * @param directory the working copy, or a folder in it
 * @param credentials the user and password for a host; they answer {@code null} for none
 * @param proxy the way to a host; it answers {@code null} for the direct one
 */
public record PushRequest(
        Path directory, Function<String, @Nullable Login> credentials, Function<String, @Nullable ProxyAddress> proxy) {

    /**
     * Who asks.
     *
     * @param user the name of the user
     * @param password or a token
     */
    public record Login(String user, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * A proxy for HTTP.
     *
     * @param host its name
     * @param port its port
     */
    public record ProxyAddress(String host, int port) {}
}
