package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Objects of one environment that are like those of another, with everything in them that trees can get wrong. */
final class RandomObjects {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);
    private static final List<String> TEXTS = List.of(
            "",
            "1",
            "true",
            "null",
            "y",
            "a: b",
            "'quoted'",
            "\"q\"",
            " wide ",
            "1e3",
            "# no",
            "é",
            "two\nlines\n",
            "\ttab",
            "0x1F",
            "a=b",
            "-",
            "~",
            "{}",
            "last\n\n",
            "\n",
            "2026-01-01",
            "${X}",
            "$(X)");
    private static final List<String> IMAGES = List.of(
            "shop:1",
            "shop:2",
            "shop",
            "reg.io:5000/team/shop:1",
            "shop" + DIGEST,
            "shop:3" + DIGEST,
            "db:1",
            "db.x:1",
            "db-x:1");

    private final String environment;
    private final String namespace;

    RandomObjects(String environment, String namespace) {
        this.environment = environment;
        this.namespace = namespace;
    }

    List<ObjectNode> of(long seed) {
        Dice dice = new Dice(seed, environment);
        List<ObjectNode> objects = new ArrayList<>();
        for (String name : List.of("web", "api.v1", "db")) {
            if (!dice.oneIn(5)) {
                objects.add(workload(dice.of(name, environment), name));
            }
            if (!dice.oneIn(3)) {
                objects.add(configMap(dice.of("config " + name, environment), name));
            }
            if (dice.oneIn(2)) {
                objects.add(custom(dice.of("custom " + name, environment), name));
            }
        }
        if (dice.oneIn(3)) {
            objects.add(object("v1", "Namespace", namespace, false));
        }
        if (dice.oneIn(3)) {
            ObjectNode binding = object("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", "sys:web", false);
            binding.putArray("subjects")
                    .addObject()
                    .put("kind", "ServiceAccount")
                    .put("name", dice.one(List.of("web", "default", "other")))
                    .put("namespace", namespace);
            objects.add(binding);
        }
        return objects.stream().map(PlainTree::copy).toList();
    }

    private ObjectNode workload(Dice dice, String name) {
        ObjectNode tree = object("apps/v1", name.equals("db") ? "StatefulSet" : "Deployment", name, true);
        labels(dice, tree);
        ObjectNode spec = tree.putObject("spec");
        if (!dice.oneIn(4)) {
            spec.put("replicas", dice.below(3));
        }
        if (dice.oneIn(3)) {
            spec.putObject("strategy");
        }
        spec.putObject("selector").putObject("matchLabels").put("app", "shop");
        ObjectNode template = spec.putObject("template");
        template.putObject("metadata").putObject("labels").put("app", "shop");
        ObjectNode pod = template.putObject("spec");
        ArrayNode containers = pod.putArray("containers");
        for (String container : List.of("main", "side", "log")) {
            if (!dice.oneIn(4)) {
                container(
                        dice.of(container, environment), containers.addObject().put("name", container));
            }
        }
        if (dice.oneIn(2)) {
            ArrayNode volumes = pod.putArray("volumes");
            for (String volume : List.of("v1", "v2", "v3")) {
                if (!dice.oneIn(3)) {
                    ObjectNode added = volumes.addObject().put("name", volume);
                    if (dice.oneIn(2)) {
                        added.putObject("emptyDir");
                    } else {
                        added.putObject("configMap").put("name", dice.one(List.of("a", "b")));
                    }
                }
            }
        }
        if (dice.oneIn(3)) {
            ArrayNode aliases = pod.putArray("hostAliases");
            for (int i = dice.below(3); i >= 0; i--) {
                aliases.addObject()
                        .put("ip", "10.0.0." + dice.below(2))
                        .putArray("hostnames")
                        .add("h" + dice.below(3));
            }
        }
        return tree;
    }

    private void container(Dice dice, ObjectNode container) {
        container.put("image", dice.one(IMAGES));
        if (!dice.oneIn(3)) {
            ArrayNode env = container.putArray("env");
            for (String variable : List.of("A", "B", "C", "D", "E", "N")) {
                if (!dice.oneIn(3)) {
                    env.addObject().put("name", variable).put("value", dice.one(TEXTS));
                }
            }
        }
        if (dice.oneIn(2)) {
            ArrayNode ports = container.putArray("ports");
            ports.addObject().put("containerPort", 53).put("protocol", "TCP").put("name", "p" + dice.below(2));
            if (dice.oneIn(2)) {
                ports.addObject().put("containerPort", 53).put("protocol", "UDP");
            }
        }
        if (dice.oneIn(2)) {
            ArrayNode arguments = container.putArray("args");
            for (int i = dice.below(4); i > 0; i--) {
                arguments.add(dice.one(TEXTS));
            }
        }
        if (dice.oneIn(3)) {
            container.set("resources", any(dice, 2));
        }
    }

    private ObjectNode configMap(Dice dice, String name) {
        ObjectNode tree = object("v1", "ConfigMap", name, true);
        labels(dice, tree);
        ObjectNode data = NODES.objectNode();
        for (String key : List.of("a.conf", "B", "c", "D_e", "on")) {
            if (dice.oneIn(2)) {
                data.put(key, dice.one(TEXTS));
            }
        }
        if (!data.isEmpty()) {
            tree.set("data", data);
        }
        if (dice.oneIn(4)) {
            byte[] bytes = new byte[80];
            bytes[0] = (byte) (0xf0 | dice.below(8));
            bytes[1] = (byte) 0xff;
            tree.putObject("binaryData").put("bin", Base64.getEncoder().encodeToString(bytes));
        }
        if (dice.oneIn(5)) {
            tree.put("immutable", true);
        }
        return tree;
    }

    private ObjectNode custom(Dice dice, String name) {
        ObjectNode tree = object("example.com/v1", "Thing", name, true);
        labels(dice, tree);
        tree.set("spec", any(dice, 4));
        return tree;
    }

    private JsonNode any(Dice dice, int depth) {
        return switch (dice.below(depth > 0 ? 8 : 4)) {
            case 0 -> NODES.textNode(dice.one(TEXTS));
            case 1 -> NODES.numberNode(dice.below(3) * 1_000_000_000_000L);
            case 2 -> NODES.booleanNode(dice.oneIn(2));
            case 3 -> dice.oneIn(4) ? NODES.nullNode() : NODES.numberNode(dice.below(4) * 0.5);
            case 4, 5 -> {
                ArrayNode list = NODES.arrayNode();
                for (int i = dice.below(4); i > 0; i--) {
                    list.add(any(dice, depth - 1));
                }
                yield list;
            }
            default -> {
                ObjectNode map = NODES.objectNode();
                for (String key : List.of("name", "a/b~c", "env", "containers", "$ref", "no", "x")) {
                    if (dice.oneIn(3)) {
                        map.set(key, any(dice, depth - 1));
                    }
                }
                yield map;
            }
        };
    }

    private static void labels(Dice dice, ObjectNode tree) {
        ObjectNode labels = tree.withObject("/metadata/labels").put("app", "shop");
        if (dice.oneIn(2)) {
            labels.put("tier", dice.one(List.of("y", "1")));
        }
        if (dice.oneIn(3)) {
            tree.withObject("/metadata/annotations").put("example.com/a", dice.one(TEXTS));
        }
    }

    private ObjectNode object(String apiVersion, String kind, String name, boolean namespaced) {
        ObjectNode tree = NODES.objectNode().put("apiVersion", apiVersion).put("kind", kind);
        ObjectNode metadata = tree.putObject("metadata").put("name", name);
        if (namespaced) {
            metadata.put("namespace", namespace);
        }
        return tree;
    }
}
