package dev.gantry.benchmarks.fabric8;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The programs as one would write them with fabric8 alone: builders, then {@code asYaml}. */
public final class Fabric8 {

    private Fabric8() {}

    /**
     * Writes the manifests.
     *
     * @param arguments the folder to write to; {@code stack} for one file, {@code object} for a file for each object;
     *     the number of servers, 0 for the shop
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int servers = Integer.parseInt(arguments[2]);
        List<HasMetadata> objects = servers == 0 ? ProgramObjects.shop() : ProgramObjects.fleet(servers);
        if (arguments[1].equals("object")) {
            for (HasMetadata object : objects) {
                String file = object.getKind().toLowerCase(Locale.ROOT) + "-"
                        + object.getMetadata().getName() + ".yaml";
                Files.writeString(folder.resolve(file), Serialization.asYaml(object));
            }
        } else {
            try (Writer out = Files.newBufferedWriter(folder.resolve("all.yaml"))) {
                for (HasMetadata object : objects) {
                    out.write(Serialization.asYaml(object)); // It begins with --- already.
                }
            }
        }
    }
}
