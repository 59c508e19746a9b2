package dev.gantry.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.engine.cluster.ClusterAccess;
import dev.gantry.engine.cluster.Connection;
import dev.gantry.engine.cluster.HttpCluster;
import dev.gantry.engine.cluster.Pace;
import dev.gantry.engine.cluster.Time;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.util.Objects;

/**
 * Two ways to one cluster: the client that watches, which tries again by itself; and the engine's, which is told of each failure.
 *
 * @param client watches
 * @param mapper reads and writes as that client does
 * @param cluster writes
 */
record Connections(KubernetesClient client, ObjectMapper mapper, HttpCluster cluster) implements AutoCloseable {

    /** Within a second, or nearly; who waits longer than that cannot be stopped meanwhile. */
    private static final int RETRIES = 3;

    static Connections open(Class<?> type, OperatorOptions<?> options) {
        // Proxies and servers in between know streams better than WebSockets.
        Config config = new ConfigBuilder(config(options))
                .withOnlyHttpWatches(true)
                .withRequestRetryBackoffLimit(RETRIES)
                .build();
        ResourceSerialization serialization = ResourceSerialization.of(type);
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientFactory(new JdkHttpClientFactory())
                .withHttpClientBuilderConsumer(
                        builder -> builder.addOrReplaceInterceptor("gantry-watched-text", new WatchedText()))
                .withKubernetesSerialization(serialization)
                .build();
        Config once = new ConfigBuilder(config)
                .withRequestRetryBackoffLimit(0)
                .withRequestTimeout(0)
                .build();
        HttpClient http = new JdkHttpClientFactory().newBuilder(once).build();
        Connection connection = new Connection(
                config.getCurrentContext() == null
                        ? null
                        : config.getCurrentContext().getName(),
                config.getMasterUrl(),
                Objects.requireNonNullElse(config.getNamespace(), "default"),
                null);
        Pace pace = Pace.of(Time.system(), options.parallel(), 0);
        return new Connections(
                client, serialization.mapper(), HttpCluster.raw(http, connection, pace, ClusterAccess.REQUEST_LIMIT));
    }

    private static Config config(OperatorOptions<?> options) {
        try {
            return options.kubeconfig() == null
                    ? Config.autoConfigure(options.context())
                    : Config.fromKubeconfig(
                            options.context(), options.kubeconfig().toFile());
        } catch (KubernetesClientException | IllegalArgumentException e) {
            throw new FindingsException(
                    Finding.of(OperatorRule.STOPPED, "The kubeconfig cannot be used: " + e.getMessage())
                            .hint("Say which one with kubeconfig(...) and context(...), or set KUBECONFIG."));
        }
    }

    @Override
    public void close() {
        cluster.close();
        client.close();
    }
}
