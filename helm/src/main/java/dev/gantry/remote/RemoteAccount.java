package dev.gantry.remote;

/**
 * Who asks a server.
 *
 * @param username the name
 * @param password the password, or a token
 */
public record RemoteAccount(String username, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return username;
    }
}
