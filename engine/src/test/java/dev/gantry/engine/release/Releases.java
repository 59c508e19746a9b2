package dev.gantry.engine.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.finding.Origin;
import java.util.Arrays;
import java.util.List;

/** Releases for tests. */
public final class Releases {

    public static final RunFacts FACTS = new RunFacts("gantry/0.1.0", "Ada", "4f2c1d0");
    public static final StackHome HOME = new StackHome("shop", "shop");

    private Releases() {}

    public static Release of(ObjectNode... objects) {
        return of("shop", List.of(), objects);
    }

    public static Release of(String stack, List<GeneratedSecret> secrets, ObjectNode... objects) {
        return new Release(
                "com.acme.Shop",
                "production",
                new BundleStack(stack, "shop", secrets),
                Arrays.stream(objects).map(Releases::desired).toList());
    }

    public static DesiredObject desired(ObjectNode object) {
        ResourceId id = new ResourceId(
                object.path("apiVersion").asText(),
                object.path("kind").asText(),
                object.at("/metadata/namespace").asText(null),
                object.at("/metadata/name").asText());
        return new DesiredObject(
                new IndexEntry(
                        id,
                        26,
                        "shop",
                        "yaml/shop.yaml",
                        0,
                        "sha256:0",
                        Origin.source("com/acme/Shop.java", 31),
                        List.of(),
                        List.of()),
                object);
    }

    public static ObjectNode configMap(String name) {
        ObjectNode map = MemoryCluster.object("v1", "ConfigMap", "shop", name);
        map.putObject("data").put("key", "value");
        return map;
    }

    public static ObjectNode secret(String name) {
        ObjectNode secret = MemoryCluster.object("v1", "Secret", "shop", name);
        secret.putObject("stringData").put("password", "hunter2");
        return secret;
    }

    public static GeneratedSecret generated(String name, String... keys) {
        return new GeneratedSecret(
                null,
                name,
                Arrays.stream(keys).map(key -> new GeneratedSecret.Key(key, 24)).toList(),
                Origin.source("com/acme/Shop.java", 40));
    }
}
