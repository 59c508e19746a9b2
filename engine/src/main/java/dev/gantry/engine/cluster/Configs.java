package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.engine.kubeconfig.AccessFailure;
import dev.gantry.engine.kubeconfig.AccessFailure.Problem;
import dev.gantry.engine.kubeconfig.Target;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What fabric8 has to know of a target: server, certificates, and names to act for. */
final class Configs {

    private Configs() {}

    /**
     * The configuration. For users with an {@code auth-provider}, fabric8 reads the kubeconfig itself, since it is fabric8 who
     * renews their tokens and writes them back; for all others that would only load its model, which takes long.
     */
    static Config of(Target target) {
        Config config = target.user().has("auth-provider") ? ofFabric8(target) : ofOurs(target);
        impersonate(target.user(), config);
        return config;
    }

    private static Config ofOurs(Target target) {
        JsonNode cluster = target.cluster();
        JsonNode user = target.user();
        Config config = Config.empty();
        config.setMasterUrl(target.server().toString());
        boolean insecure = cluster.path("insecure-skip-tls-verify").asBoolean();
        config.setTrustCerts(insecure);
        config.setDisableHostnameVerification(insecure);
        config.setCaCertFile(text(target.certificateAuthority()));
        config.setCaCertData(text(cluster, "certificate-authority-data"));
        config.setClientCertFile(file(target, "client-certificate"));
        config.setClientCertData(text(user, "client-certificate-data"));
        config.setClientKeyFile(file(target, "client-key"));
        config.setClientKeyData(text(user, "client-key-data"));
        config.setClientKeyAlgo(KeyAlgorithm.of(config.getClientKeyFile(), config.getClientKeyData()));
        config.setUsername(text(user, "username"));
        config.setPassword(text(user, "password"));
        return config;
    }

    private static Config ofFabric8(Target target) {
        List<io.fabric8.kubernetes.api.model.Config> files =
                target.files().stream().map(Configs::parsed).toList();
        Config config = Config.empty();
        KubeConfigUtils.merge(config, target.context(), files.toArray(io.fabric8.kubernetes.api.model.Config[]::new));
        return config;
    }

    private static io.fabric8.kubernetes.api.model.Config parsed(Path file) {
        try {
            return KubeConfigUtils.parseConfig(file.toFile());
        } catch (KubernetesClientException | IllegalArgumentException e) {
            throw new AccessFailure(
                            Problem.BROKEN_KUBECONFIG, "a value of the kubeconfig " + file + " is of the wrong type")
                    .in(file);
        }
    }

    private static void impersonate(JsonNode user, Config config) {
        String name = text(user, "as");
        if (name != null) {
            config.setImpersonateUsername(name);
            config.setImpersonateGroups(texts(user.path("as-groups")).toArray(String[]::new));
            Map<String, List<String>> extras = new LinkedHashMap<>();
            user.path("as-user-extra")
                    .properties()
                    .forEach(extra -> extras.put(extra.getKey(), texts(extra.getValue())));
            config.setImpersonateExtras(extras);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static @Nullable String file(Target target, String field) {
        String file = text(target.user(), field);
        Path kubeconfig = target.userFile();
        return file == null || kubeconfig == null
                ? null
                : text(kubeconfig.toAbsolutePath().resolveSibling(file));
    }

    private static @Nullable String text(@Nullable Path path) {
        return path == null ? null : path.toString();
    }

    private static @Nullable String text(JsonNode node, String field) {
        String value = node.path(field).asText("");
        return value.isEmpty() ? null : value;
    }
}
