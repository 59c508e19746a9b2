package dev.gantry.benchmarks.compare;

import dev.gantry.Main;
import dev.gantry.benchmarks.empty.Empty;
import dev.gantry.benchmarks.fabric8.Fabric8;
import dev.gantry.benchmarks.gantry.Fleet;
import dev.gantry.benchmarks.gantry.Shop;
import dev.gantry.benchmarks.helm.HelmTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sets up the projects of all contenders. */
final class Contenders {

    /** The number of resources that means the shop, and not the fleet. */
    static final int SHOP = 8;

    private static final String SHOP_SETTINGS = """
            image: registry.example.com/shop:1.4.2
            workerImage: registry.example.com/shop-worker:1.4.2
            logLevel: warn
            minReplicas: 3
            maxReplicas: 12
            """;

    private final Path work;
    private final String layout;
    private final ClassPath classPath;

    /**
     * Contenders whose projects are set up below a folder.
     *
     * @param layout {@code stack} for one file, {@code object} for a file for each object
     */
    Contenders(Path work, String layout) {
        this.work = work;
        this.layout = layout;
        this.classPath = new ClassPath(work);
    }

    /** Where the contenders write to. It is emptied before each run. */
    Path output() {
        return work.resolve("output");
    }

    List<Contender> all() {
        List<Contender> all = new ArrayList<>();
        String empty = classPath.empty();
        all.add(new Contender(Contender.EMPTY, resources -> List.of("-cp", empty, Empty.class.getName())));
        Path module = module();
        String gantry = classPath.gantry(module.resolve("target/classes"));
        all.add(new Contender(Contender.GANTRY, resources -> gantry(gantry, module, resources)));
        String fabric8 = classPath.fabric8();
        all.add(new Contender(
                Contender.FABRIC8,
                resources -> List.of(
                        "-cp",
                        fabric8,
                        Fabric8.class.getName(),
                        output().toString(),
                        layout,
                        Integer.toString(servers(resources)))));
        if (ClassPath.hasHelm()) {
            String helm = classPath.helm();
            all.add(new Contender(Contender.HELM, resources -> helm(helm, resources)));
        }
        return all;
    }

    private static int servers(int resources) {
        return resources == SHOP ? 0 : resources / 3;
    }

    private static String fleetSettings(int servers) {
        return "image: registry.example.com/shop:1.4.2\nservers: " + servers + "\n";
    }

    /** A module as a user has it. */
    private Path module() {
        Path module = work.resolve("gantry");
        write(module.resolve("pom.xml"), "<project/>\n");
        return module;
    }

    private List<String> gantry(String path, Path module, int resources) {
        String settings = "settings-" + resources;
        boolean shop = resources == SHOP;
        write(module.resolve(settings + "/production.yaml"), shop ? SHOP_SETTINGS : fleetSettings(servers(resources)));
        return List.of(
                "-cp",
                path,
                Main.class.getName(),
                shop ? Shop.class.getName() : Fleet.class.getName(),
                "--module",
                module.toString(),
                "--settings",
                settings,
                "--layout",
                layout,
                "--output",
                output().toString());
    }

    private List<String> helm(String path, int resources) {
        Path chart = work.resolve("helm/chart");
        try {
            Chart.write(chart);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(
                "-cp",
                path,
                HelmTemplate.class.getName(),
                output().toString(),
                chart.toString(),
                Integer.toString(servers(resources)));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
