package com.example.platform;

import static dev.gantry.security.PodSecurityStandard.RESTRICTED;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.LabelSelector;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.Stack;
import dev.gantry.Text;
import dev.gantry.access.ServiceAccount;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.autoscaling.ScalingPolicySelect;
import dev.gantry.autoscaling.UpdateMode;
import dev.gantry.autoscaling.VerticalPodAutoscaler;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.finding.Severity;
import dev.gantry.network.Ingress;
import dev.gantry.network.IngressClass;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.NetworkPolicyPeer;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.ImagePullPolicy;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.PodDisruptionBudget;
import dev.gantry.workload.Probe;

/** The application: what the chart of the document makes, with its autoscalers. */
final class MyApp {

    /** What differs between environments. */
    public record Settings(
            String namespace,
            Image image,
            String host,
            String logLevel,
            boolean debug,
            int minReplicas,
            int maxReplicas) {

        boolean newestBuild() {
            return image.tag().filter("latest"::equals).isPresent();
        }
    }

    private static final Port HTTP = Port.http(8080);
    private static final Port METRICS = Port.tcp("metrics", 9090);
    private static final Port POSTGRESQL = Port.tcp("postgresql", 5432);
    private static final Port REDIS = Port.tcp("redis", 6379);

    private MyApp() {}

    static Stack define(App app, Settings env) {
        Stack stack = app.stack(
                "myapp",
                s -> s.namespace(env.namespace())
                        .label("app.kubernetes.io/part-of", "myapp")
                        .harden(RESTRICTED));
        stack.add(Namespace.of(env.namespace(), n -> n.podSecurity(RESTRICTED)));
        stack.add(NetworkPolicy.denyAll("default-deny"));

        ConfigMap config = stack.add(ConfigMap.of(
                "myapp-config", c -> c.text("LOG_LEVEL", env.logLevel()).text("DEBUG", Boolean.toString(env.debug()))));
        ServiceAccount account = stack.add(ServiceAccount.of("myapp", a -> a.automountServiceAccountToken(false)));
        Deployment myapp = stack.add(deployment(env, config, account));
        Service service = stack.add(Service.of(
                "myapp-service",
                s -> s.label("app", "myapp").selects(myapp).port(HTTP, 80).port(METRICS)));
        stack.add(Ingress.of(
                "myapp",
                i -> i.annotation("cert-manager.io/cluster-issuer", "letsencrypt-prod")
                        .ingressClass(IngressClass.existing("nginx"))
                        .tls(Secret.existing("myapp-tls"), env.host())
                        .host(env.host(), h -> h.path("/", service, HTTP))));
        stack.add(PodDisruptionBudget.of("myapp", myapp, b -> b.maxUnavailable(IntOrPercent.of(1))));
        stack.add(NetworkPolicy.of(
                "myapp",
                myapp,
                n -> n.ingress(r -> r.from(Clusters.INGRESS_NGINX).port(HTTP))
                        .ingress(r -> r.from(Clusters.MONITORING).port(METRICS))
                        .egress(r -> r.to(podsOf("postgresql")).port(POSTGRESQL))
                        .egress(r -> r.to(podsOf("redis")).port(REDIS))
                        .egressToDns()));

        Monitoring.watch(stack, service, METRICS);
        autoscale(stack, env, myapp);
        Mesh.define(stack, env.host(), myapp, service);
        return stack;
    }

    private static Deployment deployment(Settings env, ConfigMap config, ServiceAccount account) {
        Service database = Service.existing("myapp-postgresql");
        Service cache = Service.existing("myapp-redis-master");
        Text databaseUrl = Text.join(
                "postgresql://myapp:$(DATABASE_PASSWORD)@", database.host(), ":", database.port(POSTGRESQL), "/myapp");
        Text redisUrl = Text.join("redis://", cache.host(), ":", cache.port(REDIS), "/0");
        return Deployment.of("myapp", d -> {
            if (env.newestBuild()) {
                d.finding("GTY-WRK-018", Severity.OFF, "development follows the newest build");
            }
            d.selector("app", "myapp")
                    .podLabel("version", "stable")
                    .rollsOn(config)
                    .serviceAccount(account)
                    .container(
                            "myapp",
                            env.image(),
                            c -> c.imagePullPolicy(ImagePullPolicy.IF_NOT_PRESENT)
                                    .ports(HTTP, METRICS)
                                    .liveness(Probe.httpGet("/health", HTTP)
                                            .initialDelay(ofSeconds(30))
                                            .period(ofSeconds(30)))
                                    .readiness(Probe.httpGet("/ready", HTTP)
                                            .initialDelay(ofSeconds(5))
                                            .period(ofSeconds(10)))
                                    .env(
                                            "DATABASE_PASSWORD",
                                            Secret.existing("myapp-postgresql").key("password"))
                                    .env("DATABASE_URL", databaseUrl)
                                    .env("REDIS_URL", redisUrl)
                                    .env("DEBUG", config.key("DEBUG"))
                                    .env("LOG_LEVEL", config.key("LOG_LEVEL"))
                                    .requests("250m", "256Mi")
                                    .limits("500m", "512Mi"));
        });
    }

    private static void autoscale(Stack stack, Settings env, Deployment myapp) {
        stack.add(HorizontalPodAutoscaler.of(
                "myapp-hpa",
                myapp,
                h -> h.replicas(env.minReplicas(), env.maxReplicas())
                        .cpuUtilization(70)
                        .memoryUtilization(80)
                        .pods("http_requests_per_second", Quantity.of("1000"))
                        .scaleUp(rules -> rules.stabilization(ofSeconds(60))
                                .percent(100, ofSeconds(60))
                                .pods(2, ofSeconds(60))
                                .selectPolicy(ScalingPolicySelect.MAX))
                        .scaleDown(rules -> rules.stabilization(ofMinutes(5)).percent(10, ofSeconds(60)))));
        stack.add(VerticalPodAutoscaler.of(
                "myapp-vpa",
                myapp,
                v -> v.finding(
                                "GTY-VPA-004",
                                Severity.OFF,
                                "the document scales both by CPU and memory; see docs/seed.md")
                        .updateMode(UpdateMode.AUTO)
                        .container(
                                "myapp",
                                c -> c.minAllowed("100m", "128Mi")
                                        .maxAllowed("1000m", "2Gi")
                                        .controlledResources("cpu", "memory"))));
    }

    private static NetworkPolicyPeer podsOf(String name) {
        return NetworkPolicyPeer.pods(LabelSelector.of("app.kubernetes.io/name", name));
    }
}
