package dev.gantry.model;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.gantry.Port;
import dev.gantry.workload.HttpGet;
import dev.gantry.workload.LifecycleHandler;
import dev.gantry.workload.Probe;
import dev.gantry.workload.UriScheme;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import java.util.List;

final class ProbeCases {

    private static final Port HTTP = Port.http(8080);
    private static final Port RPC = Port.tcp("rpc", 9001);

    private ProbeCases() {}

    static List<Case> cases() {
        return List.of(
                Cases.container(
                        "HTTP probes",
                        c -> c.startup(Probe.httpGet("/started", HTTP))
                                .readiness(Probe.httpGet(HttpGet.of("/ready", HTTP)
                                                .scheme(UriScheme.HTTPS)
                                                .host("192.0.2.9")
                                                .header("Host", "web.example")
                                                .header("X-Probe", "yes"))
                                        .initialDelay(ofSeconds(3))
                                        .period(ofSeconds(4))
                                        .timeout(ofSeconds(5))
                                        .successThreshold(6)
                                        .failureThreshold(7))
                                .liveness(Probe.httpGet("/alive", RPC).terminationGracePeriod(ofMinutes(2))),
                        c -> c.withNewStartupProbe()
                                .withNewHttpGet()
                                .withPath("/started")
                                .withPort(new IntOrString("http"))
                                .endHttpGet()
                                .endStartupProbe()
                                .withNewReadinessProbe()
                                .withNewHttpGet()
                                .withPath("/ready")
                                .withPort(new IntOrString("http"))
                                .withScheme("HTTPS")
                                .withHost("192.0.2.9")
                                .addNewHttpHeader("Host", "web.example")
                                .addNewHttpHeader("X-Probe", "yes")
                                .endHttpGet()
                                .withInitialDelaySeconds(3)
                                .withPeriodSeconds(4)
                                .withTimeoutSeconds(5)
                                .withSuccessThreshold(6)
                                .withFailureThreshold(7)
                                .endReadinessProbe()
                                .withNewLivenessProbe()
                                .withNewHttpGet()
                                .withPath("/alive")
                                .withPort(new IntOrString("rpc"))
                                .endHttpGet()
                                .withTerminationGracePeriodSeconds(120L)
                                .endLivenessProbe()),
                Cases.container(
                        "probes of other protocols",
                        c -> c.startup(Probe.tcpSocket(HTTP))
                                .readiness(Probe.grpc(RPC, "shop.Orders"))
                                .liveness(Probe.exec("sh", "-c", "test -f /tmp/alive")),
                        c -> c.withNewStartupProbe()
                                .withTcpSocket(new TCPSocketAction(null, new IntOrString("http")))
                                .endStartupProbe()
                                .withNewReadinessProbe()
                                .withNewGrpc(9001, "shop.Orders")
                                .endReadinessProbe()
                                .withNewLivenessProbe()
                                .withNewExec()
                                .withCommand("sh", "-c", "test -f /tmp/alive")
                                .endExec()
                                .endLivenessProbe()),
                Cases.container(
                        "probes of another host and of a whole server",
                        c -> c.readiness(Probe.tcpSocket(RPC, "192.0.2.8")).liveness(Probe.grpc(RPC)),
                        c -> c.withNewReadinessProbe()
                                .withTcpSocket(new TCPSocketAction("192.0.2.8", new IntOrString("rpc")))
                                .endReadinessProbe()
                                .withNewLivenessProbe()
                                .withNewGrpc(9001, null)
                                .endLivenessProbe()),
                Cases.container(
                        "lifecycle by command and by waiting",
                        c -> c.postStart(LifecycleHandler.exec("touch", "/tmp/started"))
                                .preStop(LifecycleHandler.sleep(ofSeconds(9)))
                                .stopSignal("SIGQUIT"),
                        c -> c.withNewLifecycle()
                                .withNewPostStart()
                                .withNewExec()
                                .withCommand("touch", "/tmp/started")
                                .endExec()
                                .endPostStart()
                                .withNewPreStop()
                                .withNewSleep(9L)
                                .endPreStop()
                                .withStopSignal("SIGQUIT")
                                .endLifecycle()),
                Cases.container(
                        "lifecycle by HTTP",
                        c -> c.postStart(LifecycleHandler.httpGet("/warm", HTTP))
                                .preStop(LifecycleHandler.httpGet(
                                        HttpGet.of("/drain", RPC).scheme(UriScheme.HTTPS))),
                        c -> c.withNewLifecycle()
                                .withNewPostStart()
                                .withNewHttpGet()
                                .withPath("/warm")
                                .withPort(new IntOrString("http"))
                                .endHttpGet()
                                .endPostStart()
                                .withNewPreStop()
                                .withNewHttpGet()
                                .withPath("/drain")
                                .withPort(new IntOrString("rpc"))
                                .withScheme("HTTPS")
                                .endHttpGet()
                                .endPreStop()
                                .endLifecycle()));
    }
}
