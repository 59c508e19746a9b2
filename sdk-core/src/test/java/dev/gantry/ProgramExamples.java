package dev.gantry;

import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import dev.gantry.findings.Example;
import dev.gantry.network.Service;
import dev.gantry.program.ModuleClasses;
import dev.gantry.raw.Raw;
import dev.gantry.workload.Deployment;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What the rules for programs are for. */
final class ProgramExamples {

    private ProgramExamples() {}

    @Example(
            value = "GTY-PRG-001",
            why = "What a builder made is final once its block has ended, so the call would do nothing.")
    static void usedLater(App app) {
        List<ConfigMap.Builder> kept = new ArrayList<>();
        app.stack("shop").add(ConfigMap.of("web", kept::add));
        kept.get(0).text("mode", "fast");
    }

    @Example(value = "GTY-PRG-002", why = "A resource belongs to one stack, which deploys and removes it.")
    static void addedTwice(App app) {
        ConfigMap config = ConfigMap.of("web", c -> c.text("mode", "fast"));
        app.stack("shop").add(config);
        app.stack("blog").add(config);
    }

    @Example(
            value = "GTY-PRG-003",
            why =
                    "The reference would lead to nothing in the cluster. Add it, or say with existing(...) that it is there already.")
    static void neverAdded(App app) {
        Deployment web = Deployment.of(
                "web", d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> {}));
        app.stack("shop").add(HorizontalPodAutoscaler.of("web", web, h -> h.replicas(2, 7)));
    }

    @Example(value = "GTY-PRG-004", why = "It would not be in the output, which is hardly ever what was meant.")
    static void forgotten(App app) {
        ConfigMap config = ConfigMap.of("web", c -> c.text("mode", "fast"));
        app.stack("shop").add(ConfigMap.of("other", c -> c.text("name", config.name())));
    }

    @Example(value = "GTY-PRG-005", why = "The second would replace the first in the cluster.")
    static void sameIdentity(App app) {
        Stack shop = app.stack("shop");
        shop.add(ConfigMap.of("web", c -> c.text("mode", "fast")));
        shop.add(ConfigMap.of("web", c -> c.text("mode", "slow")));
    }

    @Example(value = "GTY-PRG-006", why = "The name of a stack is that of its folder and of what is deployed together.")
    static void sameStack(App app) {
        app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast")));
        app.stack("shop").add(ConfigMap.of("jobs", c -> c.text("mode", "slow")));
    }

    @Example(value = "GTY-PRG-007", why = "existing(...) names what somebody else makes.")
    static void externalAdded(App app) {
        Stack shop = app.stack("shop");
        shop.add(ConfigMap.of("web", c -> c.text("mode", "fast")));
        shop.add(Service.existing("database"));
    }

    @Example(
            value = "GTY-PRG-008",
            why = "The line is the first of your own code. What was found before it is shown too.")
    static void threw(App app) {
        List<String> hosts = List.of();
        app.stack("shop")
                .add(ConfigMap.of("web", c -> c.text("host", hosts.iterator().next())));
    }

    @Example(
            value = "GTY-PRG-009",
            why = "A program that never ends would block the build. The line is where it was when its time had come.")
    static List<Finding> neverEnds(Path folder) {
        return Limited.call("define", Duration.ofMillis(100), ProgramExamples.class.getClassLoader(), () -> {
            while (true) {
                Thread.onSpinWait();
            }
        });
    }

    @Example(
            value = "GTY-PUR-001",
            why =
                    "A program is a function of its settings. Look for unordered maps and sets, random values, and the time.")
    static List<Finding> differentResult(Path folder) {
        Bundle before = bundle("sha256:1f0c");
        Bundle now = bundle("sha256:9be2");
        return Repetition.differences(before, now, "the last run");
    }

    @Example(
            value = "GTY-PRG-010",
            why =
                    "A decision without a reason helps nobody who reads it later, and one on an unknown code does nothing.")
    static void adjustment(App app) {
        app.stack("shop", s -> s.finding("GTY-CFG-002", Severity.OFF, ""))
                .add(ConfigMap.of("web", c -> c.text("mode", "fast")));
    }

    @Example(value = "GTY-PRG-011", why = "Edits see the finished object, and may not make another one of it.")
    static void edit(App app) {
        app.stack("shop")
                .add(ConfigMap.of("web", c -> c.text("mode", "fast").rawTree(tree -> tree.put("kind", "Secret"))));
    }

    @Example(value = "GTY-PRG-012", why = "The class that was named is not there, is no blueprint, or cannot be made.")
    static List<Finding> blueprint(Path folder) {
        ClassLoader loader = ProgramExamples.class.getClassLoader();
        Program.named("com.acme.Shpo", loader);
        return List.of();
    }

    @Example(value = "GTY-PRG-013", why = "Gantry does not guess which one is meant.")
    static List<Finding> severalBlueprints(Path folder) throws Exception {
        String file = "ProgramExamples$%s.class";
        for (String name : List.of("Shop", "Blog")) {
            try (InputStream in = ProgramExamples.class.getResourceAsStream(file.formatted(name))) {
                Files.copy(in, folder.resolve(name + ".class"));
            }
        }
        Program.find(ModuleClasses.in(folder), ProgramExamples.class.getClassLoader());
        return List.of();
    }

    @Example(value = "GTY-PRG-014", why = "The command line has a typing error.")
    static List<Finding> argument(Path folder) {
        Arguments.parse("generate", "--enviroment", "production");
        return List.of();
    }

    @Example(value = "GTY-PRG-015", why = "An empty output would remove everything that was there.")
    static void empty(App app) {
        app.stack("shop");
    }

    @Example(
            value = "GTY-PRG-016",
            why =
                    "A cluster looks for the target in the namespace of the object itself, and would find nothing, or another one.")
    static void otherNamespace(App app) {
        Deployment web = app.stack("shop", s -> s.namespace("shop"))
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .container("web", Image.of("example.com/web:7"), c -> c.requests("250m", "256Mi"))));
        app.stack("scaling", s -> s.namespace("scaling"))
                .add(HorizontalPodAutoscaler.of("web", web, h -> h.replicas(2, 7)));
    }

    @Example(
            value = "GTY-PRG-017",
            why = "Paths start at the folder of the module, and not where the build was started.")
    static void file(App app) {
        app.stack("shop").add(ConfigMap.of("web", c -> c.file("nginx.conf", Path.of("conf/nginx.conf"))));
    }

    @Example(
            value = "GTY-PRG-019",
            why =
                    "A resource of the whole cluster must not get its stack's namespace, and one of a namespace needs it.")
    static void scope(App app) {
        app.stack("shop", s -> s.namespace("shop"))
                .add(Raw.of(new GenericKubernetesResourceBuilder()
                        .withApiVersion("example.com/v1")
                        .withKind("Tenant")
                        .withNewMetadata()
                        .withName("shop")
                        .endMetadata()
                        .build()));
    }

    @Example(
            value = "GTY-PRG-018",
            why =
                    "`validate` runs the program again in a JVM with another locale, time zone and folder. There it did not succeed.")
    static List<Finding> secondRun(Path folder) {
        record Region(String name) implements Blueprint<NoSettings> {

            @Override
            public void define(App app, NoSettings settings) {
                app.stack(name).add(ConfigMap.of("web", c -> c.text("mode", "fast")));
            }
        }
        Program<?> program = Program.of(new Region("shop"));
        Generation.Outcome first = new Generation.Outcome(
                bundle("sha256:1f0c"), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of());
        ClassLoader loader = Region.class.getClassLoader();
        return SecondRun.differences(program, folder, Arguments.parse("validate"), first, loader);
    }

    private static Bundle bundle(String digest) {
        ResourceId id = new ResourceId("v1", "ConfigMap", "shop", "web");
        IndexEntry entry = new IndexEntry(id, 42, "shop", "yaml/web.yaml", 0, digest, null, List.of(), List.of());
        BundleEnvironment staging =
                new BundleEnvironment("staging", "sha256:77aa", List.of(), List.of(entry), List.of());
        return new Bundle("gantry/0.1.0", "com.acme.Shop", "object", "sha256:c0de", List.of(staging), List.of());
    }

    static final class Shop implements Blueprint<NoSettings> {
        @Override
        public void define(App app, NoSettings settings) {}
    }

    static final class Blog implements Blueprint<NoSettings> {
        @Override
        public void define(App app, NoSettings settings) {}
    }

    @Example(
            value = "GTY-PRG-020",
            why =
                    "in(...) is for what existing(...) names. Where a resource of the program lives is said by its stack, or by namespace(...) on its builder.")
    static void moved(App app) {
        Stack shop = app.stack("shop");
        Service database = shop.add(Service.of("database", s -> s.externalName("db.example.com")));
        shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container(
                                "web",
                                Image.of("example.com/web:7"),
                                c -> c.env("DB", database.in("data").host()))));
    }

    @Example(
            value = "GTY-PRG-021",
            why = "Gantry waits for what it applies itself. What others make has to be there, or the pods wait for it.")
    static void dependency(App app) {
        app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast").dependsOn(Service.existing("database"))));
    }

    @Example(
            value = "GTY-PRG-022",
            why = "A stack is applied as a whole, so each of these would have to be ready before the other.")
    static void dependencyCircle(App app) {
        Stack base = app.stack("base");
        ConfigMap settings = base.add(ConfigMap.of("settings", c -> c.text("mode", "fast")));
        ConfigMap web = app.stack("shop")
                .add(ConfigMap.of("web", c -> c.text("mode", "fast").dependsOn(settings)));
        base.add(ConfigMap.of("done", c -> c.text("mode", "fast").dependsOn(web)));
    }
}
