package dev.gantry.bundle;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bundles for tests, in which no value is a default. */
public final class Bundles {

    private static final ResourceId DEPLOYMENT = new ResourceId("apps/v1", "Deployment", "shop", "web");
    private static final ResourceId SERVICE = new ResourceId("v1", "Service", "shop", "web");
    private static final ResourceId NAMESPACE = new ResourceId("v1", "Namespace", null, "shop");

    private Bundles() {}

    /** A bundle of these environments. */
    public static Bundle of(String... environments) {
        return new Bundle(
                "gantry/0.4.2",
                "com.acme.Shop",
                "object",
                "sha256:abcd",
                List.of(environments).stream().map(Bundles::environment).toList(),
                List.of(finding()));
    }

    static Bundle withTool(Bundle bundle, String tool) {
        return new Bundle(
                tool, bundle.blueprint(), bundle.layout(), bundle.program(), bundle.environments(), bundle.findings());
    }

    static SortedMap<String, byte[]> files(String... pathsAndContents) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < pathsAndContents.length; i += 2) {
            files.put(pathsAndContents[i], pathsAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private static BundleEnvironment environment(String name) {
        return new BundleEnvironment(
                name,
                "sha256:5e77" + name.length(),
                List.of(
                        new BundleStack("base", null, List.of()),
                        new BundleStack(
                                "shop",
                                "shop",
                                List.of("base"),
                                List.of(new GeneratedSecret(
                                        "shop",
                                        "database",
                                        List.of(new GeneratedSecret.Key("password", 32)),
                                        Origin.source("com/acme/Shop.java", 29))))),
                List.of(
                        new IndexEntry(
                                NAMESPACE,
                                4,
                                "base",
                                "yaml/" + name + "/base.yaml",
                                0,
                                "sha256:01",
                                Origin.source("com/acme/Shop.java", 21),
                                List.of(),
                                List.of()),
                        new IndexEntry(
                                SERVICE,
                                34,
                                "shop",
                                "yaml/" + name + "/shop.yaml",
                                1,
                                "sha256:02",
                                null,
                                List.of(new Edge("spec.selector", DEPLOYMENT, false)),
                                List.of(NAMESPACE, DEPLOYMENT)),
                        new IndexEntry(
                                DEPLOYMENT,
                                42,
                                "shop",
                                "yaml/" + name + "/shop.yaml",
                                2,
                                "sha256:03",
                                Origin.source("com/acme/Größe.java", 31),
                                List.of(new Edge("metadata.namespace", NAMESPACE, true)),
                                List.of())),
                List.of(
                        new HardenedStack("base", "baseline", List.of()),
                        new HardenedStack(
                                "shop",
                                "restricted",
                                List.of(new HardenedStack.Change(
                                        DEPLOYMENT,
                                        List.of(
                                                "spec.template.spec.securityContext.runAsNonRoot",
                                                "spec.template.spec.securityContext.seccompProfile.type"))))));
    }

    static Finding finding() {
        return new Finding(
                "GTY-NET-003",
                Severity.OFF,
                "production",
                "shop",
                "Service shop/web",
                "spec.ports[1].targetPort",
                Origin.file("src/main/gantry/production.yaml", 3, 9),
                "There is no port \"metrics\".\nReally: none.",
                "Declare it.",
                List.of(new Finding.Related(Origin.source("com/acme/Shop.java", 44), "made here")),
                "it is in the sidecar");
    }
}
