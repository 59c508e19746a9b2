package dev.gantry.benchmarks.helm;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Renders a chart that says what the programs say. */
public final class HelmTemplate {

    private HelmTemplate() {}

    /**
     * Writes the manifests to one file.
     *
     * @param arguments the folder to write to; the chart's folder; the number of servers, 0 for the shop
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.writeString(folder.resolve("all.yaml"), render(Path.of(arguments[1]), Integer.parseInt(arguments[2])));
    }

    /** The manifests, as one text. */
    public static String render(Path chart, int servers) {
        return new Helm(chart)
                .template()
                .withName("benchmark")
                .set("servers", servers)
                .call();
    }
}
