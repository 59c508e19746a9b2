package dev.gantry.helm;

import dev.gantry.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Values of a chart, and what is expected of them.
 *
 * @param name such as {@code environment production}, or {@code sample 17}
 * @param release the name of the release
 * @param namespace the namespace of the release
 * @param folder where {@code values.yaml} and {@code expected.yaml} are
 */
record StagedSample(String name, String release, String namespace, Path folder) {

    private static final String ENVIRONMENT = "environment ";

    static StagedSample read(JsonReader in, Path folder) throws IOException {
        String name = null;
        String release = null;
        String namespace = null;
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "name" -> name = in.string();
                case "release" -> release = in.string();
                case "namespace" -> namespace = in.string();
                default -> in.skip();
            }
        }
        return new StagedSample(
                in.required(name, "name"),
                in.required(release, "release"),
                in.required(namespace, "namespace"),
                folder);
    }

    /** Whether these are the values of an environment, and not only possible ones. */
    boolean isEnvironment() {
        return name.startsWith(ENVIRONMENT);
    }

    Path values() {
        return folder.resolve("values.yaml");
    }

    /** The objects that are expected, as YAML. */
    String expected() throws IOException {
        return Files.readString(folder.resolve("expected.yaml"));
    }
}
