package dev.gantry.model;

import dev.gantry.extension.Context;
import dev.gantry.extension.Resource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A run in which every resource is in the namespace {@code shop}, and the program has a folder of three files. */
public final class ProgramContext implements Context {

    static final byte[] NOT_TEXT = {(byte) 0xff, 0, 7};

    @Override
    public String namespace(Resource resource) {
        return resource.ownNamespace() == null ? "shop" : resource.ownNamespace();
    }

    @Override
    public String namespace() {
        return "shop";
    }

    @Override
    public String plural(Resource resource) {
        return resource.kind().name().toLowerCase(Locale.ROOT) + "s";
    }

    @Override
    public String contentHash(Resource configMap) {
        return "hash-of-" + configMap.name();
    }

    @Override
    public String clusterDomain() {
        return "cluster.example";
    }

    @Override
    public String environment() {
        return "test";
    }

    @Override
    public byte[] read(Path file) {
        String name = file.toString().replace('\\', '/');
        return name.endsWith(".bin") ? NOT_TEXT.clone() : ("text of " + name + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Path> list(Path directory) {
        if (directory.endsWith("bad")) {
            return List.of(directory.resolve("a b"), directory.resolve("good"), directory.resolve("c:d"));
        }
        return List.of(directory.resolve("a.yaml"), directory.resolve("logo.bin"), directory.resolve("z.txt"));
    }
}
