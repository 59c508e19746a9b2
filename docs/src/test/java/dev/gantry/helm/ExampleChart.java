package dev.gantry.helm;

import dev.gantry.finding.Finding;
import dev.gantry.findings.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A chart that claims to be what a program makes: a ConfigMap {@code web}. */
public final class ExampleChart implements Scene {

    private static final String TEMPLATE = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: web
              namespace: shop
            data:
              mode: {{ .Values.mode }}
            """;

    private final Path folder;
    private final Path staging;
    private final List<Finding> findings = new ArrayList<>();

    /** A chart of which all claims are true. */
    public ExampleChart(Path folder) throws IOException {
        this.folder = folder.resolve("shop");
        this.staging = folder.resolve("staging");
        file("Chart.yaml", "{apiVersion: v2, name: shop, version: 1.0.0, icon: https://example.com/shop.png}\n");
        file("values.yaml", "mode: fast\n");
        file("templates/web.yaml", TEMPLATE);
    }

    /** Writes a file of the chart. */
    void file(String path, String content) {
        write(folder.resolve(path), content);
    }

    /** Adds lines to the template. */
    void template(String more) {
        file("templates/web.yaml", TEMPLATE + more);
    }

    /** Proves that it renders to these objects and the ConfigMap, with the values of an environment. */
    void proves(String... others) throws IOException {
        Path claim = staging.resolve("0");
        Path sample = claim.resolve("samples/0");
        write(claim.resolve("claim.json"), """
                {"folder": "helm/shop", "samples": [{"name": "environment production", "release": "shop", "namespace": "shop"}]}
                """);
        write(sample.resolve("values.yaml"), "mode: fast\n");
        String web = TEMPLATE.replace("{{ .Values.mode }}", "fast");
        write(
                sample.resolve("expected.yaml"),
                web + (others.length == 0 ? "" : "---\n" + String.join("---\n", others)));
        try (ChartCopy copy = ChartCopy.of(folder)) {
            Files.move(copy.folder(), claim.resolve("files"));
        }
        findings.addAll(ChartProof.findings(staging));
    }

    /** Packages it. */
    void packages() {
        Path archive = Helm.load().pack(folder, folder.resolveSibling("charts"), null, null);
        if (Files.notExists(archive)) {
            throw new AssertionError("no archive");
        }
    }

    @Override
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public void close() {}

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
