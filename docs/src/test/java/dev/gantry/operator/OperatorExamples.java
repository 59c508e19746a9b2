package dev.gantry.operator;

import dev.gantry.Stack;
import dev.gantry.access.ApiResource;
import dev.gantry.config.ConfigMap;
import dev.gantry.findings.Example;
import dev.gantry.network.Service;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;

/** What the rules of operators are for. */
final class OperatorExamples {

    private OperatorExamples() {}

    private static void define(Tenant tenant, Stack stack) {
        stack.add(ConfigMap.of("prices", c -> c.text("currency", "EUR")));
    }

    @Example(
            value = "GTY-OPR-001",
            why =
                    "The operator would watch what does not exist. Apply the definition first; a program that deploys the operator has it in an"
                            + " earlier stack.")
    static void notServed(ExampleOperator shop) {
        shop.starts(Operator.of(Tenant.class, OperatorExamples::define, o -> {
            shop.here(o);
            o.owns(ApiResource.CONFIG_MAPS);
        }));
    }

    @Example(
            value = "GTY-OPR-002",
            why =
                    "It is a warning, since not every cluster has every kind: the operator makes all else. A custom resource that asks for the"
                            + " kind is told that it is not served.")
    static void ownedNotServed(ExampleOperator shop) {
        shop.defined();
        shop.starts(Operator.of(Tenant.class, OperatorExamples::define, o -> {
            shop.here(o);
            o.owns(ApiResource.CONFIG_MAPS, ApiResource.custom("monitoring.coreos.com", "servicemonitors"));
        }));
    }

    @Example(
            value = "GTY-OPR-003",
            why =
                    "The group and the version say under which URL custom resources are; and the client makes objects of the class.")
    static void unusableClass(ExampleOperator shop) {
        @SuppressWarnings("serial")
        class Account extends CustomResource<Void, Void> implements Namespaced {}

        shop.starts(Operator.of(Account.class, (account, stack) -> {}, o -> o.owns(ApiResource.CONFIG_MAPS)));
    }

    @Example(
            value = "GTY-OPR-004",
            why = "What is not watched is neither corrected nor deleted. Name all kinds that the program makes.")
    static void ownsNothing(ExampleOperator shop) {
        shop.starts(Operator.of(Tenant.class, OperatorExamples::define, o -> {}));
    }

    @Example(
            value = "GTY-OPR-005",
            why =
                    "The operator ends rather than to work with half of what it has to know; whoever runs it starts it again. What it has to be"
                            + " allowed, `operator.permissions(role)` writes into a role.")
    static void stopped(ExampleOperator shop) {
        shop.defined();
        shop.forbid("list", "configmaps");
        shop.starts(Operator.of(Tenant.class, OperatorExamples::define, o -> {
            shop.here(o);
            o.owns(ApiResource.CONFIG_MAPS);
        }));
    }

    @Example(
            value = "GTY-OPR-007",
            why =
                    "The class of the custom resource has an `Image`, a `ZoneId` and an `int` there; a definition that is made of it keeps out the last one only. Such fields are told at once, of many the first twenty, in the status of the custom"
                            + " resource; what it has made already stays as it is, and all others are looked after.")
    static void unreadable(ExampleOperator shop) {
        shop.reads("""
                apiVersion: example.com/v1
                kind: Bakery
                metadata: {name: corner, namespace: default}
                spec: {image: ///, zone: Mars/Phobos, ovens: two}
                """);
    }

    @Example(
            value = "GTY-OPR-008",
            why =
                    "The class of the bakeries has a status, but a server refuses each that is written where the definition has no place for it. A definition"
                            + " that `CustomResourceDefinition.of(Bakery.class)` makes has one.")
    static void statusNotServed(ExampleOperator shop) {
        shop.defined("Bakery", "bakeries");
        shop.starts(Operator.of(Bakery.class, (bakery, stack) -> {}, o -> {
            shop.here(o);
            o.owns(ApiResource.CONFIG_MAPS);
        }));
    }

    @Example(
            value = "GTY-OWN-001",
            why =
                    "Whoever made it would miss it when the custom resource is deleted. It is handed over by the label that the hint names.")
    static void foreign(ExampleOperator shop) {
        shop.has("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: acme-prices}
                data: {currency: USD}
                """);
        shop.looksAt("acme", (tenant, stack) -> {
            String name = tenant.getMetadata().getName() + "-prices";
            stack.add(ConfigMap.of(name, c -> c.text("currency", "EUR")));
        });
    }

    @Example(
            value = "GTY-OWN-002",
            why =
                    "Two custom resources would change one object to and fro. Let its name begin with that of the custom resource.")
    static void otherOwner(ExampleOperator shop) {
        shop.looksAt("acme", (tenant, stack) -> stack.add(ConfigMap.of("prices", c -> c.text("currency", "EUR"))));
        shop.looksAt("zenith", (tenant, stack) -> stack.add(ConfigMap.of("prices", c -> c.text("currency", "USD"))));
    }

    @Example(
            value = "GTY-OWN-003",
            why =
                    "The cluster deletes with a custom resource what refers to it, and only what lives in its namespace can.")
    static void outOfReach(ExampleOperator shop) {
        shop.looksAt(
                "acme",
                (tenant, stack) -> stack.add(
                        ConfigMap.of("prices", c -> c.namespace("kube-public").text("currency", "EUR"))));
    }

    @Example(value = "GTY-OWN-004", why = "The operator of the example owns ConfigMaps only.")
    static void notWatched(ExampleOperator shop) {
        shop.looksAt(
                "acme",
                (tenant, stack) -> stack.add(Service.of("acme-files", s -> s.externalName("files.example.com"))));
    }

    @Example(
            value = "GTY-OWN-005",
            why =
                    "The custom resource says what the object is like; an event says who had changed it. A field that others decide, such as the"
                            + " replicas of an autoscaler, does not belong into the program.")
    static void changedBack(ExampleOperator shop) {
        shop.looksAt("acme", OperatorExamples::define);
        shop.edit("v1", "ConfigMap", "prices", live -> live.withObject("/data").put("currency", "USD"));
        shop.looksAt("acme", OperatorExamples::define);
    }
}
