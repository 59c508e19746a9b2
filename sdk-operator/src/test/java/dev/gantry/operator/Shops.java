package dev.gantry.operator;

import static dev.gantry.access.ApiResource.CONFIG_MAPS;
import static dev.gantry.access.ApiResource.DEPLOYMENTS;
import static dev.gantry.access.ApiResource.PERSISTENT_VOLUME_CLAIMS;
import static dev.gantry.access.ApiResource.SECRETS;
import static dev.gantry.access.ApiResource.SERVICES;

import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.network.Service;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.PersistentVolumeClaim;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.workload.Deployment;
import java.time.Duration;

/** The operator of {@link Shop}s, and their definition. */
final class Shops {

    /** Of the definition. */
    static final String NAME = "shops.example.com";

    static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: shops.example.com
            spec:
              group: example.com
              scope: Namespaced
              names: {plural: shops, singular: shop, kind: Shop, listKind: ShopList}
              versions:
              - name: v1
                served: true
                storage: true
                subresources: {status: {}}
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        required: [image, replicas]
                        properties:
                          image: {type: string}
                          replicas: {type: integer, minimum: 0}
                          storage: {type: boolean}
                          keepsStorage: {type: boolean}
                      status:
                        type: object
                        properties:
                          phase: {type: string}
                          observedGeneration: {type: integer, format: int64}
                          readyReplicas: {type: integer}
                          conditions:
                            type: array
                            items:
                              type: object
                              properties:
                                type: {type: string}
                                status: {type: string}
                                reason: {type: string}
                                message: {type: string}
                                lastTransitionTime: {type: string, format: date-time}
                                observedGeneration: {type: integer, format: int64}
            """;

    private static final Port HTTP = Port.http(8080);

    private Shops() {}

    static void define(Shop shop, Stack stack) {
        ShopSpec spec = shop.getSpec();
        String name = shop.getMetadata().getName();
        Deployment server = stack.add(Deployment.of(name, d -> {
            d.selector("app", name).replicas(spec.replicas()).container("web", Image.of(spec.image()), c -> {
                c.ports(HTTP).requests("10m", "16Mi").limits("100m", "64Mi");
                if (spec.storage()) {
                    c.env("PASSWORD", stack.generatedSecret(name + "-storage", "password", 32));
                }
            });
        }));
        stack.add(Service.of(name, s -> s.selects(server).port(HTTP, 80)));
        if (spec.storage()) {
            stack.add(PersistentVolumeClaim.of(
                    name + "-storage", VolumeClaim.of("1Gi", AccessMode.READ_WRITE_ONCE), c -> {}));
        }
    }

    static void options(OperatorBuilder<Shop> o) {
        o.owns(DEPLOYMENTS, SERVICES, SECRETS, PERSISTENT_VOLUME_CLAIMS, CONFIG_MAPS)
                .keeps(shop -> shop.getSpec().keepsStorage(), SECRETS, PERSISTENT_VOLUME_CLAIMS)
                .retry(Duration.ofMillis(50), Duration.ofMillis(500));
    }
}
