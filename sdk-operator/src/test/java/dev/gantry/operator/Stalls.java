package dev.gantry.operator;

import dev.gantry.access.ApiResource;
import dev.gantry.config.ConfigMap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** The operator of {@link Stall}s, and their definition. */
final class Stalls {

    static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: stalls.market.example.com
            spec:
              group: market.example.com
              scope: Namespaced
              names: {plural: stalls, singular: stall, kind: Stall, listKind: StallList}
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        properties:
                          goods: {type: string}
            """;

    private Stalls() {}

    /** Starts an operator that makes a ConfigMap for each. */
    static RunningOperator operator(Path kubeconfig, String namespace, Consumer<OperatorBuilder<Stall>> more) {
        return Operator.of(
                        Stall.class,
                        (stall, stack) -> stack.add(ConfigMap.of(
                                stall.getMetadata().getName() + "-goods",
                                c -> c.text("goods", stall.getSpec().goods()))),
                        (OperatorBuilder<Stall> o) -> {
                            o.owns(ApiResource.CONFIG_MAPS)
                                    .retry(Duration.ofMillis(50), Duration.ofMillis(500))
                                    .kubeconfig(kubeconfig)
                                    .namespaces(namespace);
                            more.accept(o);
                        })
                .start();
    }

    static String named(String name, String namespace, String goods) {
        return "{apiVersion: market.example.com/v1, kind: Stall, metadata: {name: " + name + ", namespace: " + namespace
                + "}, spec: {goods: '" + goods + "'}}";
    }
}
