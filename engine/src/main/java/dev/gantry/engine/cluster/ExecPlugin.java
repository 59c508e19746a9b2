package dev.gantry.engine.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.kubeconfig.AccessFailure;
import dev.gantry.engine.kubeconfig.AccessFailure.Problem;
import dev.gantry.engine.kubeconfig.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program that the kubeconfig names, which prints credentials. Run by ourselves, since fabric8 mixes what the program says
 * with what it complains of, and logs it, credentials and all; so what is wrong with it can be told, too.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins">
 *     Client-go credential plugins</a>
 */
final class ExecPlugin implements Credentials {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final JsonNode exec;
    private final ObjectNode cluster;
    private final @Nullable Path authority;
    private final @Nullable Path kubeconfig;
    private final Time time;
    private @Nullable JsonNode status;

    /** The plugin of a target's user. */
    ExecPlugin(Target target, Time time) {
        this.exec = target.user().path("exec");
        this.cluster = target.cluster();
        this.authority = target.certificateAuthority();
        this.kubeconfig = target.userFile();
        this.time = time;
    }

    @Override
    public synchronized @Nullable String token() {
        return text("token");
    }

    /** Threads that were refused with the same token run the program once. */
    @Override
    public synchronized @Nullable String insteadOf(@Nullable String refused) {
        String known = text("token");
        if (known != null && !known.equals(refused)) {
            return known;
        }
        status = null;
        String renewed = text("token");
        return renewed == null || renewed.equals(refused) ? null : renewed;
    }

    /** A client certificate, in PEM. */
    synchronized @Nullable String certificate() {
        return text("clientCertificateData");
    }

    /** The key of the certificate, in PEM. */
    synchronized @Nullable String key() {
        return text("clientKeyData");
    }

    private @Nullable String text(String field) {
        if (status == null || isOver(status)) {
            status = run();
        }
        String value = status.path(field).asText("");
        return value.isEmpty() ? null : value;
    }

    private boolean isOver(JsonNode known) {
        try {
            String end = known.path("expirationTimestamp").asText("");
            return !end.isEmpty() && !OffsetDateTime.parse(end).toInstant().isAfter(time.now());
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private JsonNode run() {
        String name = exec.path("command").asText("");
        List<String> command = new ArrayList<>();
        command.add(resolved(name));
        exec.path("args").forEach(argument -> command.add(argument.asText()));
        Map<String, String> variables = new LinkedHashMap<>();
        exec.path("env")
                .forEach(variable -> variables.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        variables.put("KUBERNETES_EXEC_INFO", info());
        String printed = new ChildProcess(name, command, variables, LIMIT).output(hint());
        return credentials(name, printed);
    }

    private JsonNode credentials(String name, String printed) {
        JsonNode tree;
        try {
            tree = Wire.JSON.readTree(printed);
        } catch (JsonProcessingException e) {
            throw failure(name, "prints something else than an ExecCredential");
        }
        if (!tree.path("kind").asText("").equals("ExecCredential")) {
            throw failure(name, "prints something else than an ExecCredential");
        }
        String version = exec.path("apiVersion").asText("");
        if (!tree.path("apiVersion").asText("").equals(version)) {
            throw failure(
                    name, "answers in another version of its API than " + version + ", which the kubeconfig names");
        }
        JsonNode found = tree.path("status");
        boolean certificate = found.hasNonNull("clientCertificateData") && found.hasNonNull("clientKeyData");
        if (!found.hasNonNull("token") && !certificate) {
            throw failure(name, "gives neither a token nor a certificate");
        }
        return found;
    }

    private static AccessFailure failure(String name, String what) {
        return new AccessFailure(Problem.NO_CREDENTIALS, "the credential plugin " + name + " " + what);
    }

    /** A relative path with a folder in it counts from the kubeconfig; a plain name is looked for in {@code PATH}. */
    private String resolved(String name) {
        boolean path = name.contains("/") || name.contains("\\");
        return path && kubeconfig != null
                ? kubeconfig.toAbsolutePath().resolveSibling(name).normalize().toString()
                : name;
    }

    private String info() {
        ObjectNode info = Wire.JSON.createObjectNode();
        info.put("kind", "ExecCredential");
        info.put("apiVersion", exec.path("apiVersion").asText(""));
        ObjectNode spec = info.putObject("spec").put("interactive", false);
        if (exec.path("provideClusterInfo").asBoolean()) {
            spec.set("cluster", clusterInfo());
        }
        return info.toString();
    }

    private ObjectNode clusterInfo() {
        ObjectNode info = cluster.deepCopy();
        info.remove(List.of("certificate-authority", "extensions"));
        if (authority != null && !info.has("certificate-authority-data")) {
            try {
                info.put("certificate-authority-data", Files.readAllBytes(authority));
            } catch (IOException e) {
                // The client finds it, too, and says so.
            }
        }
        for (JsonNode extension : cluster.path("extensions")) {
            if (extension.path("name").asText("").equals("client.authentication.k8s.io/exec")) {
                info.set("config", extension.path("extension"));
            }
        }
        return info;
    }

    private String hint() {
        String hint = exec.path("installHint").asText("").strip();
        return hint.isEmpty() ? "" : ": " + hint;
    }
}
