package dev.gantry.engine.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.http.HttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server that is spoken to over HTTP. Tries each request once, but for credentials that have expired; see
 * {@link PatientCluster}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/api-concepts/">Kubernetes API concepts</a>
 */
public final class HttpCluster implements Cluster {

    private final Wire wire;
    private final Connection connection;
    private @Nullable Discovery discovery;

    HttpCluster(Wire wire, Connection connection) {
        this.wire = wire;
        this.connection = connection;
    }

    /**
     * A server that is reached with fabric8's HTTP client, which somebody else has set up, and which is closed together with this.
     *
     * @param connection which cluster it is; its server is where requests go
     * @param pace how many requests are made
     * @param limit how long an answer may take
     */
    public static HttpCluster raw(HttpClient client, Connection connection, Pace pace, Duration limit) {
        return new HttpCluster(new Wire(client, URI.create(connection.server()), limit, pace), connection);
    }

    /**
     * The same server over the same connections, which are given back with either of the two.
     *
     * @param limit how long an answer may take
     */
    HttpCluster answeringWithin(Duration limit) {
        return new HttpCluster(wire.within(limit), connection);
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public synchronized Discovery discovery() {
        if (discovery == null) {
            discovery = new DiscoveryReader(wire).read();
        }
        return discovery;
    }

    @Override
    public synchronized void discoverAgain() {
        discovery = null;
    }

    @Override
    public Optional<ObjectNode> get(ObjectRef ref) {
        Answer answer = wire.send(Call.get("get " + ref, Paths.object(ref), Call.JSON));
        return answer.isAbsent() ? Optional.empty() : Optional.of(answer.object());
    }

    @Override
    public void list(Listing listing) {
        new Lister(wire, listing).list();
    }

    @Override
    public Written write(Write write) {
        Answer answer = wire.send(call(write));
        return new Written(answer.object(), answer.warnings());
    }

    @Override
    public void delete(Deletion deletion) {
        ObjectRef ref = deletion.ref();
        ObjectNode options = Wire.JSON.createObjectNode();
        options.put("apiVersion", "v1").put("kind", "DeleteOptions").put("propagationPolicy", "Background");
        ObjectNode preconditions = options.putObject("preconditions").put("uid", deletion.uid());
        if (deletion.resourceVersion() != null) {
            preconditions.put("resourceVersion", deletion.resourceVersion());
        }
        if (deletion.dryRun()) {
            options.putArray("dryRun").add("All");
        }
        Answer answer = wire.send(new Call(
                "delete " + ref,
                "DELETE",
                Paths.object(ref),
                Call.JSON,
                Call.JSON,
                options.toString(),
                Secrets.none()));
        if (!answer.succeeded() && !answer.isAbsent()) {
            throw answer.failure();
        }
    }

    @Override
    public void close() {
        wire.close();
    }

    private static Call call(Write write) {
        ObjectRef ref = write.ref();
        StringBuilder path = new StringBuilder(
                write.method() == Write.Method.CREATE
                        ? Paths.collection(ref.resource(), ref.namespace())
                        : Paths.object(ref));
        path.append("?fieldManager=").append(Paths.encoded(write.manager()));
        path.append("&fieldValidation=Strict");
        if (write.force()) {
            path.append("&force=true");
        }
        if (write.dryRun()) {
            path.append("&dryRun=All");
        }
        return new Call(
                action(write),
                switch (write.method()) {
                    case CREATE -> "POST";
                    case REPLACE -> "PUT";
                    case APPLY, JSON_PATCH, REPEATABLE_PATCH -> "PATCH";
                },
                path.toString(),
                Call.JSON,
                switch (write.method()) {
                    case CREATE, REPLACE -> Call.JSON;
                    case APPLY ->
                        "application/apply-patch+yaml"; // JSON is YAML, and servers before 1.33 know no other name.
                    case JSON_PATCH, REPEATABLE_PATCH -> "application/json-patch+json";
                },
                text(write.body()),
                Secrets.of(ref.resource(), write.body()));
    }

    private static String action(Write write) {
        String verb = switch (write.method()) {
            case APPLY -> "apply ";
            case CREATE -> "create ";
            case REPLACE -> "replace ";
            case JSON_PATCH, REPEATABLE_PATCH -> "patch ";
        };
        return (write.dryRun() ? "try to " : "") + verb + write.ref();
    }

    private static String text(JsonNode body) {
        try {
            return Wire.JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
