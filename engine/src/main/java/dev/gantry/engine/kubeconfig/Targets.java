package dev.gantry.engine.kubeconfig;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gantry.engine.kubeconfig.AccessFailure.Problem;
import dev.gantry.engine.kubeconfig.Kubeconfig.Entry;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which cluster is meant, and whether it is allowed. Not left to the client: it takes the current context where
 * the one that was asked for does not exist, lets variables of the environment change the server, and says of what is
 * broken nothing but that there was an exception.
 */
public final class Targets {

    private Targets() {}

    /**
     * The cluster that is meant. Reads files, starts no program, and sends nothing.
     *
     * @throws AccessFailure if that is not known, or not allowed
     */
    public static Target find(AccessOptions options, Machine machine) {
        List<Path> files = KubeconfigFiles.of(options, machine);
        return files.isEmpty() ? inCluster(options, machine) : of(options, Kubeconfig.read(files), machine);
    }

    private static Target of(AccessOptions options, Kubeconfig kubeconfig, Machine machine) {
        String name = options.context() == null ? kubeconfig.currentContext() : options.context();
        List<String> contexts = kubeconfig.contextNames();
        if (name == null) {
            throw new AccessFailure(Problem.UNKNOWN_CONTEXT, "the kubeconfig has no current context")
                    .in(kubeconfig.files().get(0))
                    .insteadOf("", contexts);
        }
        Entry context = kubeconfig.context(name);
        if (context == null) {
            throw new AccessFailure(Problem.UNKNOWN_CONTEXT, "the kubeconfig has no context \"" + name + "\"")
                    .in(kubeconfig.files().get(0))
                    .insteadOf(name, contexts);
        }
        guard(name, options.allowedContexts());
        String where = "the context \"" + name + "\"";
        Entry cluster = kubeconfig.cluster(text(context, "cluster"));
        if (cluster == null) {
            throw unusable(where + missing("cluster", text(context, "cluster")), context.file());
        }
        Entry user = kubeconfig.user(text(context, "user"));
        if (user == null && text(context, "user") != null) {
            throw unusable(where + missing("user", text(context, "user")), context.file());
        }
        requireFiles(cluster, "certificate-authority");
        if (user != null) {
            requireFiles(user, "client-certificate", "client-key", "tokenFile");
        }
        URI server = server(cluster);
        if (text(cluster, "tls-server-name") != null) {
            throw unusable(
                    "the cluster of " + where
                            + " has a tls-server-name, and Java compares a certificate only with the server's own name",
                    cluster.file());
        }
        ProxyServer proxy = Proxies.choose(server, text(cluster, "proxy-url"), options.proxy(), machine);
        String namespace = text(context, "namespace");
        return new Target(
                name,
                server,
                namespace == null ? "default" : namespace,
                cluster.body(),
                text(context, "user"),
                user == null ? JsonNodeFactory.instance.objectNode() : user.body(),
                user == null ? null : user.file(),
                kubeconfig.files(),
                user == null ? null : file(user, "tokenFile"),
                file(cluster, "certificate-authority"),
                proxy);
    }

    private static Target inCluster(AccessOptions options, Machine machine) {
        String host = machine.variable("KUBERNETES_SERVICE_HOST");
        String port = machine.variable("KUBERNETES_SERVICE_PORT");
        Path token = machine.serviceAccount().resolve("token");
        if (host == null || port == null || !Files.isRegularFile(token)) {
            throw new AccessFailure(Problem.NO_KUBECONFIG, KubeconfigFiles.absence(machine));
        }
        if (options.context() != null && !options.context().equals(Target.IN_CLUSTER)) {
            throw new AccessFailure(
                            Problem.UNKNOWN_CONTEXT,
                            "there is no kubeconfig, so there is no context \"" + options.context() + "\"")
                    .insteadOf(options.context(), List.of(Target.IN_CLUSTER));
        }
        guard(Target.IN_CLUSTER, options.allowedContexts());
        URI server = URI.create("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
        return new Target(
                Target.IN_CLUSTER,
                server,
                namespace(machine.serviceAccount().resolve("namespace")),
                JsonNodeFactory.instance.objectNode(),
                null,
                JsonNodeFactory.instance.objectNode(),
                null,
                List.of(),
                token,
                machine.serviceAccount().resolve("ca.crt"),
                Proxies.choose(server, null, options.proxy(), machine));
    }

    private static String namespace(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file).strip() : "default";
        } catch (IOException e) {
            return "default"; // Only what is written without a namespace asks for it.
        }
    }

    private static void guard(String context, List<String> allowed) {
        if (!allowed.isEmpty() && allowed.stream().noneMatch(pattern -> matches(pattern, context))) {
            throw new AccessFailure(Problem.CONTEXT_NOT_ALLOWED, "the context \"" + context + "\" is not allowed here")
                    .insteadOf(context, allowed);
        }
    }

    private static boolean matches(String pattern, String context) {
        String[] parts = pattern.split("\\*", -1);
        StringBuilder regex = new StringBuilder(Pattern.quote(parts[0]));
        for (int i = 1; i < parts.length; i++) {
            regex.append(".*").append(Pattern.quote(parts[i]));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL)
                .matcher(context)
                .matches();
    }

    private static URI server(Entry cluster) {
        String written = text(cluster, "server");
        if (written == null) {
            throw unusable("the cluster \"" + cluster.name() + "\" has no server", cluster.file());
        }
        try {
            URI uri = new URI(written);
            if (uri.getHost() == null || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                throw new URISyntaxException(written, "no URL");
            }
            return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), null, null);
        } catch (URISyntaxException e) {
            throw unusable(
                    "the server of the cluster \"" + cluster.name() + "\" is no URL such as https://example.com:6443",
                    cluster.file());
        }
    }

    /** Paths count from the folder of the file that names them. */
    private static @Nullable Path file(Entry entry, String field) {
        String file = text(entry, field);
        return file == null ? null : entry.file().toAbsolutePath().resolveSibling(file);
    }

    private static void requireFiles(Entry entry, String... fields) {
        for (String field : fields) {
            Path file = file(entry, field);
            if (file != null && !Files.isRegularFile(file)) {
                throw unusable(
                        "the " + field + " of \"" + entry.name() + "\" is the file " + file + ", which does not exist",
                        entry.file());
            }
        }
    }

    private static AccessFailure unusable(String message, Path file) {
        return new AccessFailure(Problem.UNUSABLE_CONTEXT, message).in(file);
    }

    private static String missing(String what, @Nullable String name) {
        return name == null ? " names no " + what : " names the " + what + " \"" + name + "\", which is not there";
    }

    private static @Nullable String text(Entry entry, String field) {
        String value = entry.body().path(field).asText("");
        return value.isEmpty() ? null : value;
    }
}
