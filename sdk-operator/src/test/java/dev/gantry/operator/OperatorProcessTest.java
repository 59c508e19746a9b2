package dev.gantry.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.gantry.access.ApiResource;
import dev.gantry.config.ConfigMap;
import dev.gantry.fake.RecordedRequest;
import dev.gantry.finding.FindingsException;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An operator as a process: its start and end, its copies, its pages. */
class OperatorProcessTest extends OnMemoryCluster {

    private static final String SPEC = "image: 'registry.k8s.io/pause:3.10', replicas: 1";

    private Life life() {
        return new Life(kubeconfig, "shops", false);
    }

    @Test
    void should_let_one_copy_work_at_a_time_and_another_take_over() {
        try (Life life = life()) {
            RunningOperator first = life.operator(this::elected);
            Await.until(
                    "the first one leads",
                    () -> "",
                    () -> server.object("coordination.k8s.io/v1", "Lease", "shops", "shop-operator")
                            .isPresent());
            RunningOperator second = life.operator(this::elected);
            life.shop("one", SPEC);
            life.awaitReady("one", "True");
            Await.until("the second one watches", () -> "", second::isReady);
            assertThat(server.requests(RecordedRequest::isApply).stream()
                            .filter(request -> request.isAbout("deployments")))
                    .hasSize(1);

            first.close();
            life.shop("two", SPEC);

            life.awaitReady("two", "True");
        }
    }

    private void elected(OperatorBuilder<Shop> o) {
        o.leaderElection("shop-operator", "shops").leaseDuration(Duration.ofSeconds(2));
    }

    @Test
    void should_serve_pages_for_probes_and_metrics() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (Life life = life()) {
            RunningOperator operator =
                    life.operator(o -> o.health(0).metrics(registry, () -> registry.getMetersAsString()));
            life.shop("web", SPEC);
            life.awaitReady("web", "True");
            String pages = "http://127.0.0.1:" + operator.port().orElseThrow();

            assertThat(get(pages + "/healthz").statusCode()).isEqualTo(200);
            Await.until("it is ready", () -> "", operator::isReady);
            assertThat(get(pages + "/readyz").body()).isEqualTo("ok\n");
            assertThat(get(pages + "/metrics").body()).contains("reconciliations.started");
            assertThat(get(pages + "/readyz/more").statusCode()).isEqualTo(404);
            assertThat(get(pages + "/").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void should_look_after_the_others_when_its_class_cannot_hold_a_custom_resource() {
        server.create(Shops.DEFINITION);
        shop("early", "x");
        Operator<Misread> operator = Operator.of(
                Misread.class,
                (misread, stack) -> stack.add(ConfigMap.of(misread.getMetadata().getName(), c -> c.text("a", "b"))),
                o -> o.owns(ApiResource.CONFIG_MAPS).kubeconfig(kubeconfig));
        try (RunningOperator running = operator.start()) {
            shop("late", "y");
            shop("good", "1");

            Await.until(
                    "what can be read is made",
                    () -> "",
                    () -> server.object("v1", "ConfigMap", "default", "good").isPresent());
            Await.until(
                    "the others are told",
                    this::notes,
                    () -> notes().stream()
                                    .anyMatch(
                                            note -> note.startsWith("Shop default/early spec.image: \"x\" is no int."))
                            && notes().stream()
                                    .anyMatch(
                                            note -> note.startsWith("Shop default/late spec.image: \"y\" is no int.")));
            assertThat(server.objects("v1", "ConfigMap"))
                    .extracting(map -> map.at("/metadata/name").asText())
                    .doesNotContain("early", "late");
            assertThat(running.isHealthy()).isTrue();
        }
    }

    private List<String> notes() {
        return server.objects("events.k8s.io/v1", "Event").stream()
                .map(event -> event.path("note").asText())
                .toList();
    }

    private void shop(String name, String image) {
        server.create("{apiVersion: example.com/v1, kind: Shop, metadata: {name: " + name + "}, spec: {image: '" + image
                + "', replicas: 1}}");
    }

    @Test
    void should_not_start_while_there_is_what_it_cannot_list() {
        server.create(Shops.DEFINITION);
        shop("web", "x");

        assertThatThrownBy(() -> nameless(o -> {}).start().close())
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("GTY-OPR-005")
                .hasMessageContaining("not today");
    }

    @Test
    void should_end_when_a_watch_is_lost_for_good() {
        server.create(Shops.DEFINITION);
        try (RunningOperator running = nameless(o -> {}).start()) {
            Await.until("it watches", () -> "", running::isReady);

            shop("web", "x");

            assertThatThrownBy(running::await)
                    .isInstanceOf(FindingsException.class)
                    .hasMessageContaining("GTY-OPR-005");
            assertThat(running.isHealthy()).isFalse();
        }
    }

    @Test
    void should_stop_by_itself_when_a_watch_is_lost_for_good() {
        server.create(Shops.DEFINITION);
        try (RunningOperator running = nameless(o -> o.health(0)).start()) {
            Await.until("it watches", () -> "", running::isReady);

            shop("web", "x");

            awaitStopped(running);
        }
    }

    @Test
    void should_stop_by_itself_when_the_leadership_is_lost() {
        try (Life life = life()) {
            RunningOperator running = life.operator(o -> elected(o.health(0)));
            life.shop("one", SPEC);
            life.awaitReady("one", "True");

            server.faults()
                    .on(request -> request.isWrite() && request.isAbout("leases"))
                    .forever()
                    .answer(500, "InternalError", "etcd has no leader");

            awaitStopped(running);
            assertThat(running.isReady()).isFalse();
            assertThatThrownBy(running::await)
                    .isInstanceOf(FindingsException.class)
                    .hasMessageContaining("leadership");
        }
    }

    /** Its pages are what it closes last. */
    private static void awaitStopped(RunningOperator running) {
        String page = "http://127.0.0.1:" + running.port().orElseThrow() + "/healthz";
        Await.until("it has stopped", () -> "", () -> {
            try {
                get(page);
                return false;
            } catch (ConnectException e) {
                return true;
            } catch (Exception e) {
                return false;
            }
        });
        assertThat(running.isHealthy()).isFalse();
    }

    @Test
    void should_let_whoever_stops_it_wait_until_it_has_stopped() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Life life = life()) {
            RunningOperator running = life.operator(o -> o.keeps(
                    shop -> {
                        begun.countDown();
                        awaitUninterrupted(goOn);
                        return false;
                    },
                    ApiResource.SECRETS));
            life.shop("web", SPEC + ", storage: true");
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            Thread first = new Thread(running::close);
            first.start();
            Await.until("it is being stopped", () -> "", () -> !running.isReady());

            Thread second = new Thread(running::close);
            second.start();
            Await.until(
                    "the second waits or goes on",
                    second::getState,
                    () -> second.getState() == Thread.State.WAITING || second.getState() == Thread.State.TERMINATED);

            assertThat(second.getState()).isEqualTo(Thread.State.WAITING);
            goOn.countDown();
            second.join();
            first.join();
        } finally {
            goOn.countDown();
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Operator<Nameless> nameless(Consumer<OperatorBuilder<Nameless>> more) {
        return Operator.of(
                Nameless.class,
                (nameless, stack) -> {},
                o -> more.accept(o.owns(ApiResource.DEPLOYMENTS).kubeconfig(kubeconfig)));
    }

    /** A class for shops of which none can have a name, so that none can be watched. */
    @Group("example.com")
    @Version("v1")
    @Kind("Shop")
    @Plural("shops")
    public static final class Nameless extends CustomResource<Void, Void> implements Namespaced {

        private static final long serialVersionUID = 1L;

        @Override
        public void setMetadata(ObjectMeta metadata) {
            if (metadata.getName() != null) {
                throw new IllegalStateException("not today");
            }
            super.setMetadata(metadata);
        }
    }

    /** A class for shops that has an image be a number. */
    @Group("example.com")
    @Version("v1")
    @Kind("Shop")
    @Plural("shops")
    public static final class Misread extends CustomResource<Misread.Spec, Void> implements Namespaced {

        private static final long serialVersionUID = 1L;

        /** Wrong. */
        public record Spec(int image) {}
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void should_not_start_without_the_definition() {
        assertThatThrownBy(() -> start(o -> {}))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("GTY-OPR-001")
                .hasMessageContaining("does not serve Shop of example.com/v1");
    }

    @Test
    void should_not_start_where_it_may_not_watch() {
        server.create(Shops.DEFINITION);
        server.access().forbid("list", "deployments.apps");

        assertThatThrownBy(() -> start(o -> {}))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("GTY-OPR-005")
                .hasMessageContaining("deployments");
    }

    @Test
    void should_not_start_on_a_port_that_is_taken() throws Exception {
        server.create(Shops.DEFINITION);
        HttpServer other = HttpServer.create(new InetSocketAddress(0), 0);
        try {
            int port = other.getAddress().getPort();
            assertThatThrownBy(() -> start(o -> o.health(port)))
                    .isInstanceOf(FindingsException.class)
                    .hasMessageContaining("GTY-OPR-006");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void should_not_start_without_a_cluster() {
        server.close();

        assertThatThrownBy(() -> start(o -> {}))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("GTY-CLU-008");
    }

    @Test
    void should_not_start_with_a_kubeconfig_that_is_none() {
        assertThatThrownBy(() -> Operator.of(Shop.class, Shops::define, o -> {
                            Shops.options(o);
                            o.kubeconfig(Path.of("does-not-exist"));
                        })
                        .start())
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("GTY-OPR-005")
                .hasMessageContaining("does-not-exist");
    }

    private void start(Consumer<OperatorBuilder<Shop>> more) {
        Operator.of(Shop.class, Shops::define, o -> {
                    Shops.options(o);
                    o.kubeconfig(kubeconfig);
                    more.accept(o);
                })
                .start()
                .close();
    }
}
