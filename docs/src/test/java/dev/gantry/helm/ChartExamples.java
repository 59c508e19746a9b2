package dev.gantry.helm;

import dev.gantry.findings.Example;
import java.io.IOException;

/** What the rules for charts are for. Gantry makes charts that break none; these were written by hand. */
final class ChartExamples {

    private ChartExamples() {}

    @Example(
            value = "GTY-HLM-101",
            why = "Helm's own words, and the line of the template that it stopped at. The chart is not written.")
    static void unrendered(ExampleChart chart) throws IOException {
        chart.template("  replicas: {{ required \"no replicas\" .Values.replicas }}\n");
        chart.proves();
    }

    @Example(value = "GTY-HLM-102", why = "With these values, the program makes an object that Helm does not render.")
    static void missing(ExampleChart chart) throws IOException {
        chart.proves("{apiVersion: v1, kind: ServiceAccount, metadata: {name: web, namespace: shop}}\n");
    }

    @Example(value = "GTY-HLM-103", why = "With these values, Helm renders an object that the program does not make.")
    static void unexpected(ExampleChart chart) throws IOException {
        chart.template("---\n{apiVersion: v1, kind: ServiceAccount, metadata: {name: web, namespace: shop}}\n");
        chart.proves();
    }

    @Example(
            value = "GTY-HLM-104",
            why =
                    "Every field is compared: numbers by value, texts by their letters, and what is absent with what is there."
                            + " Of many sets of values that show the same, one is named.")
    static void different(ExampleChart chart) throws IOException {
        chart.template("  debug: \"off\"\n");
        chart.proves();
    }

    @Example(
            value = "GTY-HLM-105",
            why = "`helm lint --strict` would fail. What the linter only recommends is no finding.")
    static void linted(ExampleChart chart) throws IOException {
        String ingress = "{apiVersion: extensions/v1beta1, kind: Ingress, metadata: {name: web, namespace: shop}}\n";
        chart.template("---\n" + ingress);
        chart.proves(ingress);
    }

    @Example(
            value = "GTY-HLM-108",
            why =
                    "As with `helm package`. The charts of others are no part of what the program makes, so that everything else"
                            + " can be done without them.")
    static void dependent(ExampleChart chart) {
        chart.file("Chart.yaml", """
                apiVersion: v2
                name: shop
                version: 1.0.0
                dependencies:
                  - {name: redis, version: 16.9.11, repository: "https://charts.example.com"}
                """);
        chart.packages();
    }

    @Example(value = "GTY-HLM-109", why = "What Helm says of it: here, that a version is not a semantic one.")
    static void unpackaged(ExampleChart chart) {
        chart.file("Chart.yaml", "{apiVersion: v2, name: shop, version: one}\n");
        chart.packages();
    }
}
