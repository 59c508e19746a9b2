package dev.gantry.benchmarks.gantry;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Image;
import dev.gantry.Stack;
import dev.gantry.config.ConfigMap;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.ServiceType;
import dev.gantry.settings.Range;
import dev.gantry.workload.Deployment;
import java.util.Map;

/** A hundred resources that depend on thirty settings: what is made a chart of. */
public final class Region implements Blueprint<Region.Settings> {

    private static final int SERVERS = 25;

    /**
     * What differs between environments: thirty values.
     *
     * @param image what all servers run
     * @param scaling how many there are of each
     * @param service how they are reached
     * @param features what they do
     * @param database where their data is
     * @param resources what they may take
     * @param labels of all of them
     */
    public record Settings(
            Picture image,
            Scaling scaling,
            Reach service,
            Features features,
            Database database,
            Resources resources,
            Map<String, String> labels) {}

    /**
     * What servers run.
     *
     * @param registry where it is from
     * @param repository without a tag
     * @param tag of the version
     */
    public record Picture(String registry, String repository, String tag) {}

    /**
     * How many servers there are.
     *
     * @param enabled whether their number follows the load
     * @param minimum how many at least
     * @param maximum how many at most
     * @param fixed how many, if nothing scales them
     */
    public record Scaling(
            boolean enabled,
            @Range(min = 1, max = 20) int minimum,
            @Range(min = 1, max = 20) int maximum,
            @Range(min = 1, max = 20) int fixed) {}

    /**
     * How servers are reached.
     *
     * @param type how far their Services reach
     * @param host a DNS name
     * @param closed whether connections are denied unless a policy admits them
     */
    public record Reach(ServiceType type, String host, boolean closed) {}

    /**
     * What servers do.
     *
     * @param search whether there is a search
     * @param basket whether there is a basket
     * @param reviews whether there are reviews
     * @param tracing whether requests are traced
     * @param logLevel the least important messages that are logged
     * @param theme how it looks
     * @param rate how often
     */
    public record Features(
            boolean search,
            boolean basket,
            boolean reviews,
            boolean tracing,
            String logLevel,
            String theme,
            int rate) {}

    /**
     * Where data is.
     *
     * @param host a DNS name
     * @param port its port
     * @param name of the database
     * @param user who connects
     * @param tls whether the connection is encrypted
     */
    public record Database(
            String host, @Range(min = 1, max = 65535) int port, String name, String user, boolean tls) {}

    /**
     * What servers may take.
     *
     * @param cpu requested
     * @param memory requested
     * @param cpuLimit at most
     * @param memoryLimit at most
     * @param heap of the JVM, in MiB
     * @param threads how many
     * @param cache how long answers are kept
     */
    public record Resources(
            String cpu, String memory, String cpuLimit, String memoryLimit, int heap, int threads, String cache) {}

    @Override
    public void define(App app, Settings env) {
        Stack stack = app.stack("region", s -> {
            s.namespace("region").label("app.kubernetes.io/part-of", "region");
            env.labels().forEach(s::label);
        });
        if (env.service().closed()) {
            stack.add(NetworkPolicy.denyIngress("default-deny"));
        }
        Image image = Image.of(
                env.image().registry() + "/" + env.image().repository(),
                env.image().tag());
        for (int i = 0; i < SERVERS; i++) {
            String name = "server-" + i;
            ConfigMap config = stack.add(ConfigMap.of(name, c -> settings(c, env)));
            Deployment server = stack.add(WebServer.deployment(
                    name,
                    image,
                    d -> {
                        if (!env.scaling().enabled()) {
                            d.replicas(env.scaling().fixed());
                        }
                    },
                    c -> c.env("LOG_LEVEL", config.key("LOG_LEVEL"))
                            .requests(env.resources().cpu(), env.resources().memory())
                            .limits(env.resources().cpuLimit(), env.resources().memoryLimit())));
            stack.add(WebServer.service(server));
            if (env.scaling().enabled()) {
                stack.add(WebServer.autoscaler(
                        server, env.scaling().minimum(), env.scaling().maximum()));
            }
        }
    }

    private static void settings(ConfigMap.Builder config, Settings env) {
        Database database = env.database();
        config.text("LOG_LEVEL", env.features().logLevel())
                .text("THEME", env.features().theme())
                .text("RATE", "" + env.features().rate())
                .text("SEARCH", Boolean.toString(env.features().search()))
                .text("BASKET", Boolean.toString(env.features().basket()))
                .text("HOST", env.service().host())
                .text("TYPE", env.service().type().toJson().asText())
                .text("HEAP", "-Xmx" + env.resources().heap() + "m")
                .text("THREADS", "" + env.resources().threads())
                .text("CACHE", env.resources().cache())
                .text(
                        "DATABASE_URL",
                        (database.tls() ? "tls://" : "tcp://") + database.user() + "@" + database.host() + ":"
                                + database.port() + "/" + database.name());
        if (env.features().reviews()) {
            config.text("REVIEWS", "on");
        }
        if (env.features().tracing()) {
            config.text("TRACING", "otel");
        }
    }
}
