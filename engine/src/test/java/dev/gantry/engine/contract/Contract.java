package dev.gantry.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.Engine;
import dev.gantry.engine.EngineOptions;
import dev.gantry.engine.Outcome;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Patience;
import dev.gantry.engine.cluster.PatientCluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.order.Ranks;
import dev.gantry.engine.progress.Event;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What all parts of the contract share: a namespace of its own for each test, programs as YAML, and another party who works on the
 * same cluster. Whatever is made is deleted, so that a cluster can be shared with others.
 */
abstract class Contract {

    static final String SOMEBODY = "somebody";

    /** Not within base64. */
    private static final Pattern NAMESPACE = Pattern.compile("(?<![A-Za-z0-9+/=])NS(?![A-Za-z0-9+/=])");

    private static final YAMLMapper YAML = new YAMLMapper();

    final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private final List<ObjectRef> toDelete = new ArrayList<>();
    Cluster cluster;
    String namespace;

    @BeforeEach
    void openTheCluster() {
        cluster = ContractServer.open();
        namespace = "gantry-" + UUID.randomUUID().toString().substring(0, 8);
        make(SOMEBODY, "{apiVersion: v1, kind: Namespace, metadata: {name: " + namespace + "}}");
    }

    @AfterEach
    void leaveNothingBehind() {
        Collections.reverse(toDelete);
        for (ObjectRef ref : toDelete) {
            cluster.get(ref).ifPresent(live -> remove(ref, live));
        }
        cluster.close();
    }

    /** Later, if it is still there then. */
    final void deleteLater(ObjectRef ref) {
        toDelete.add(ref);
    }

    private void remove(ObjectRef ref, ObjectNode live) {
        cluster.delete(new Deletion(ref, live.path("metadata").path("uid").asText(), null, false));
        if (ref.resource().kind().equals("Namespace") && !hasControllers()) {
            cluster.get(ref).ifPresent(left -> {
                ObjectNode free = left.deepCopy();
                free.withObject("/spec").putArray("finalizers");
                try {
                    cluster.write(new Write(Write.Method.REPLACE, part(ref, "finalize"), free, SOMEBODY, false, false));
                } catch (ApiFailure e) {
                    // It is gone, or its controller is at work.
                }
            });
        }
    }

    /** Without them a namespace would stay for ever; with them, one that is let go too early would leave behind what is in it. */
    private boolean hasControllers() {
        ApiResource accounts = ref("v1", "ServiceAccount", "default").resource();
        return cluster.get(new ObjectRef(accounts, "default", "default")).isPresent();
    }

    // ---- what the program says

    /** A stack of these manifests, each a YAML document; {@code NS} in them stands for the namespace of the test. */
    final Release program(String... manifests) {
        return stack("shop", manifests);
    }

    final Release stack(String stack, String... manifests) {
        List<DesiredObject> objects = new ArrayList<>();
        for (int i = 0; i < manifests.length; i++) {
            objects.add(object(stack, manifests[i], 11 + 10 * i));
        }
        // The index of a bundle is in the order of ranks.
        objects.sort((a, b) -> Integer.compare(a.entry().rank(), b.entry().rank()));
        return new Release(
                "com.acme.Shop in " + namespace,
                "production",
                new BundleStack(stack, namespace, List.of(), List.of()),
                objects);
    }

    private DesiredObject object(String stack, String manifest, int line) {
        ObjectNode tree = tree(manifest);
        ResourceId id = new ResourceId(
                tree.path("apiVersion").asText(),
                tree.path("kind").asText(),
                tree.at("/metadata/namespace").asText(null),
                tree.at("/metadata/name").asText());
        return new DesiredObject(
                new IndexEntry(
                        id,
                        Ranks.of(id),
                        stack,
                        "yaml/shop.yaml",
                        0,
                        "sha256:0",
                        Origin.source("com/acme/Shop.java", line),
                        List.of(),
                        List.of()),
                tree);
    }

    final ObjectNode tree(String yaml) {
        try {
            return (ObjectNode) YAML.readTree(NAMESPACE.matcher(yaml).replaceAll(namespace));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    final String configMap(String name, String data) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + ", namespace: NS}, data: {" + data + "}}";
    }

    static String deployment(String name, String app, String more) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s, namespace: NS}
                spec:
                  selector: {matchLabels: {app: %s}}
                  template:
                    metadata: {labels: {app: %s}}
                    spec:
                      containers:
                        - {name: web, image: "example.com/web:1"}
                %s""".formatted(name, app, app, more.indent(2));
    }

    // ---- the engine

    final Outcome apply(Release... releases) {
        return apply(options -> {}, releases);
    }

    final Outcome apply(Consumer<EngineOptions.Builder> options, Release... releases) {
        return engine(cluster, options).apply(List.of(releases));
    }

    /** An engine that waits for nothing, since a server without controllers makes nothing ready. */
    final Engine engine(Cluster over, Consumer<EngineOptions.Builder> options) {
        return engine(over, Time.system(), options);
    }

    final Engine engine(Cluster over, Time time, Consumer<EngineOptions.Builder> options) {
        EngineOptions chosen = EngineOptions.of(builder -> {
            builder.waits(false)
                    .timeout(Duration.ofSeconds(20))
                    .tool("gantry/0.1.0")
                    .by("Ada")
                    .holder("ada@test/" + UUID.randomUUID());
            options.accept(builder);
        });
        Patience patience = Patience.until(
                time.now().plusSeconds(60),
                time,
                (action, why, after) -> events.add(new Event.Retrying(action, why, after)));
        return new Engine(new PatientCluster(over, patience), chosen, events::add, time);
    }

    // ---- somebody else

    /** Somebody makes an object; it is deleted after the test. */
    final ObjectNode make(String manager, String manifest) {
        ObjectNode tree = tree(manifest);
        ObjectRef ref = ref(tree);
        deleteLater(ref);
        return cluster.write(Write.create(ref, tree, manager)).object();
    }

    /** Somebody applies an object; it is deleted after the test. */
    final ObjectNode applied(String manager, String manifest) {
        ObjectNode tree = tree(manifest);
        ObjectRef ref = ref(tree);
        deleteLater(ref);
        return cluster.write(Write.apply(ref, tree, manager).forced()).object();
    }

    /** Somebody changes a field. */
    final ObjectNode change(ObjectRef ref, String pointer, Object value) {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        patch.addObject().put("op", "add").put("path", pointer).putPOJO("value", value);
        JsonNode body = YAML.valueToTree(patch);
        return cluster.write(new Write(Write.Method.JSON_PATCH, ref, body, SOMEBODY, false, false))
                .object();
    }

    final ObjectRef ref(String apiVersion, String kind, String name) {
        ApiResource resource = cluster.discovery()
                .resource(apiVersion, kind)
                .orElseThrow(() -> new AssertionError("The server does not serve " + kind + " of " + apiVersion));
        return new ObjectRef(resource, resource.namespaced() ? namespace : null, name);
    }

    final ObjectRef ref(JsonNode tree) {
        ObjectRef ref = ref(
                tree.path("apiVersion").asText(),
                tree.path("kind").asText(),
                tree.at("/metadata/name").asText());
        String own = tree.at("/metadata/namespace").asText(null);
        return ref.namespace() == null || own == null ? ref : new ObjectRef(ref.resource(), own, ref.name());
    }

    /** A subresource of an object. */
    static ObjectRef part(ObjectRef ref, String subresource) {
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

    final ObjectNode live(String apiVersion, String kind, String name) {
        return find(apiVersion, kind, name).orElseThrow(() -> new AssertionError(kind + " " + name + " is not there"));
    }

    final Optional<ObjectNode> find(String apiVersion, String kind, String name) {
        return cluster.get(ref(apiVersion, kind, name));
    }

    static String uid(ObjectNode live) {
        return live.path("metadata").path("uid").asText();
    }

    // ---- what is said

    /** The findings as a user reads them: code, resource, field, line. */
    static List<String> shown(List<Finding> findings) {
        return findings.stream()
                .map(each -> String.join(
                        " ",
                        List.of(
                                each.code(),
                                String.valueOf(each.resource()),
                                String.valueOf(each.field()),
                                String.valueOf(each.origin()))))
                .toList();
    }

    static void assertSucceeded(Outcome outcome) {
        assertThat(outcome.findings()).as("findings").noneMatch(Finding::isError);
        assertThat(outcome.succeeded()).isTrue();
    }

    static void assertNothingWasBegun(Outcome outcome) {
        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.stacks()).as("stacks that were begun").isEmpty();
    }

    /** Whether some text is in the message or the hint of a finding, whatever its case. */
    static boolean says(Finding finding, String text) {
        String all = (finding.message() + " " + finding.hint()).toLowerCase(Locale.ROOT);
        return all.contains(text.toLowerCase(Locale.ROOT));
    }
}
