package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.engine.kubeconfig.AccessFailure;
import dev.gantry.engine.kubeconfig.AccessFailure.Problem;
import dev.gantry.engine.kubeconfig.ProxyServer;
import dev.gantry.engine.kubeconfig.Target;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes fabric8's client for a target. fabric8 reads the kubeconfig and brings certificates, static credentials and OpenID
 * Connect; what it does on its own account (retries, redirects, proxies and servers from the environment) is off.
 */
final class Clients {

    private static final Interceptor NONE = new Interceptor() {};

    private Clients() {}

    static HttpClient open(Target target, Time time) {
        try {
            Config config = target.isInCluster() ? inCluster(target) : ofKubeconfig(target);
            Credentials credentials = credentials(target, time);
            if (credentials instanceof ExecPlugin plugin && plugin.certificate() != null) {
                config.setClientCertData(plugin.certificate());
                config.setClientKeyData(plugin.key());
                config.setClientKeyAlgo(Config.getKeyAlgorithm(null, plugin.key()));
            }
            impersonate(target.user(), config);
            proxy(target.proxy(), config);
            config.setUserAgent("gantry");
            config.setRequestRetryBackoffLimit(0);
            config.setRequestTimeout(0);
            return client(config, credentials, isLeftToFabric8(target.user()));
        } catch (KubernetesClientException | IllegalArgumentException e) {
            // What the exception says may quote a certificate or a key.
            throw new AccessFailure(
                            Problem.UNUSABLE_CONTEXT,
                            "a certificate or key of the context \"" + target.context() + "\" cannot be read")
                    .in(target.userFile());
        }
    }

    private static Config inCluster(Target target) {
        Config config = Config.empty();
        config.setMasterUrl(target.server().toString());
        if (target.certificateAuthority() != null) {
            config.setCaCertFile(target.certificateAuthority().toString());
        }
        return config;
    }

    private static Config ofKubeconfig(Target target) {
        List<io.fabric8.kubernetes.api.model.Config> files =
                target.files().stream().map(Clients::parsed).toList();
        // fabric8 must not run a plugin of its own.
        files.forEach(file -> file.getUsers().forEach(user -> {
            if (user.getUser() != null) {
                user.getUser().setExec(null);
            }
        }));
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

    private static @Nullable Credentials credentials(Target target, Time time) {
        if (target.tokenFile() != null) {
            return new TokenFile(target.tokenFile());
        }
        String token = target.user().path("token").asText("");
        if (!token.isEmpty()) {
            return new StaticToken(token, target);
        }
        JsonNode exec = target.user().path("exec");
        return exec.isObject() ? new ExecPlugin(exec, target.cluster(), target.userFile(), time) : null;
    }

    private static void impersonate(JsonNode user, Config config) {
        String name = user.path("as").asText("");
        if (!name.isEmpty()) {
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

    private static void proxy(@Nullable ProxyServer proxy, Config config) {
        String url = proxy == null ? null : "http://" + proxy;
        config.setHttpProxy(url);
        config.setHttpsProxy(url);
        config.setProxyUsername(proxy == null ? null : proxy.username());
        config.setProxyPassword(proxy == null ? null : proxy.password());
    }

    private static boolean isLeftToFabric8(JsonNode user) {
        return user.has("auth-provider") || user.has("username");
    }

    /** fabric8's own way with tokens reads the kubeconfig anew before each request, once it is a minute old. */
    private static HttpClient client(Config config, @Nullable Credentials credentials, boolean leftToFabric8) {
        HttpClient.Builder builder = new Factory().newBuilder(config);
        if (credentials != null) {
            builder.addOrReplaceInterceptor(TokenRefreshInterceptor.NAME, new Authorization(credentials));
        } else if (!leftToFabric8) {
            builder.addOrReplaceInterceptor(TokenRefreshInterceptor.NAME, NONE);
        }
        return builder.build();
    }

    /** A redirect would take the credentials to another server. */
    private static final class Factory extends JdkHttpClientFactory {
        @Override
        protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
            builder.followRedirects(java.net.http.HttpClient.Redirect.NEVER);
        }
    }
}
