package com.acme;

import dev.gantry.check.Manifest;
import dev.gantry.finding.Rule;
import dev.gantry.output.Claim;
import dev.gantry.output.ClaimSample;
import dev.gantry.output.Emission;
import dev.gantry.output.Emitter;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.ProgramOutput;
import dev.gantry.yaml.YamlPrinter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A chart of the shop that somebody has written, with what it claims to be. For some hosts, it is not. */
public final class HandWrittenChart implements Emitter {

    private static final String CHART = """
            apiVersion: v2
            name: shop
            description: A small shop
            type: application
            version: 0.1.0
            appVersion: "1.0"
            icon: https://example.com/shop.png
            """;
    private static final String DEPENDENCY = """
            dependencies:
              - name: redis
                version: 1.0.0
                repository: file://../../../../redis
            """;
    private static final String TEMPLATE = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
              namespace: shop
            data:
              host: {{ .Values.host | trimSuffix ".wrong" | quote }}
              {{- if contains "broken" .Values.host }}
              broken: {{ required "no other host" .Values.other }}
              {{- end }}
            """;

    @Override
    public String format() {
        return "helm";
    }

    @Override
    public Emission emit(ProgramOutput program) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<ClaimSample> samples = new ArrayList<>();
        String chart = CHART;
        for (EnvironmentOutput environment : program.environments()) {
            String values = YamlPrinter.print(environment.settings());
            chart = values.contains("dependent") ? CHART + DEPENDENCY : chart;
            add(files, "values-" + environment.name() + ".yaml", values);
            add(files, "values.yaml", values);
            samples.add(new ClaimSample("environment " + environment.name(), "shop", "shop", values, expected(environment)));
        }
        add(files, "Chart.yaml", chart);
        add(files, "templates/settings.yaml", TEMPLATE);
        return new Emission(files, List.of(new Claim("helm/shop", () -> samples)), List.of(), List.of());
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of();
    }

    private static String expected(EnvironmentOutput environment) {
        List<String> documents = new ArrayList<>();
        for (Manifest manifest : environment.manifests()) {
            documents.add(YamlPrinter.print(manifest.tree()));
        }
        return String.join("---\n", documents);
    }

    private static void add(SortedMap<String, byte[]> files, String path, String text) {
        files.put("helm/shop/" + path, text.getBytes(StandardCharsets.UTF_8));
    }
}
