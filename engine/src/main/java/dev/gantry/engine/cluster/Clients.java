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
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Makes fabric8's client for a target. What it does on its own account (retries, redirects, proxies and servers from the
 * environment) is off.
 */
final class Clients {

    private static final Interceptor NONE = new Interceptor() {};

    private Clients() {}

    static HttpClient open(Target target, Time time) {
        try {
            Config config = Configs.of(target);
            Credentials credentials = credentials(target, time);
            if (credentials instanceof ExecPlugin plugin && plugin.certificate() != null) {
                config.setClientCertData(plugin.certificate());
                config.setClientKeyData(plugin.key());
                config.setClientKeyAlgo(KeyAlgorithm.of(null, plugin.key()));
            }
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

    private static @Nullable Credentials credentials(Target target, Time time) {
        if (target.tokenFile() != null) {
            return new TokenFile(target.tokenFile());
        }
        String token = target.user().path("token").asText("");
        if (!token.isEmpty()) {
            return new StaticToken(token, target);
        }
        return target.user().path("exec").isObject() ? new ExecPlugin(target, time) : null;
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
