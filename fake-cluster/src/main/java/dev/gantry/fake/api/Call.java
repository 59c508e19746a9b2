package dev.gantry.fake.api;

import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.http.Request;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.kind.Kinds;
import dev.gantry.fake.write.Target;
import dev.gantry.fake.write.WriteOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * A request for objects.
 *
 * @param kind of which kind
 * @param namespace empty for all, or for a kind that has none
 * @param name empty for many
 * @param subresource empty for the object itself
 * @param user who asks
 * @param warnings what the client is told besides
 */
record Call(
        ApiKind kind,
        String namespace,
        String name,
        String subresource,
        Request request,
        String user,
        List<String> warnings) {

    /** Reads a path below {@code /api} or {@code /apis}. */
    static Call of(Request request, String user, Kinds kinds) {
        List<String> steps = List.of(request.path().substring(1).split("/", -1));
        boolean core = steps.get(0).equals("api");
        int first = core ? 2 : 3;
        if (steps.size() <= first) {
            throw Refusals.noSuchResource();
        }
        String group = core ? "" : steps.get(1);
        String version = steps.get(first - 1);
        List<String> rest = steps.subList(first, steps.size());
        String namespace = "";
        boolean inNamespace = rest.get(0).equals("namespaces")
                && rest.size() > 2
                && !(rest.size() == 3 && List.of("status", "finalize").contains(rest.get(2)));
        if (inNamespace) {
            namespace = rest.get(1);
            rest = rest.subList(2, rest.size());
        }
        ApiKind kind = kinds.at(group, version, rest.get(0)).orElseThrow(Refusals::noSuchResource);
        String name = rest.size() > 1 ? rest.get(1) : "";
        String subresource = rest.size() > 2 ? rest.get(2) : "";
        boolean wrongScope = kind.namespaced() ? namespace.isEmpty() && !name.isEmpty() : inNamespace;
        if (rest.size() > 3
                || wrongScope
                || (!subresource.isEmpty() && !kind.subresources().contains(subresource))) {
            throw Refusals.noSuchResource();
        }
        return new Call(kind, namespace, name, subresource, request, user, new ArrayList<>());
    }

    /** The verb, as rules of access know it. */
    String verb() {
        return switch (request.method()) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> name.isEmpty() ? "deletecollection" : "delete";
            default -> name.isEmpty() ? (isWatch() ? "watch" : "list") : "get";
        };
    }

    boolean isWatch() {
        return List.of("1", "true").contains(request.parameter("watch"));
    }

    Target target() {
        return new Target(kind, namespace, name, subresource);
    }

    boolean isDryRun() {
        return request.parameter("dryRun").equals("All");
    }

    WriteOptions options() {
        String manager = request.parameter("fieldManager");
        String agent = request.header("User-Agent");
        int slash = agent.indexOf('/');
        WriteOptions.Strictness strictness = switch (request.parameter("fieldValidation")) {
            case "Strict" -> WriteOptions.Strictness.STRICT;
            case "Ignore" -> WriteOptions.Strictness.IGNORE;
            default -> WriteOptions.Strictness.WARN;
        };
        return new WriteOptions(
                isDryRun(),
                manager.isEmpty() ? agent.substring(0, slash < 0 ? agent.length() : slash) : manager,
                request.parameter("force").equals("true"),
                strictness,
                user,
                warnings);
    }
}
