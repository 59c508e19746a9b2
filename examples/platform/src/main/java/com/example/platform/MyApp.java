package com.example.platform;

import static dev.gantry.security.PodSecurityStandard.RESTRICTED;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.Stack;
import dev.gantry.access.ServiceAccount;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.autoscaling.ScalingPolicySelect;
import dev.gantry.autoscaling.UpdateMode;
import dev.gantry.autoscaling.VerticalPodAutoscaler;
import dev.gantry.chart.Release;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.finding.Severity;
import dev.gantry.istio.Injection;
import dev.gantry.network.Ingress;
import dev.gantry.network.IngressBackend;
import dev.gantry.network.IngressClass;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.PodDisruptionBudget;
import dev.gantry.workload.Probe;

/** The application: what the chart of the document makes, with its autoscalers. */
final class MyApp {

    private static final Port HTTP = Port.http(8080);
    private static final Port METRICS = Port.tcp("metrics", 9090);
    private static final Port ISTIOD = Port.tcp("https-dns", 15012);

    private final MyAppSettings env;
    private final Stack stack;
    private final String name;
    private final Stores stores;

    private MyApp(App app, MyAppSettings env) {
        this.env = env;
        stack = app.stack("myapp", s -> s.namespace(env.namespace())
                .label("app.kubernetes.io/part-of", "myapp")
                .harden(RESTRICTED)
                .chart(c -> c.description("A Helm chart for MyApp")
                        .version("0.1.0")
                        .appVersion("1.0.0")
                        .defaults("production")
                        .values(env)));
        name = stack.release().fullName();
        stores = new Stores(stack, env);
    }

    static Stack define(App app, MyAppSettings env) {
        return new MyApp(app, env).define();
    }

    private Stack define() {
        stack.add(Namespace.of(env.namespace(), n -> n.podSecurity(RESTRICTED)));
        stack.add(NetworkPolicy.denyAll("default-deny"));

        ConfigMap config = stack.add(ConfigMap.of(name + "-config", c -> c
                .text("LOG_LEVEL", env.config().app().logLevel())
                .text("DEBUG", Boolean.toString(env.config().app().debug()))));
        Deployment myapp = stack.add(deployment(config));
        Service service = stack.add(Service.of(name + "-service", s -> s
                .label("app", "myapp")
                .type(env.service().type())
                .selects(myapp)
                .port(HTTP, env.service().port())
                .port(METRICS)));
        if (env.ingress().enabled()) {
            stack.add(ingress(service));
        }
        stack.add(PodDisruptionBudget.of(name, myapp, b -> b.maxUnavailable(IntOrPercent.of(1))));
        stack.add(NetworkPolicy.of(name, myapp, n -> {
            n.ingress(r -> r.from(Clusters.INGRESS_NGINX).port(HTTP))
                    .ingress(r -> r.from(Clusters.MONITORING).port(METRICS))
                    .egressToDns()
                    .egress(r -> r.to(Clusters.ISTIO).port(ISTIOD));
            stores.connect(n);
        }));
        stores.admit(myapp);

        Monitoring.watch(stack, service, METRICS);
        autoscale(myapp);
        Mesh.define(stack, env.ingress().hosts().get(0).host(), myapp, service);
        return stack;
    }

    private Deployment deployment(ConfigMap config) {
        ServiceAccount account =
                stack.add(ServiceAccount.of(name, a -> a.automountServiceAccountToken(false)));
        return Deployment.of(name, d -> {
            if (env.image().tag().equals("latest")) {
                d.finding("GTY-WRK-018", Severity.OFF, "development follows the newest build");
            }
            if (!env.autoscaling().enabled()) {
                d.replicas(env.replicaCount());
            }
            Injection.enable(d)
                    .selector("app", "myapp")
                    .podLabel("version", "stable")
                    .rollsOn(config)
                    .serviceAccount(account)
                    .container("myapp", image(), c -> c
                            .imagePullPolicy(env.image().pullPolicy())
                            .ports(HTTP, METRICS)
                            .liveness(Probe.httpGet("/health", HTTP)
                                    .initialDelay(ofSeconds(30))
                                    .period(ofSeconds(30)))
                            .readiness(Probe.httpGet("/ready", HTTP)
                                    .initialDelay(ofSeconds(5))
                                    .period(ofSeconds(10)))
                            .env("DATABASE_PASSWORD", stores.databasePassword())
                            .env("DATABASE_URL", stores.databaseUrl())
                            .env("REDIS_URL", stores.redisUrl())
                            .env("DEBUG", config.key("DEBUG"))
                            .env("LOG_LEVEL", config.key("LOG_LEVEL"))
                            .cpu(env.resources().requests().cpu(), env.resources().limits().cpu())
                            .memory(env.resources().requests().memory(), env.resources().limits().memory()));
        });
    }

    /** Without a tag, it is the version of the application that the chart is made for. */
    private Image image() {
        Release release = stack.release();
        String tag = env.image().tag();
        return Image.of(env.image().repository(), tag.isEmpty() ? release.appVersion() : tag);
    }

    private Ingress ingress(Service service) {
        return Ingress.of(name, i -> {
            env.ingress().annotations().forEach(i::annotation);
            i.ingressClass(IngressClass.existing(env.ingress().className()));
            for (MyAppSettings.Tls tls : env.ingress().tls()) {
                i.tls(Secret.existing(tls.secretName()), tls.hosts().toArray(String[]::new));
            }
            for (MyAppSettings.Host host : env.ingress().hosts()) {
                i.host(host.host(), h -> host.paths().forEach(path ->
                        h.path(path.path(), path.pathType(), IngressBackend.service(service, HTTP))));
            }
        });
    }

    private void autoscale(Deployment myapp) {
        MyAppSettings.Autoscaling scaling = env.autoscaling();
        if (scaling.enabled()) {
            stack.add(HorizontalPodAutoscaler.of(name + "-hpa", myapp, h -> h
                    .replicas(scaling.minReplicas(), scaling.maxReplicas())
                    .cpuUtilization(scaling.targetCPUUtilizationPercentage())
                    .memoryUtilization(80)
                    .pods("http_requests_per_second", Quantity.of("1000"))
                    .scaleUp(rules -> rules.stabilization(ofSeconds(60))
                            .percent(100, ofSeconds(60))
                            .pods(2, ofSeconds(60))
                            .selectPolicy(ScalingPolicySelect.MAX))
                    .scaleDown(rules -> rules.stabilization(ofMinutes(5)).percent(10, ofSeconds(60)))));
        }
        stack.add(VerticalPodAutoscaler.of(name + "-vpa", myapp, v -> {
            if (scaling.enabled()) {
                v.finding("GTY-VPA-004", Severity.OFF, "the document scales both by CPU and memory; see docs/seed.md");
            }
            v.updateMode(UpdateMode.AUTO)
                    .container("myapp", c -> c
                            .minAllowed("100m", "128Mi")
                            .maxAllowed("1000m", "2Gi")
                            .controlledResources("cpu", "memory"));
        }));
    }
}
