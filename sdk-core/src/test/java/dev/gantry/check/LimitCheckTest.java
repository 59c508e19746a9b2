package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Quantity;
import dev.gantry.Stack;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.cluster.LimitRange;
import dev.gantry.cluster.PriorityClass;
import dev.gantry.cluster.QuotaScope;
import dev.gantry.cluster.ResourceQuota;
import dev.gantry.extension.Resource;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.PersistentVolumeClaim;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.workload.Container;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.StatefulSet;
import dev.gantry.workload.Volume;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LimitCheckTest {

    private static final Image IMAGE = Image.of("example.com/web:7");
    private static final VolumeClaim CLAIM = VolumeClaim.of("10Gi", AccessMode.READ_WRITE_ONCE);
    private static final String CONTAINER = "spec.template.spec.containers[0].";

    @Test
    void should_reject_limits_that_contradict_each_other() {
        assertThat(
                        report(app -> app.stack("shop", s -> s.namespace("shop"))
                                .add(LimitRange.of(
                                        "limits",
                                        l -> l.container(c -> c.max("1", "1Gi") // @max
                                                .defaultLimit("2", "512Mi"))))) // @default
                        )
                .isEqualTo(expected("""
                        error GTY-LIM-001 @default LimitRange shop/limits spec.limits[0].default.cpu
                          default of cpu is 2, above max, which is 1.
                          hint: Keep to min <= defaultRequest <= default <= max.
                          @max: max is set here
                        """));
        assertThat(contradictions(l -> l.container(c -> c.min("2", "1Gi").max("1", "1Gi"))))
                .containsExactly("spec.limits[0].min.cpu min of cpu is 2, above max, which is 1.");
        assertThat(contradictions(
                        l -> l.container(c -> c.defaultRequest("500m", "1Gi").defaultLimit("250m", "1Gi"))))
                .containsExactly(
                        "spec.limits[0].defaultRequest.cpu defaultRequest of cpu is 500m, above default, which is"
                                + " 250m.");
        assertThat(contradictions(l -> l.pod(p -> p.maxLimitRequestRatio("cpu", Quantity.of("500m")))))
                .containsExactly(
                        "spec.limits[0].maxLimitRequestRatio.cpu A limit of cpu cannot be 500m times its request.");
        assertThat(contradictions(l -> l.container(c -> c.min("100m", "1Gi")
                        .defaultRequest("0.1", "1024Mi")
                        .defaultLimit("1", "1Gi")
                        .max("1000m", "1Gi")
                        .maxLimitRequestRatio("cpu", Quantity.of(10)))))
                .isEmpty();
    }

    @Test
    void should_reject_a_container_with_a_limit_above_what_is_allowed() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(LimitRange.of("limits", l -> l.container(c -> c.max("1", "1Gi")))); // @range
                    shop.add(web(c -> c.requests("250m", "256Mi").limits("2", "512Mi"))); // @web
                }))
                .isEqualTo(expected("""
                        error GTY-LIM-002 @web Deployment shop/web spec.template.spec.containers[0].resources.limits.cpu
                          The container "web" has a limit of 2 of cpu, but LimitRange shop/limits allows at most 1.
                          hint: Change the container's requests and limits, or the LimitRange.
                          @range: the LimitRange says so here
                        """));
    }

    @Test
    void should_reject_what_a_container_requests_outside_of_what_is_allowed() {
        assertThat(found(limits(l -> l.container(c -> c.min("100m", "64Mi"))), web(c -> c.requests("50m", "64Mi"))))
                .containsExactly(
                        "GTY-LIM-002 " + CONTAINER + "resources.requests.cpu The container \"web\" requests 50m of"
                                + " cpu, but LimitRange limits allows at least 100m.");
        assertThat(found(limits(l -> l.container(c -> c.defaultLimit("1", "1Gi"))), web(c -> c.requests("2", "1Gi"))))
                .containsExactly(
                        "GTY-LIM-002 " + CONTAINER + "resources.requests.cpu The container \"web\" requests 2 of"
                                + " cpu, but LimitRange limits allows a limit of 1 to whoever states none.");
        assertThat(found(
                        limits(l -> l.container(c -> c.maxLimitRequestRatio("cpu", Quantity.of(3)))),
                        web(c -> c.requests("1", "1Gi").limits("4", "1Gi"))))
                .containsExactly(
                        "GTY-LIM-002 " + CONTAINER + "resources.limits.cpu The container \"web\" has a limit of 4"
                                + " of cpu, but LimitRange limits allows at most 3 times the request.");
    }

    @Test
    void should_accept_containers_within_limits_and_those_that_get_defaults() {
        LimitRange range = limits(l -> l.container(c -> c.min("100m", "64Mi")
                .max("2", "1Gi")
                .defaultLimit("1", "512Mi")
                .maxLimitRequestRatio("cpu", Quantity.of(10))));
        assertThat(found(range, web(c -> {}))).isEmpty();
    }

    @Test
    void should_look_at_containers_of_the_same_namespace_only() {
        assertThat(findings(app -> {
                    app.stack("one", s -> s.namespace("one"))
                            .add(LimitRange.of("limits", l -> l.container(c -> c.max("1", "1Gi"))));
                    app.stack("two", s -> s.namespace("two")).add(web(c -> c.limits("2", "2Gi")));
                }))
                .isEmpty();
    }

    @Test
    void should_reject_claims_outside_of_what_is_allowed() {
        Consumer<LimitRange.Builder> range =
                l -> l.persistentVolumeClaim(c -> c.min(Quantity.gibi(1)).max(Quantity.gibi(5)));
        assertThat(found(limits(range), PersistentVolumeClaim.of("data", CLAIM, c -> {})))
                .containsExactly("GTY-LIM-002 spec.resources.requests.storage The claim requests 10Gi, but LimitRange"
                        + " limits allows at most 5Gi.");
        assertThat(found(limits(range), db(1)))
                .contains("GTY-LIM-002 spec.volumeClaimTemplates[0].spec.resources.requests.storage The claim requests"
                        + " 10Gi, but LimitRange limits allows at most 5Gi.");
        VolumeClaim small = VolumeClaim.of("5Gi", AccessMode.READ_WRITE_ONCE);
        assertThat(found(limits(range), PersistentVolumeClaim.of("data", small, c -> {})))
                .isEmpty();
    }

    @Test
    void should_reject_a_container_that_does_not_state_what_a_quota_counts() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(ResourceQuota.of(
                            "quota", q -> q.requests("20", "64Gi").limits("40", "64Gi"))); // @quota
                    shop.add(web(c -> c.request("cpu", Quantity.of(1)))); // @container
                }))
                .isEqualTo(expected("""
                        error GTY-LIM-003 @container Deployment shop/web spec.template.spec.containers[0].resources
                          The container "web" does not state requests.memory, limits.cpu and limits.memory, which \
                        ResourceQuota shop/quota counts: its pods are rejected.
                          hint: Call requests(cpu, memory) and limits(cpu, memory) on the container, or give the namespace a \
                        LimitRange with defaults.
                          @quota: the quota counts it here
                        """));
    }

    @Test
    void should_accept_what_is_stated_or_comes_from_a_limit_range_or_is_not_counted() {
        ResourceQuota quota = quota(q -> q.requests("20", "64Gi").limits("40", "64Gi"));
        assertThat(found(quota, web(c -> c.limits("1", "1Gi")))).isEmpty();
        assertThat(found(quota, web(c -> c.requests("1", "1Gi"))))
                .containsExactly(
                        "GTY-LIM-003 " + CONTAINER + "resources The container \"web\" does not state limits.cpu and"
                                + " limits.memory, which ResourceQuota quota counts: its pods are rejected.");
        assertThat(found(
                        quota(q -> q.requests("20", "64Gi").limits("40", "64Gi")),
                        limits(l -> l.container(c -> c.max("1", "1Gi"))),
                        web(c -> {})))
                .isEmpty();
        assertThat(found(quota(q -> q.requests("20", "64Gi").scopes(QuotaScope.TERMINATING)), web(c -> {})))
                .isEmpty();
        assertThat(found(
                        quota(q -> q.requests("20", "64Gi").priorityClasses(PriorityClass.existing("low"))),
                        web(c -> {})))
                .isEmpty();
        assertThat(found(quota(q -> q.pods(3).count("secrets", 7)), web(c -> {})))
                .isEmpty();
    }

    @Test
    void should_take_requests_of_the_pod_for_those_of_its_containers() {
        assertThat(found(
                        quota(q -> q.requests("20", "64Gi")),
                        Deployment.of(
                                "web",
                                d -> d.selector("app", "web")
                                        .podRequest("cpu", Quantity.of(1))
                                        .podRequest("memory", Quantity.gibi(1))
                                        .container("web", IMAGE, c -> {}))))
                .isEmpty();
    }

    @Test
    void should_warn_of_more_than_the_quota_allows() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(ResourceQuota.of("quota", q -> q.hard("cpu", Quantity.of(4)))); // @allowed
                    shop.add(Deployment.of( // @big
                            "big",
                            d -> d.selector("app", "big")
                                    .replicas(3)
                                    .container("web", IMAGE, c -> c.requests("1", "1Gi"))
                                    .initContainer("prepare", IMAGE, c -> c.requests("500m", "1Gi"))));
                    shop.add(web(c -> c.requests("1500m", "1Gi")));
                }))
                .isEqualTo(expected("""
                        warning GTY-LIM-004 @allowed ResourceQuota shop/quota spec.hard.cpu
                          What the program puts into the namespace needs 4.5 of cpu, but the quota allows 4: not all of it \
                        starts.
                          hint: Raise the quota, or ask for less.
                          @big: Deployment shop/big needs the most: 3
                        """));
    }

    @Test
    void should_add_up_memory_pods_and_storage() {
        assertThat(sums(q -> q.hard("requests.memory", Quantity.gibi(2)))).containsExactly("3072Mi of requests.memory");
        assertThat(sums(q -> q.pods(2))).containsExactly("3 of pods");
        assertThat(sums(q -> q.storage(Quantity.gibi(39)))).containsExactly("40960Mi of requests.storage");
        assertThat(sums(q -> q.hard("requests.memory", Quantity.gibi(3)).pods(3).storage(Quantity.gibi(40))))
                .isEmpty();
    }

    @Test
    void should_take_the_least_number_of_pods_that_an_autoscaler_leaves() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(quota(q -> q.pods(4)));
                    Deployment web = shop.add(web(c -> c.requests("1", "1Gi")));
                    shop.add(HorizontalPodAutoscaler.of(
                            "web", web, h -> h.replicas(4, 9).cpuUtilization(70)));
                }))
                .isEmpty();
    }

    @Test
    void should_reject_two_default_priority_classes() {
        assertThat(report(app -> {
                    Stack cluster = app.stack("cluster");
                    cluster.add(PriorityClass.of("normal", 1000, p -> p.globalDefault(true))); // @normal
                    cluster.add(PriorityClass.of("low", 10, p -> p.globalDefault(false)));
                    cluster.add(PriorityClass.of("usual", 2000, p -> p.globalDefault(true))); // @usual
                }))
                .isEqualTo(expected("""
                        error GTY-LIM-005 @usual PriorityClass usual globalDefault
                          PriorityClass usual and PriorityClass normal are both the class of pods that name none.
                          hint: Call globalDefault(true) on one of them only.
                          @normal: the first one is the default here
                        """));
    }

    private static List<String> sums(Consumer<ResourceQuota.Builder> options) {
        return findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(quota(options));
                    shop.add(db(3));
                    shop.add(PersistentVolumeClaim.of("data", CLAIM, c -> {}));
                })
                .stream()
                .filter(f -> f.code().equals("GTY-LIM-004"))
                .map(f -> f.message().replaceAll(".* needs (.*), but .*", "$1"))
                .toList();
    }

    private static List<String> contradictions(Consumer<LimitRange.Builder> options) {
        return findings(app -> app.stack("shop").add(limits(options))).stream()
                .map(f -> f.field() + " " + f.message())
                .toList();
    }

    private static List<String> found(Resource... resources) {
        Consumer<App> program = app -> {
            Stack shop = app.stack("shop");
            for (Resource resource : resources) {
                shop.add(resource);
            }
        };
        return findings(program).stream()
                .filter(f -> f.code().startsWith("GTY-LIM"))
                .map(f -> f.code() + " " + f.field() + " " + f.message())
                .toList();
    }

    private static LimitRange limits(Consumer<LimitRange.Builder> options) {
        return LimitRange.of("limits", options);
    }

    private static ResourceQuota quota(Consumer<ResourceQuota.Builder> options) {
        return ResourceQuota.of("quota", options);
    }

    private static Deployment web(Consumer<Container> options) {
        return Deployment.of("web", d -> d.selector("app", "web").container("web", IMAGE, options));
    }

    private static StatefulSet db(int replicas) {
        return StatefulSet.of(
                "db",
                s -> s.selector("app", "db")
                        .replicas(replicas)
                        .container(
                                "db",
                                IMAGE,
                                c -> c.requests("1", "1Gi").mount(Volume.claimTemplate("data", CLAIM), "/data")));
    }

    private static String expected(String text) {
        return Lines.fill(LimitCheckTest.class, text);
    }
}
