package dev.gantry.findings;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Image;
import dev.gantry.Main;
import dev.gantry.NoSettings;
import dev.gantry.Stack;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.SecretKey;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingJson;
import dev.gantry.helmchart.ChartRun;
import dev.gantry.workload.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the rules for programs that become charts are for. */
final class ChartOutputExamples {

    private ChartOutputExamples() {}

    record Settings(int replicas, String host) {}

    record Nested(Settings shop, Settings other) {}

    @Example(
            value = "GTY-HLM-001",
            why =
                    "A chart computes with what templates have: factors and sums, text that is put together, comparisons with constants,"
                            + " lists that are gone through. What goes beyond that is told, and never frozen at the value of one"
                            + " environment.")
    static List<Finding> squared(Path folder) {
        return chart((app, env) -> app.stack("shop", s -> s.namespace("shop"))
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .replicas(env.replicas() * env.replicas())
                                .container("web", Image.of("shop:1.4.2"), c -> {}))));
    }

    @Example(
            value = "GTY-HLM-002",
            why = "Whoever installs a chart gives it values, and no environment. A setting can say the same.")
    static List<Finding> environment(Path folder) {
        return chart((app, env) -> app.stack("shop", s -> s.namespace("shop"))
                .add(ConfigMap.of("web", c -> c.text("STAGE", app.environment()))));
    }

    @Example(
            value = "GTY-HLM-003",
            why = "`values.yaml` begins with the record that `values(...)` names, and has no room for others.")
    static List<Finding> outside(Path folder) {
        Blueprint<Nested> program =
                (app, env) -> app.stack("shop", s -> s.namespace("shop").chart(c -> c.values(env.shop())))
                        .add(ConfigMap.of("web", c -> c.text("HOST", env.other().host())));
        return ChartRun.of(
                        Nested.class, program, "{shop: {replicas: 1, host: a.org}, other: {replicas: 1, host: b.org}}")
                .findings();
    }

    @Example(
            value = "GTY-HLM-004",
            why =
                    "The values are found by the very object that the program was given, so that a record of the same content is"
                            + " none of them.")
    static List<Finding> foreign(Path folder) {
        return chart((app, env) -> app.stack(
                        "shop", s -> s.namespace("shop").chart(c -> c.values(new Settings(1, "a.org"))))
                .add(ConfigMap.of("web", c -> c.text("MOOD", "calm"))));
    }

    @Example(value = "GTY-HLM-005", why = "Each stack becomes a chart, in a folder that has the chart's name.")
    static List<Finding> twice(Path folder) {
        return chart((app, env) -> {
            app.stack("shop", s -> s.namespace("shop").chart(c -> c.name("web")))
                    .add(ConfigMap.of("shop", c -> c.text("MOOD", "calm")));
            app.stack("web", s -> s.namespace("web")).add(ConfigMap.of("web", c -> c.text("MOOD", "calm")));
        });
    }

    @Example(
            value = "GTY-HLM-006",
            why = "Then the chart is proved for the environments only: what it makes of other values, nobody knows.")
    static List<Finding> untested(Path folder) {
        return chart((app, env) -> {
            if (env.replicas() != 3 || !env.host().equals("shop.example.com")) {
                throw new IllegalArgumentException("unknown shop");
            }
            app.stack("shop", s -> s.namespace("shop")).add(ConfigMap.of("web", c -> c.text("HOST", env.host())));
        });
    }

    @Example(
            value = "GTY-HLM-007",
            why =
                    "`generatedSecret` is made by Gantry when it applies a stack. A chart that made a random value would make another one"
                            + " with each upgrade.")
    static List<Finding> random(Path folder) {
        return chart((app, env) -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            SecretKey password = shop.generatedSecret("database", "password", 32);
            shop.add(Deployment.of(
                    "web",
                    d -> d.selector("app", "web")
                            .container("web", Image.of("shop:1.4.2"), c -> c.env("DB_PASSWORD", password))));
        });
    }

    @Example(
            value = "GTY-PRG-023",
            why =
                    "Charts are proved by real Helm, which the Maven plugin brings. Where a program is run without it, from an IDE or by"
                            + " `java`, charts are made, and nobody has rendered them.")
    static List<Finding> unproved(Path folder) throws IOException {
        String[] generate = {"generate", Shop.class.getName(), "--module", folder.toString(), "--format", "helm"};
        return found(folder, generate);
    }

    static final class Shop implements Blueprint<NoSettings> {
        @Override
        public void define(App app, NoSettings settings) {
            app.stack("shop", s -> s.namespace("shop")).add(ConfigMap.of("web", c -> c.text("MOOD", "calm")));
        }
    }

    private static List<Finding> found(Path folder, String... arguments) throws IOException {
        Path file = folder.resolve("findings.json");
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--findings", file.toString()));
        Main.run(all.toArray(String[]::new), Shop.class.getClassLoader(), report -> {}, summary -> {}, request -> "");
        return Objects.requireNonNull(FindingJson.parse(Files.readString(file)));
    }

    private static List<Finding> chart(Blueprint<Settings> program) {
        return ChartRun.of(Settings.class, program, "{replicas: 3, host: shop.example.com}")
                .findings();
    }
}
