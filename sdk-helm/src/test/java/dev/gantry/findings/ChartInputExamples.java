package dev.gantry.findings;

import dev.gantry.Blueprint;
import dev.gantry.Main;
import dev.gantry.NoSettings;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.chartinput.CacheChart;
import dev.gantry.chartinput.ChartSource;
import dev.gantry.chartinput.HelmChart;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingJson;
import dev.gantry.network.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What the rules for charts that are taken in are for. */
final class ChartInputExamples {

    private static final ChartSource CACHE = ChartSource.directory("charts/cache");

    private ChartInputExamples() {}

    @Example(
            value = "GTY-HLM-110",
            why =
                    "The chart's own `values.schema.json` is Helm's to judge. Each mistake is told at the line that sets the value, be it in"
                            + " the program or in a file of values.")
    static List<Finding> schema(Path folder) {
        return run(folder, shop -> shop.add(HelmChart.of("pages", CACHE, c -> c.values(v -> v.set("port", 0)))));
    }

    @Example(
            value = "GTY-HLM-111",
            why =
                    "Many charts make up a password or a certificate where none is given. The output of a program is always the same, so that"
                            + " a chart is rendered twice and compared.")
    static List<Finding> random(Path folder) {
        CacheChart.write(folder, "charts/cache/templates/secret.yaml", """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: pages
                stringData:
                  password: {{ randAlphaNum 20 }}
                """);
        return run(folder, shop -> shop.add(HelmChart.of("pages", CACHE)));
    }

    @Example(
            value = "GTY-HLM-201",
            why =
                    "Helm comes with the Maven plugin, and what it renders is kept for tests, IDEs and second runs. Here, neither is at"
                            + " hand.")
    static List<Finding> nobody(Path folder) throws IOException {
        CacheChart.in(folder);
        Path file = folder.resolve("findings.json");
        String[] generate = {
            "generate", Shop.class.getName(), "--module", folder.toString(), "--findings", file.toString()
        };
        Main.run(generate, Shop.class.getClassLoader(), report -> {}, summary -> {}, request -> "");
        return Objects.requireNonNull(FindingJson.parse(Files.readString(file)));
    }

    static final class Shop implements Blueprint<NoSettings> {
        @Override
        public void define(dev.gantry.App app, NoSettings settings) {
            app.stack("shop", s -> s.namespace("shop")).add(HelmChart.of("pages", CACHE));
        }
    }

    @Example(value = "GTY-HLM-202", why = "A chart is a folder with a `Chart.yaml`, or an archive of one.")
    static List<Finding> none(Path folder) {
        return run(folder, shop -> shop.add(HelmChart.of("pages", ChartSource.directory("charts"))));
    }

    @Example(
            value = "GTY-HLM-203",
            why =
                    "Helm applies hooks at events that only Helm knows, such as an upgrade. As resources they are applied in their order, and"
                            + " that is not the same: the author decides.")
    static List<Finding> hooks(Path folder) {
        CacheChart.hooks(folder);
        return run(folder, shop -> shop.add(HelmChart.of("pages", CACHE)));
    }

    @Example(
            value = "GTY-HLM-204",
            why = "A chart is rendered for the namespace of its stack, and so not before the stack is known.")
    static List<Finding> early(Path folder) {
        return run(folder, shop -> {
            HelmChart pages = HelmChart.of("pages", CACHE);
            shop.add(Service.of(
                    "www",
                    s -> s.externalName(
                            Service.from(pages.objects(), "pages-server").name() + ".example.com")));
            shop.add(pages);
        });
    }

    @Example(value = "GTY-HLM-205", why = "Its objects would be there twice, with the same names.")
    static List<Finding> twice(Path folder) {
        return run(folder, shop -> {
            HelmChart pages = shop.add(HelmChart.of("pages", CACHE));
            shop.add(pages);
        });
    }

    @Example(value = "GTY-HLM-206", why = "What was made and not added is in no output, which is rarely meant.")
    @SuppressWarnings({"CheckReturnValue", "UnusedVariable"})
    static List<Finding> forgotten(Path folder) {
        return run(folder, shop -> {
            HelmChart pages = HelmChart.of("pages", CACHE);
            shop.add(dev.gantry.config.ConfigMap.of("shop", c -> c.text("MOOD", "calm")));
        });
    }

    @Example(value = "GTY-HLM-207", why = "Values are a mapping of keys, as `helm install --values` takes them.")
    static List<Finding> values(Path folder) {
        CacheChart.write(folder, "cache.yaml", "- port: 6380\n");
        return run(folder, shop -> shop.add(HelmChart.of("pages", CACHE, c -> c.valuesFile("cache.yaml"))));
    }

    @Example(
            value = "GTY-LCK-001",
            why =
                    "A program never asks the network: what it makes would change without a change of the program. `mvn gantry:lock` gets"
                            + " what it names, and pins version and digest.")
    static List<Finding> unlocked(Path folder) {
        return run(
                folder,
                shop -> shop.add(
                        HelmChart.of("redis", ChartSource.repository("https://charts.example.com", "redis", "20.*"))));
    }

    @Example(value = "GTY-LCK-002", why = "The copies beside the lock file are what the program is made of.")
    static List<Finding> changed(Path folder) {
        CacheChart.write(folder, "src/main/gantry/locked/redis-20.1.0.tgz", "something else");
        CacheChart.write(folder, "src/main/gantry/gantry.lock", """
                {"format": 1, "sources": [
                  {"kind": "oci", "url": "oci://registry.example.com/charts/redis", "version": "20.1.0", "resolved": "20.1.0",
                   "digest": "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                   "file": "locked/redis-20.1.0.tgz"}]}
                """);
        return run(
                folder,
                shop -> shop.add(
                        HelmChart.of("redis", ChartSource.oci("oci://registry.example.com/charts/redis", "20.1.0"))));
    }

    @Example(
            value = "GTY-LCK-003",
            why = "Gantry writes the file and nobody else: a merge may have left its marks in it.")
    static List<Finding> unreadable(Path folder) {
        CacheChart.write(folder, "src/main/gantry/gantry.lock", "<<<<<<< HEAD\n");
        return run(
                folder,
                shop -> shop.add(
                        HelmChart.of("redis", ChartSource.oci("oci://registry.example.com/charts/redis", "20.1.0"))));
    }

    private static List<Finding> run(Path folder, Consumer<Stack> program) {
        CacheChart.in(folder);
        return TestRun.in(folder, "staging", app -> program.accept(app.stack("shop", s -> s.namespace("shop"))))
                .findings();
    }
}
