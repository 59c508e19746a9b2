package dev.gantry.docs;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.network.Service;
import dev.gantry.settings.Range;
import dev.gantry.workload.Deployment;

/** The program of docs/from-helm.md. */
public final class MyApp implements Blueprint<MyApp.Settings> {

    // begin
    /**
     * The values of the chart.
     *
     * @param image its tag; that of the chart's appVersion, if it is empty
     * @param replicaCount how many pods there are without autoscaling
     */
    public record Settings(
            ImageSettings image, @Range(min = 1, max = 20) int replicaCount, Autoscaling autoscaling) {}

    public record ImageSettings(String repository, String tag) {}

    public record Autoscaling(boolean enabled, int minReplicas, int maxReplicas) {}

    private static final Port HTTP = Port.http(8080);

    @Override
    public void define(App app, Settings env) {
        Stack stack = app.stack(
                "myapp",
                s -> s.namespace("myapp-prod")
                        .label("app.kubernetes.io/part-of", "myapp")
                        .chart(c -> c.version("0.1.0")
                                .appVersion("1.0.0")
                                .description("A chart for MyApp")
                                .dependency("redis", "16.9.11", "https://charts.bitnami.com/bitnami")
                                .namespaceOfRelease()));
        String name = stack.release().fullName();
        String tag = env.image().tag().isEmpty()
                ? stack.release().appVersion()
                : env.image().tag();

        ConfigMap config = stack.add(ConfigMap.of(name, c -> c.text("LOG_LEVEL", "info")));
        Deployment myapp = stack.add(Deployment.of(name, d -> {
            d.selector("app.kubernetes.io/instance", stack.release().name())
                    .rollsOn(config)
                    .container(
                            "myapp",
                            Image.of(env.image().repository() + ":" + tag),
                            c -> c.ports(HTTP)
                                    .requests("250m", "256Mi")
                                    .limits("500m", "512Mi")
                                    .env("LOG_LEVEL", config.key("LOG_LEVEL"))
                                    .env(
                                            "DATABASE_URL",
                                            Secret.existing("myapp-database").key("url")));
            if (!env.autoscaling().enabled()) {
                d.replicas(env.replicaCount());
            }
        }));
        stack.add(Service.of(name, s -> s.selects(myapp).port(HTTP, 80)));
        if (env.autoscaling().enabled()) {
            stack.add(HorizontalPodAutoscaler.of(
                    name,
                    myapp,
                    h -> h.replicas(
                                    env.autoscaling().minReplicas(),
                                    env.autoscaling().maxReplicas())
                            .cpuUtilization(70)));
        }
    }
    // end
}
