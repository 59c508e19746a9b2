package dev.gantry.remote;

/** What was had from another place. */
final class Fetched {

    private final String version;
    private final byte[] content;

    /**
     * Something.
     *
     * @param version of a chart; empty for a file
     * @param content its bytes
     */
    Fetched(String version, byte[] content) {
        this.version = version;
        this.content = content;
    }

    String version() {
        return version;
    }

    byte[] content() {
        return content;
    }
}
