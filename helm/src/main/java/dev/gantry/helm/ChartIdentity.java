package dev.gantry.helm;

import java.io.IOException;

/**
 * Which chart an archive has.
 *
 * @param name as {@code Chart.yaml} says it; empty if it does not
 * @param version as {@code Chart.yaml} says it; empty if it does not
 */
public record ChartIdentity(String name, String version) {

    /**
     * That of an archive, all of which is read.
     *
     * @throws IOException if it is no archive of a chart; the message is a part of a sentence
     */
    public static ChartIdentity of(byte[] archive) throws IOException {
        try {
            ChartFile file = ChartArchive.chartFile(archive);
            return new ChartIdentity(
                    file.tree().path("name").asText(),
                    file.tree().path("version").asText());
        } catch (HelmFailure e) {
            throw new IOException(e.words(), e);
        }
    }
}
