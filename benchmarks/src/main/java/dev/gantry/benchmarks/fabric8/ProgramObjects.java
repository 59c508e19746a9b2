package dev.gantry.benchmarks.fabric8;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.ArrayList;
import java.util.List;

/** The objects of the programs. */
public final class ProgramObjects {

    private static final String IMAGE = "registry.example.com/shop:1.4.2";
    private static final String WORKER_IMAGE = "registry.example.com/shop-worker:1.4.2";

    private ProgramObjects() {}

    /** One app of eight: a server and a worker, with what they need. */
    public static List<HasMetadata> shop() {
        List<HasMetadata> objects = new ArrayList<>();
        objects.add(new NamespaceBuilder()
                .withNewMetadata()
                .withName("shop")
                .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                .addToLabels("app.kubernetes.io/part-of", "shop")
                .endMetadata()
                .build());
        objects.add(new ServiceAccountBuilder()
                .withNewMetadata()
                .withName("shop")
                .withNamespace("shop")
                .addToLabels("app.kubernetes.io/part-of", "shop")
                .endMetadata()
                .withAutomountServiceAccountToken(false)
                .build());
        objects.add(new ConfigMapBuilder()
                .withNewMetadata()
                .withName("shop")
                .withNamespace("shop")
                .addToLabels("app.kubernetes.io/part-of", "shop")
                .endMetadata()
                .addToData("LOG_LEVEL", "warn")
                .addToData("application.properties", "greeting=hello\ncurrency=EUR\nretries=3\n")
                .build());
        objects.add(WebServerObjects.deployment("shop", "shop", IMAGE, "shop"));
        objects.add(WebServerObjects.service("shop", "shop"));
        objects.add(WebServerObjects.autoscaler("shop", "shop", 3, 12));
        objects.add(WebServerObjects.deployment("shop", "shop-worker", WORKER_IMAGE, "shop"));
        objects.add(defaultDeny("shop"));
        return objects;
    }

    /** Many servers, each with its Deployment, Service and autoscaler, and a policy that closes their namespace. */
    public static List<HasMetadata> fleet(int servers) {
        List<HasMetadata> objects = new ArrayList<>();
        objects.add(defaultDeny("fleet"));
        for (int i = 0; i < servers; i++) {
            String name = "server-" + i;
            objects.add(WebServerObjects.deployment("fleet", name, IMAGE, null));
            objects.add(WebServerObjects.service("fleet", name));
            objects.add(WebServerObjects.autoscaler("fleet", name, 2, 10));
        }
        return objects;
    }

    private static HasMetadata defaultDeny(String app) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("default-deny")
                .withNamespace(app)
                .addToLabels("app.kubernetes.io/part-of", app)
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes("Ingress")
                .endSpec()
                .build();
    }
}
