package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.discovery.DiscoveryDocuments;
import dev.gantry.fake.discovery.OpenApiDocuments;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.http.Handler;
import dev.gantry.fake.http.Request;
import dev.gantry.fake.http.Response;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.Kinds;
import dev.gantry.fake.store.ObjectKey;
import dev.gantry.fake.store.Store;
import dev.gantry.fake.write.Deleter;
import dev.gantry.fake.write.Rules;
import dev.gantry.fake.write.Writer;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The API server: from a request to its answer. */
public final class Api implements Handler {

    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
    private static final String USER = "admin";

    private final Kinds kinds;
    private final Access access;
    private final DiscoveryDocuments documents;
    private final OpenApiDocuments schemas;
    private final Reads reads;
    private final Watches watches;
    private final Writes writes;

    /**
     * A server of these kinds and objects.
     *
     * @param reader is told of each object that is going to be read
     */
    public Api(
            Kinds kinds,
            Store store,
            Rules rules,
            Writer writer,
            Deleter deleter,
            Access access,
            BiConsumer<ObjectKey, ObjectNode> reader) {
        this.kinds = kinds;
        this.access = access;
        this.documents = new DiscoveryDocuments(kinds);
        this.schemas = new OpenApiDocuments(kinds);
        this.reads = new Reads(store, rules, reader);
        this.watches = new Watches(store, rules);
        this.writes = new Writes(kinds, new Reviews(kinds, access), store, rules, writer, deleter);
    }

    @Override
    public Response handle(Request request) {
        try {
            return answer(request);
        } catch (ApiError e) {
            return Response.json(e.code(), e.status());
        } catch (RuntimeException e) {
            // A fault of this server is to be seen in the test, not to be retried as one of the network.
            return Response.json(
                    500,
                    ApiError.of(500, "InternalError", "Internal error occurred: " + e)
                            .status());
        }
    }

    private Response answer(Request request) {
        String user = access.user(request);
        if (user == null) {
            throw ApiError.of(401, "Unauthorized", "Unauthorized");
        }
        return switch (request.path()) {
            case "/healthz", "/readyz", "/livez" -> Response.text(200, "ok");
            case "/version" -> Response.json(200, version());
            case "/api" -> discovery(request, true);
            case "/apis" -> discovery(request, false);
            default -> {
                Optional<ObjectNode> document = document(request.path());
                if (document.isPresent()) {
                    yield Response.json(200, document.get());
                }
                yield isServed(request.path()) ? objects(request, user) : Response.text(404, "404 page not found\n");
            }
        };
    }

    private static ObjectNode version() {
        ObjectNode version = Json.object();
        version.put("major", "1")
                .put("minor", "33")
                .put("gitVersion", "v1.33.0")
                .put("platform", "linux/amd64");
        return version;
    }

    private Response discovery(Request request, boolean core) {
        if (request.header("Accept").contains("as=APIGroupDiscoveryList")) {
            return Response.of(200, AGGREGATED, Json.write(documents.aggregated(core)));
        }
        return Response.json(200, core ? documents.coreVersions() : documents.groups());
    }

    private boolean isServed(String path) {
        return kinds.all().stream()
                .anyMatch(kind ->
                        path.startsWith((kind.group().isEmpty() ? "/api/" : "/apis/") + kind.apiVersion() + "/"));
    }

    private Optional<ObjectNode> document(String path) {
        if (path.startsWith("/openapi/")) {
            return schemas.at(path);
        }
        String[] steps = path.substring(1).split("/", -1);
        if (steps[0].equals("api")) {
            return steps.length == 2 ? documents.resources("", steps[1]) : Optional.empty();
        }
        if (!steps[0].equals("apis")) {
            return Optional.empty();
        }
        return switch (steps.length) {
            case 2 -> documents.group(steps[1]);
            case 3 -> documents.resources(steps[1], steps[2]);
            default -> Optional.empty();
        };
    }

    private Response objects(Request request, String user) {
        Call call = Call.of(request, user, kinds);
        if (!access.allows(user, call.verb(), call.kind(), call.subresource(), call.namespace())) {
            throw forbidden(call);
        }
        checkMethod(call);
        return switch (call.verb()) {
            case "get" -> reads.get(call);
            case "list" -> reads.list(call);
            case "watch" -> watches.watch(call);
            case "create" -> writes.create(call);
            case "update" -> writes.update(call);
            case "patch" -> writes.patch(call);
            default -> writes.delete(call);
        };
    }

    private static void checkMethod(Call call) {
        boolean many = call.name().isEmpty();
        boolean served = switch (call.request().method()) {
            case "POST" -> many;
            case "PUT", "PATCH" -> !many;
            case "DELETE" -> !many || !call.kind().resource().equals("namespaces");
            default -> call.kind().kept();
        };
        if (!served) {
            throw ApiError.of(
                            405, "MethodNotAllowed", "the server does not allow this method on the requested resource")
                    .about("", "", "");
        }
    }

    private static ApiError forbidden(Call call) {
        String resource = call.kind().plural() + (call.subresource().isEmpty() ? "" : "/" + call.subresource());
        String where =
                call.namespace().isEmpty() ? " at the cluster scope" : " in the namespace \"" + call.namespace() + "\"";
        return Refusals.forbidden(
                call.kind(),
                call.name(),
                "User \"" + call.user() + "\" cannot " + call.verb() + " resource \"" + resource + "\" in API group \""
                        + call.kind().group() + "\"" + where);
    }

    /** Who asks where nobody says who he is. */
    public static String defaultUser() {
        return USER;
    }
}
