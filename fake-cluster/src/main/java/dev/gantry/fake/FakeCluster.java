package dev.gantry.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.admission.GrowingClaims;
import dev.gantry.fake.admission.NamespaceLifecycle;
import dev.gantry.fake.admission.Quotas;
import dev.gantry.fake.admission.TerminatingDefinitions;
import dev.gantry.fake.admission.Webhooks;
import dev.gantry.fake.api.Api;
import dev.gantry.fake.controller.Controllers;
import dev.gantry.fake.http.HttpServer;
import dev.gantry.fake.http.Request;
import dev.gantry.fake.http.Response;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.kind.Kinds;
import dev.gantry.fake.rule.ClusterRules;
import dev.gantry.fake.store.ObjectKey;
import dev.gantry.fake.store.Store;
import dev.gantry.fake.write.Deleter;
import dev.gantry.fake.write.Deletion;
import dev.gantry.fake.write.Rules;
import dev.gantry.fake.write.Target;
import dev.gantry.fake.write.WriteOptions;
import dev.gantry.fake.write.Writer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * An API server in memory, which speaks HTTP: clients and kubectl take it for a cluster. What is done through its methods is done within
 * the server, and neither recorded nor hit by faults.
 */
public final class FakeCluster implements AutoCloseable {

    private static final List<String> NAMESPACES = List.of("default", "kube-system", "kube-public", "kube-node-lease");

    private final Kinds kinds = new Kinds();
    private final Store store = new Store();
    private final FakeAccess access = new FakeAccess();
    private final Faults faults = new Faults();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private final Writer writer;
    private final Deleter deleter;
    private final Controllers controllers;
    private final Api api;
    private final HttpServer server;

    private FakeCluster() {
        Quotas quotas = new Quotas(store);
        Rules rules = new ClusterRules(
                new NamespaceLifecycle(store),
                new TerminatingDefinitions(store),
                new GrowingClaims(store),
                new Webhooks(store),
                quotas);
        writer = new Writer(store, rules, FakeCluster::now);
        deleter = new Deleter(store, rules, FakeCluster::now);
        controllers = new Controllers(kinds, store, writer, deleter, quotas, FakeCluster::now);
        store.onChange(controllers);
        api = new Api(kinds, store, rules, writer, deleter, access, controllers::read);
        for (String namespace : NAMESPACES) {
            create("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: " + namespace + "\n");
        }
        server = HttpServer.start(this::answer);
    }

    /** Starts a cluster that has nothing but the usual namespaces. */
    public static FakeCluster start() {
        return new FakeCluster();
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Response answer(Request request) {
        RecordedRequest recorded = RecordedRequest.of(request);
        requests.add(recorded);
        return faults.answer(request, recorded, api);
    }

    /** Where it listens, such as {@code http://127.0.0.1:41234}. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** A kubeconfig with one context, {@code fake}, and without credentials. */
    public String kubeconfig() {
        return """
                apiVersion: v1
                kind: Config
                clusters:
                - name: fake
                  cluster:
                    server: %s
                users:
                - name: fake
                  user: {}
                contexts:
                - name: fake
                  context:
                    cluster: fake
                    user: fake
                current-context: fake
                """.formatted(url());
    }

    /** Writes {@link #kubeconfig()} into a file. */
    public Path kubeconfig(Path file) {
        try {
            return Files.writeString(file, kubeconfig());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** What happens by itself. */
    public Controllers controllers() {
        return controllers;
    }

    /** Who may do what. */
    public FakeAccess access() {
        return access;
    }

    /** What was asked so far, in the order of arrival. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** What was asked so far and matches. */
    public List<RecordedRequest> requests(Predicate<RecordedRequest> matcher) {
        return requests.stream().filter(matcher).toList();
    }

    /** Forgets what was asked so far. */
    public void forgetRequests() {
        requests.clear();
    }

    /** Makes that nobody can watch from an earlier version on: 410. */
    public void forgetChanges() {
        store.forget();
    }

    /**
     * An object.
     *
     * @param namespace empty for a kind that has none
     */
    public Optional<ObjectNode> object(String apiVersion, String kind, String namespace, String name) {
        return store.get(key(kind(apiVersion, kind), namespace, name)).map(ObjectNode::deepCopy);
    }

    /** The objects of a kind, in all namespaces. */
    public List<ObjectNode> objects(String apiVersion, String kind) {
        return store.list(kind(apiVersion, kind).resource(), "").items().stream()
                .map(item -> item.object().deepCopy())
                .toList();
    }

    /** Creates an object from YAML, as another client would. */
    public ObjectNode create(String yaml) {
        ObjectNode object = Json.yaml(yaml);
        return writer.create(target(object), object, WriteOptions.internal("test"));
    }

    /** Applies an object from YAML, as another client would, by force. */
    public ObjectNode apply(String manager, String yaml) {
        ObjectNode object = Json.yaml(yaml);
        WriteOptions options = new WriteOptions(
                false, manager, true, WriteOptions.Strictness.IGNORE, "test", new java.util.ArrayList<>());
        return writer.apply(target(object), object, options).object();
    }

    /** Changes an object in place, as another client would. */
    public ObjectNode change(
            String manager, String apiVersion, String kind, String namespace, String name, Consumer<ObjectNode> edit) {
        return change(new Target(kind(apiVersion, kind), namespace, name, ""), manager, edit);
    }

    /** Changes the status of an object in place, as a controller would. */
    public ObjectNode changeStatus(
            String manager, String apiVersion, String kind, String namespace, String name, Consumer<ObjectNode> edit) {
        return change(new Target(kind(apiVersion, kind), namespace, name, "status"), manager, edit);
    }

    private ObjectNode change(Target target, String manager, Consumer<ObjectNode> edit) {
        return writer.change(
                target,
                live -> {
                    ObjectNode changed = live.deepCopy();
                    edit.accept(changed);
                    return changed;
                },
                WriteOptions.internal(manager));
    }

    /** Deletes an object, as another client would. */
    public void delete(String apiVersion, String kind, String namespace, String name) {
        deleter.delete(new Target(kind(apiVersion, kind), namespace, name, ""), Deletion.PLAIN);
    }

    private Target target(ObjectNode object) {
        ApiKind kind = kind(Json.text(object, "apiVersion"), Json.text(object, "kind"));
        String namespace = Json.text(object, "metadata", "namespace");
        return new Target(
                kind,
                kind.namespaced() && namespace.isEmpty() ? "default" : namespace,
                Json.text(object, "metadata", "name"),
                "");
    }

    private ApiKind kind(String apiVersion, String kind) {
        return kinds.named(apiVersion, kind)
                .orElseThrow(() -> new IllegalArgumentException("no kind " + kind + " in " + apiVersion));
    }

    private static ObjectKey key(ApiKind kind, String namespace, String name) {
        return new ObjectKey(kind.resource(), namespace, name);
    }

    /** Stops it at once. */
    @Override
    public void close() {
        faults.clear();
        server.close();
    }
}
