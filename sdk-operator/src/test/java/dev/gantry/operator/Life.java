package dev.gantry.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ClusterAccess;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.Listing;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Pace;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.kubeconfig.AccessOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody who works on a cluster by its API alone: makes custom resources, plays the controllers, and looks what comes of it. */
final class Life implements AutoCloseable {

    static final String SOMEBODY = "somebody";

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Cluster cluster;
    private final Path kubeconfig;
    private final String namespace;
    private final boolean shared;
    private final List<RunningOperator> running = new ArrayList<>();
    private final boolean defined;

    /**
     * Begins.
     *
     * @param shared whether others use the cluster, so that nothing must be left behind
     */
    Life(Path kubeconfig, String namespace, boolean shared) {
        this.shared = shared;
        this.kubeconfig = kubeconfig;
        this.namespace = namespace;
        this.cluster = open(kubeconfig);
        this.defined = find("apiextensions.k8s.io/v1", "CustomResourceDefinition", Shops.NAME)
                .isEmpty();
        define(Shops.DEFINITION);
        apply("{apiVersion: v1, kind: Namespace, metadata: {name: " + namespace + "}}");
    }

    private static Cluster open(Path kubeconfig) {
        return ClusterAccess.find(new AccessOptions(kubeconfig, null, List.of(), null))
                .open(Pace.of(Time.system(), 8, 0), ClusterAccess.REQUEST_LIMIT, Time.system());
    }

    Cluster cluster() {
        return cluster;
    }

    /** Whether there was no definition of shops before. */
    boolean hasDefined() {
        return defined;
    }

    /** Applies a definition, and waits until its first version is served. */
    void define(String definition) {
        JsonNode spec = apply(definition).path("spec");
        String apiVersion =
                spec.path("group").asText() + "/" + spec.at("/versions/0/name").asText();
        String kind = spec.at("/names/kind").asText();
        Await.until(kind + " is served", () -> "", () -> {
            cluster.discoverAgain();
            return cluster.discovery().resource(apiVersion, kind).isPresent();
        });
    }

    /** Deletes the definition of shops, and with it all of them. */
    static void undefine(Path kubeconfig) {
        try (Cluster cluster = open(kubeconfig)) {
            ObjectRef ref = new ObjectRef(
                    cluster.discovery()
                            .resource("apiextensions.k8s.io/v1", "CustomResourceDefinition")
                            .orElseThrow(),
                    null,
                    Shops.NAME);
            cluster.get(ref)
                    .ifPresent(live -> cluster.delete(
                            new Deletion(ref, live.at("/metadata/uid").asText(), null, false)));
        }
    }

    // ---- the operator

    /** Starts an operator of the shops of the namespace; it is stopped with the test. */
    RunningOperator operator(Consumer<OperatorBuilder<Shop>> more) {
        RunningOperator operator = Operator.of(Shop.class, Shops::define, o -> {
                    Shops.options(o);
                    o.kubeconfig(kubeconfig).namespaces(namespace);
                    more.accept(o);
                })
                .start();
        running.add(operator);
        return operator;
    }

    RunningOperator operator() {
        return operator(o -> {});
    }

    // ---- custom resources

    ObjectNode shop(String name, String spec) {
        return apply("{apiVersion: example.com/v1, kind: Shop, metadata: {name: " + name + ", namespace: " + namespace
                + "}, spec: {" + spec + "}}");
    }

    ObjectNode shop(String name) {
        return live("example.com/v1", "Shop", name);
    }

    /** The condition that says whether all is ready, as {@code True Ready: all 2 objects are ready}. */
    String ready(String name) {
        for (JsonNode each : shop(name).path("status").path("conditions")) {
            if (each.path("type").asText().equals("Ready")) {
                return each.path("status").asText() + " " + each.path("reason").asText() + ": "
                        + each.path("message").asText();
            }
        }
        return "";
    }

    void awaitReady(String name, String beginning) {
        awaitShop(
                name,
                beginning,
                shop -> ready(name).startsWith(beginning)
                        && shop.at("/status/observedGeneration").asLong()
                                == shop.at("/metadata/generation").asLong());
    }

    void awaitShop(String name, String what, Predicate<ObjectNode> holds) {
        Await.until("Shop " + name + ": " + what, () -> shop(name).path("status"), () -> holds.test(shop(name)));
    }

    // ---- objects

    ObjectNode apply(String yaml) {
        try {
            ObjectNode tree = (ObjectNode) YAML.readTree(yaml);
            return cluster.write(Write.apply(ref(tree), tree, SOMEBODY).forced())
                    .object();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Optional<ObjectNode> find(String apiVersion, String kind, String name) {
        return cluster.get(ref(apiVersion, kind, name));
    }

    ObjectNode live(String apiVersion, String kind, String name) {
        return find(apiVersion, kind, name).orElseThrow(() -> new AssertionError(kind + " " + name + " is not there"));
    }

    ObjectNode awaitObject(String apiVersion, String kind, String name, String what, Predicate<ObjectNode> holds) {
        Await.until(
                kind + " " + name + ": " + what,
                () -> find(apiVersion, kind, name),
                () -> find(apiVersion, kind, name).filter(holds).isPresent());
        return live(apiVersion, kind, name);
    }

    /** Plays the garbage collector for it meanwhile. */
    void awaitGone(String apiVersion, String kind, String name) {
        Await.until(kind + " " + name + " is gone", () -> find(apiVersion, kind, name), () -> {
            Optional<ObjectNode> live = find(apiVersion, kind, name);
            if (live.filter(this::isOrphan).isPresent()) {
                delete(apiVersion, kind, name);
            }
            return live.isEmpty();
        });
    }

    /** Whether it belongs to others, none of which is there any longer. */
    private boolean isOrphan(ObjectNode live) {
        JsonNode owners = live.at("/metadata/ownerReferences");
        boolean orphan = !owners.isEmpty();
        for (JsonNode owner : owners) {
            orphan &= find(
                            owner.path("apiVersion").asText(),
                            owner.path("kind").asText(),
                            owner.path("name").asText())
                    .filter(there -> there.at("/metadata/uid").equals(owner.path("uid")))
                    .isEmpty();
        }
        return orphan;
    }

    ObjectNode deployment(String name) {
        return awaitObject("apps/v1", "Deployment", name, "is there", live -> true);
    }

    /** Somebody changes a field. */
    ObjectNode change(ObjectRef ref, String pointer, Object value) {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        patch.addObject().put("op", "add").put("path", pointer).putPOJO("value", value);
        JsonNode body = new ObjectMapper().valueToTree(patch);
        return cluster.write(new Write(Write.Method.JSON_PATCH, ref, body, SOMEBODY, false, false))
                .object();
    }

    void delete(String apiVersion, String kind, String name) {
        ObjectRef ref = ref(apiVersion, kind, name);
        cluster.get(ref)
                .ifPresent(live -> cluster.delete(
                        new Deletion(ref, live.at("/metadata/uid").asText(), null, false)));
    }

    /** Plays the controller of Deployments: all that it asks for is there. */
    void bringUp(String name) {
        ObjectNode deployment = deployment(name);
        int replicas = deployment.at("/spec/replicas").asInt();
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("observedGeneration", deployment.at("/metadata/generation").asLong())
                .put("replicas", replicas)
                .put("updatedReplicas", replicas)
                .put("readyReplicas", replicas)
                .put("availableReplicas", replicas);
        ArrayNode conditions = status.putArray("conditions");
        for (String type : List.of("Available", "Progressing")) {
            conditions
                    .addObject()
                    .put("type", type)
                    .put("status", "True")
                    .put("reason", "NewReplicaSetAvailable")
                    .put("lastTransitionTime", "2026-01-01T00:00:00Z")
                    .put("lastUpdateTime", "2026-01-01T00:00:00Z");
        }
        change(part(ref("apps/v1", "Deployment", name), "status"), "/status", status);
    }

    /** Plays the controller of claims. */
    void bind(String name) {
        ObjectNode status = JsonNodeFactory.instance.objectNode().put("phase", "Bound");
        change(part(ref("v1", "PersistentVolumeClaim", name), "status"), "/status", status);
    }

    /** What events say of a custom resource, in the order in which they were made: {@code Normal Ready: all 2 objects are ready}. */
    List<String> events(String name) {
        List<ObjectNode> all = new ArrayList<>();
        ApiResource events =
                cluster.discovery().resource("events.k8s.io/v1", "Event").orElseThrow();
        cluster.list(new Listing(events, namespace, "", false, 0, all::add));
        return all.stream()
                .filter(event -> event.at("/regarding/name").asText().equals(name))
                .sorted((a, b) -> a.path("eventTime")
                        .asText()
                        .compareTo(b.path("eventTime").asText()))
                .map(event ->
                        event.path("type").asText() + " " + event.path("reason").asText() + ": "
                                + event.path("note").asText())
                .toList();
    }

    ObjectRef ref(String apiVersion, String kind, String name) {
        return ref(apiVersion, kind, namespace, name);
    }

    private ObjectRef ref(JsonNode tree) {
        return ref(
                tree.path("apiVersion").asText(),
                tree.path("kind").asText(),
                tree.at("/metadata/namespace").asText(namespace),
                tree.at("/metadata/name").asText());
    }

    private ObjectRef ref(String apiVersion, String kind, @Nullable String in, String name) {
        ApiResource resource = cluster.discovery()
                .resource(apiVersion, kind)
                .orElseThrow(() -> new AssertionError("The server does not serve " + kind + " of " + apiVersion));
        return new ObjectRef(resource, resource.namespaced() ? in : null, name);
    }

    /** A subresource of an object. */
    private static ObjectRef part(ObjectRef ref, String subresource) {
        ApiResource resource = ref.resource();
        return new ObjectRef(
                new ApiResource(
                        resource.apiVersion(),
                        resource.kind(),
                        resource.plural() + "/" + ref.name(),
                        resource.namespaced(),
                        resource.verbs()),
                ref.namespace(),
                subresource);
    }

    @Override
    public void close() {
        running.forEach(RunningOperator::close);
        if (shared) {
            delete("v1", "Namespace", namespace);
            find("v1", "Namespace", namespace).filter(left -> !hasControllers()).ifPresent(this::finish);
        }
        cluster.close();
    }

    /** Each namespace has an account that one of them makes. */
    private boolean hasControllers() {
        return cluster.get(ref("v1", "ServiceAccount", "default", "default")).isPresent();
    }

    /** Plays the controller of namespaces, without which this one would stay for ever. */
    private void finish(ObjectNode namespace) {
        ObjectNode free = namespace.deepCopy();
        free.withObject("/spec").putArray("finalizers");
        try {
            cluster.write(
                    new Write(Write.Method.REPLACE, part(ref(namespace), "finalize"), free, SOMEBODY, false, false));
        } catch (ApiFailure e) {
            // It is gone, or its controller is at work.
        }
    }
}
