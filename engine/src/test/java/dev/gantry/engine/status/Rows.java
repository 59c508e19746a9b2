package dev.gantry.engine.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

/** What the tests of readiness ask. */
final class Rows {

    static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");

    private Rows() {}

    static String text(String apiVersion, String kind, String rest) {
        return text(apiVersion, kind, rest, Surroundings.none());
    }

    static String text(String apiVersion, String kind, String rest, Surroundings around) {
        Readiness readiness = Statuses.of(Live.object(apiVersion, kind, rest), NOW, around);
        assertThat(readiness.message().isEmpty()).as("a message").isEqualTo(readiness.isReady());
        return readiness.isReady() ? "READY" : readiness.state() + " " + readiness.message();
    }
}
