package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.access.ServiceAccount;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.config.ConfigMap;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.Probe;
import dev.gantry.workload.SeccompProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a small program loads before it is done: that is most of the time that it takes. */
class StartTest {

    private static final Path LIST = Path.of("src/main/resources/dev/gantry", Preloading.CLASSES);

    @TempDir
    Path module;

    /** The settings of a program. */
    public record Settings(Image image, int replicas, String level) {}

    /** A program of a usual kind. */
    public static final class Shop implements Blueprint<Settings> {

        @Override
        public void define(App app, Settings env) {
            Stack shop = app.stack("shop", s -> s.namespace("shop").label("team", "checkout"));
            shop.add(NetworkPolicy.denyIngress("deny"));
            ServiceAccount account = shop.add(ServiceAccount.of("web", a -> a.automountServiceAccountToken(false)));
            ConfigMap config = shop.add(ConfigMap.of("web", c -> c.text("LEVEL", env.level())));
            Port http = Port.http(8080);
            Deployment web = shop.add(Deployment.of(
                    "web",
                    d -> d.selector("app", "web")
                            .serviceAccount(account)
                            .securityContext(p -> p.runAsNonRoot(true).seccompProfile(SeccompProfile.runtimeDefault()))
                            .container(
                                    "web",
                                    env.image(),
                                    c -> c.ports(http)
                                            .envFrom(config)
                                            .securityContext(x -> x.allowPrivilegeEscalation(false)
                                                    .dropCapabilities("ALL"))
                                            .requests("250m", "256Mi")
                                            .limits("500m", "512Mi")
                                            .readiness(Probe.httpGet("/ready", http)))));
            shop.add(Service.of("web", s -> s.selects(web).port(http, 80)));
            shop.add(HorizontalPodAutoscaler.of(
                    "web", web, h -> h.replicas(env.replicas(), 9).cpuUtilization(70)));
        }
    }

    @Test
    void should_load_no_library_that_it_does_not_need() throws Exception {
        assertThat(loaded())
                .contains("dev.gantry.check.CoreChecks", "dev.gantry.bundle.BundleDirectory")
                .noneMatch(name -> name.startsWith("io.fabric8.")
                        || name.startsWith("org.yaml.snakeyaml.")
                        || name.startsWith("org.objectweb.asm.")
                        || name.startsWith("com.fasterxml.jackson.core.json.")
                        || name.equals("com.fasterxml.jackson.databind.ObjectMapper"));
    }

    @Test
    void should_preload_what_is_needed() throws Exception {
        List<String> needed = new ArrayList<>(loaded());
        needed.removeIf(name -> !name.startsWith("dev.gantry.") && !name.startsWith("com.fasterxml."));
        needed.removeIf(name -> name.startsWith("dev.gantry.StartTest"));
        needed = needed.subList(needed.indexOf("dev.gantry.settings.SettingsFiles"), needed.size());
        if (Boolean.getBoolean("gantry.docs.update")) {
            Files.writeString(LIST, String.join("\n", needed) + "\n");
        }
        List<String> listed = Files.readAllLines(LIST);
        for (String name : listed) {
            Class.forName(name, false, StartTest.class.getClassLoader());
        }
        // A few may differ from one program, and one version of Java, to another.
        assertThat(missing(needed, listed) + missing(listed, needed))
                .as("%s is out of date: run StartTest with -Dgantry.docs.update=true", LIST)
                .isLessThan(needed.size() / 10);
    }

    private static long missing(List<String> some, List<String> others) {
        return some.stream().filter(name -> !others.contains(name)).count();
    }

    /** The classes that a run on one processor, which preloads nothing, takes from the class path, in their order. */
    private Set<String> loaded() throws IOException, InterruptedException {
        Path settings = Files.createDirectories(module.resolve("src/main/gantry"));
        Files.writeString(settings.resolve("production.yaml"), "image: example.com/web:7\nreplicas: 3\nlevel: warn\n");
        Path log = module.resolve("classes.txt");
        Path output = module.resolve("output.txt");
        int result = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ActiveProcessorCount=1",
                        "-Xlog:class+load:file=" + log + ":none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        Shop.class.getName(),
                        "--module",
                        module.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(result).as(Files.readString(output)).isEqualTo(Main.OK);
        assertThat(output).content().contains("no findings");
        Set<String> names = new LinkedHashSet<>();
        try (Stream<String> lines = Files.lines(log)) {
            lines.filter(line -> line.contains(" source: file:")).forEach(line -> names.add(line.split(" ", 2)[0]));
        }
        return names;
    }
}
