package dev.gantry.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A chart among those that it depends on.
 *
 * @param name as Helm calls it in paths and values: its alias, if it has one
 * @param path of templates, such as {@code shop/charts/redis}
 * @param folder where it is
 * @param children the charts that it depends on and that are there
 */
record ChartNode(String name, String path, Path folder, List<ChartNode> children) {

    private static final String CHARTS = "charts";
    private static final String ARCHIVE = ".tgz";

    /**
     * A chart with all in its {@code charts/}. What is an archive there is unpacked beside it, and the archive deleted.
     *
     * @throws HelmFailure if one of them is no chart
     */
    static ChartNode of(Path folder) throws HelmFailure, IOException {
        String name = ChartFile.of(folder).tree().path("name").asText();
        return of(name, name, folder);
    }

    private static ChartNode of(String name, String path, Path folder) throws HelmFailure, IOException {
        JsonNode dependencies = ChartFile.of(folder).tree().path("dependencies");
        List<ChartNode> children = new ArrayList<>();
        for (Path chart : charts(folder)) {
            String own = ChartFile.of(chart).tree().path("name").asText();
            List<String> names = new ArrayList<>();
            for (JsonNode dependency : dependencies) {
                if (dependency.path("name").asText().equals(own)) {
                    names.add(dependency.path("alias").asText(own));
                }
            }
            for (String called : names.isEmpty() ? List.of(own) : names) {
                children.add(of(called, path + "/" + CHARTS + "/" + called, chart));
            }
        }
        return new ChartNode(name, path, folder, List.copyOf(children));
    }

    private static List<Path> charts(Path folder) throws HelmFailure, IOException {
        Path charts = folder.resolve(CHARTS);
        if (!Files.isDirectory(charts)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(charts)) {
            files = all.filter(file -> !isIgnored(file)).sorted().toList();
        }
        List<Path> folders = new ArrayList<>();
        for (Path file : files) {
            if (file.toString().endsWith(ARCHIVE)) {
                Path unpacked = ChartArchive.unpack(file, charts);
                Files.delete(file);
                if (!folders.contains(unpacked)) {
                    folders.add(unpacked);
                }
            } else if (Files.exists(file.resolve(ChartFile.NAME)) && !folders.contains(file)) {
                folders.add(file);
            }
        }
        return folders;
    }

    /** As Helm passes over files. */
    private static boolean isIgnored(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("_") || name.startsWith(".");
    }

    /** Itself and all below it, from the top. */
    List<ChartNode> all() {
        List<ChartNode> all = new ArrayList<>(List.of(this));
        children.forEach(child -> all.addAll(child.all()));
        return all;
    }
}
