package dev.gantry.benchmarks.gantry;

import static java.time.Duration.ofSeconds;

import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.network.Service;
import dev.gantry.workload.Container;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.PodSecurityContext;
import dev.gantry.workload.Probe;
import dev.gantry.workload.SeccompProfile;
import dev.gantry.workload.Volume;
import java.util.function.Consumer;

/** What the programs have in common: a server that is ready for production, its Service, and its autoscaler. */
final class WebServer {

    private static final Port HTTP = Port.http(8080);
    private static final Port METRICS = Port.tcp("metrics", 9090);
    private static final Volume SCRATCH = Volume.emptyDir("scratch").sizeLimit(Quantity.of("64Mi"));

    private WebServer() {}

    static Deployment deployment(
            String name, Image image, Consumer<Deployment.Builder> pod, Consumer<Container> container) {
        return Deployment.of(name, d -> {
            d.selector("app.kubernetes.io/name", name)
                    .podLabel("app.kubernetes.io/component", "server")
                    .podAnnotation("example.com/team", "shop")
                    .rollingUpdate(IntOrPercent.percent(25), IntOrPercent.of(0))
                    .revisionHistoryLimit(3)
                    .automountServiceAccountToken(false)
                    .securityContext(WebServer::harden)
                    .terminationGracePeriod(ofSeconds(45))
                    .volume(SCRATCH)
                    .container("server", image, c -> {
                        server(c, name);
                        container.accept(c);
                    });
            pod.accept(d);
        });
    }

    static Service service(Deployment server) {
        return Service.of(server.name(), s -> s.selects(server).port(HTTP, 80).port(METRICS));
    }

    static HorizontalPodAutoscaler autoscaler(Deployment server, int least, int most) {
        return HorizontalPodAutoscaler.of(
                server.name(),
                server,
                h -> h.replicas(least, most)
                        .cpuUtilization(70)
                        .scaleDown(r -> r.stabilization(ofSeconds(300)).percent(50, ofSeconds(60))));
    }

    private static void harden(PodSecurityContext context) {
        context.runAsNonRoot(true).runAsUser(10001).fsGroup(10001).seccompProfile(SeccompProfile.runtimeDefault());
    }

    private static void server(Container container, String name) {
        container
                .ports(HTTP, METRICS)
                .env("SERVER_NAME", name)
                .env("SERVER_PORT", "8080")
                .envField("POD_NAME", "metadata.name")
                .requests("250m", "256Mi")
                .limits("500m", "512Mi")
                .readiness(
                        Probe.httpGet("/ready", HTTP).initialDelay(ofSeconds(5)).period(ofSeconds(10)))
                .liveness(
                        Probe.httpGet("/live", HTTP).initialDelay(ofSeconds(15)).failureThreshold(6))
                .mount(SCRATCH, "/tmp")
                .securityContext(s -> s.allowPrivilegeEscalation(false)
                        .readOnlyRootFilesystem(true)
                        .dropCapabilities("ALL"));
    }
}
