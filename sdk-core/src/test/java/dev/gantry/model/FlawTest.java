package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Image;
import dev.gantry.LabelSelector;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.Text;
import dev.gantry.access.ServiceAccount;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.ConfigMapKey;
import dev.gantry.config.Secret;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Resource;
import dev.gantry.finding.Severity;
import dev.gantry.network.Service;
import dev.gantry.network.ServiceType;
import dev.gantry.workload.Container;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.LifecycleHandler;
import dev.gantry.workload.Probe;
import dev.gantry.workload.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A bad value never throws: it is written, and becomes a flaw at its field. */
class FlawTest {

    private static final String MAIN = "spec.template.spec.containers[0]";
    private static final String NULL = "GTY-VAL-001 A value is needed here, but null was given.";

    @Test
    void should_guess_what_a_quantity_was_meant_to_be() {
        assertThat(Quantity.of("256mb").flaws())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.hint())
                        .startsWith("Did you mean \"256M\" (powers of 1000) or \"256Mi\" (powers of 1024)?"));
        assertThat(Quantity.of("500 m").flaws())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.hint()).startsWith("Did you mean \"500m\"?"));
    }

    @Test
    void should_find_values_that_are_known_later_in_strings() {
        Service db = Service.of("db", s -> s.selector("app", "db").port(Port.tcp("sql", 5432)));
        String message =
                "GTY-VAL-012 \"sql://{value that is known later}/x\" holds a value that is known only when every"
                        + " resource has been placed.";
        assertThat(flaws(ConfigMap.of("web", c -> c.text("url", "sql://" + db.host() + "/x"))))
                .containsExactly("data.url " + message);
        assertThat(main(c -> c.args("--url", "sql://" + db.host() + "/x")))
                .containsExactly(MAIN + ".args[1] " + message);
        assertThat(main(c -> c.env("URL", "sql://" + Secret.existing("db").key("user") + "/x")))
                .containsExactly(MAIN + ".env[0].value " + message);
    }

    @Test
    void should_find_names_that_the_kind_does_not_allow() {
        assertThat(flaws(Namespace.of("Shop", n -> {})))
                .containsExactly("metadata.name GTY-VAL-002 \"Shop\" has upper-case letters.");
        assertThat(flaws(Namespace.of("a.b", n -> {})))
                .containsExactly("metadata.name GTY-VAL-002 \"a.b\" has the character '.'.");
        assertThat(flaws(Service.of("7up", s -> {})))
                .containsExactly("metadata.name GTY-VAL-002 \"7up\" does not begin with a letter.");
        assertThat(flaws(Secret.of("", s -> {}))).containsExactly("metadata.name GTY-VAL-002 \"\" is empty.");
        assertThat(flaws(ServiceAccount.of(null, s -> {}))).containsExactly("metadata.name " + NULL);
    }

    @Test
    void should_find_null_wherever_a_value_belongs() {
        assertThat(main(c -> c.ports((Port) null))).containsExactly(MAIN + ".ports " + NULL);
        assertThat(main(c -> c.ports((Port[]) null))).containsExactly(MAIN + ".ports " + NULL);
        assertThat(main(c -> c.command("sh", null))).containsExactly(MAIN + ".command " + NULL);
        assertThat(main(c -> c.env("A", (String) null))).containsExactly(MAIN + ".env[0].value " + NULL);
        assertThat(main(c -> c.env("A", (Text) null))).containsExactly(MAIN + ".env[0].value " + NULL);
        assertThat(main(c -> c.env("A", (ConfigMapKey) null))).containsExactly(MAIN + ".env[0].valueFrom " + NULL);
        assertThat(main(c -> c.env(null, "a"))).containsExactly(MAIN + ".env[0].name " + NULL);
        assertThat(main(c -> c.envFrom((Secret) null))).containsExactly(MAIN + ".envFrom[0].secretRef.name " + NULL);
        assertThat(main(c -> c.request(null, Quantity.of(1)))).containsExactly(MAIN + ".resources.requests " + NULL);
        assertThat(main(c -> c.mount(null, "/x"))).containsExactly(MAIN + ".volumeMounts " + NULL);
        assertThat(main(c -> c.readiness(null))).containsExactly(MAIN + ".readinessProbe " + NULL);
        assertThat(main(c -> c.liveness(Probe.grpc(null)))).containsExactly(MAIN + ".livenessProbe.grpc " + NULL);
        assertThat(main(c -> c.preStop(LifecycleHandler.sleep(null))))
                .containsExactly(MAIN + ".lifecycle.preStop.sleep.seconds " + NULL);
        assertThat(main(c -> c.securityContext(null))).containsExactly(MAIN + ".securityContext " + NULL);
        assertThat(flaws(Deployment.of("web", null))).containsExactly(" " + NULL);
        assertThat(pod(d -> d.container("main", null, c -> {}))).containsExactly(MAIN + ".image " + NULL);
        assertThat(pod(d -> d.serviceAccount(null))).containsExactly("spec.template.spec.serviceAccountName " + NULL);
        assertThat(pod(d -> d.rollsOn(null))).containsExactly("spec.template " + NULL);
        assertThat(flaws(Service.of("web", s -> s.selects(null)))).containsExactly("spec.selector " + NULL);
        assertThat(flaws(Service.of("web", s -> s.port(null, 80)))).containsExactly("spec.ports " + NULL);
        assertThat(flaws(Service.of("web", s -> s.type((ServiceType) null)))).containsExactly("spec.type " + NULL);
        assertThat(flaws(HorizontalPodAutoscaler.of("web", null, h -> {})))
                .containsExactly("spec.scaleTargetRef " + NULL);
        assertThat(flaws(ConfigMap.of("web", c -> c.text(null, "x")))).containsExactly("data " + NULL);
        assertThat(flaws(ConfigMap.of("web", c -> c.text("x", (String) null)))).containsExactly("data.x " + NULL);
        assertThat(flaws(Secret.of("web", s -> s.bytes("x", null)))).containsExactly("data " + NULL);
        assertThat(flaws(Secret.of("web", s -> s.file("x", null)))).containsExactly("data " + NULL);
        assertThat(flaws(ServiceAccount.of("web", s -> s.imagePullSecrets((Secret) null))))
                .containsExactly("imagePullSecrets " + NULL);
    }

    @Test
    void should_find_numbers_and_durations_out_of_range() {
        assertThat(pod(d -> d.replicas(-1))).containsExactly("spec.replicas GTY-VAL-007 -1 is out of range.");
        assertThat(main(c -> c.liveness(Probe.exec("x").failureThreshold(0))))
                .containsExactly(MAIN + ".livenessProbe.failureThreshold GTY-VAL-007 0 is out of range.");
        assertThat(main(c -> c.readiness(Probe.exec("x").timeout(Duration.ofMillis(1500)))))
                .containsExactly(
                        MAIN + ".readinessProbe.timeoutSeconds GTY-VAL-008 PT1.5S is not a whole number of seconds.");
        assertThat(main(c -> c.startup(Probe.exec("x").period(Duration.ZERO))))
                .containsExactly(MAIN + ".startupProbe.periodSeconds GTY-VAL-008 PT0S is out of range.");
        assertThat(main(c -> c.port(Port.http(80), p -> p.hostPort(70_000))))
                .containsExactly(MAIN + ".ports[0].hostPort GTY-VAL-007 70000 is out of range.");
        assertThat(pod(d -> d.securityContext(s -> s.supplementalGroups(5, -6))))
                .containsExactly(
                        "spec.template.spec.securityContext.supplementalGroups[1] GTY-VAL-007 -6 is out of range.");
        assertThat(pod(d -> d.nodeAffinity(a -> a.preferred(101, t -> t.exists("x")))))
                .containsExactly(
                        "spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0]"
                                + ".weight GTY-VAL-007 101 is out of range.");
        assertThat(pod(d ->
                        d.volume(Volume.configMap("c", ConfigMap.existing("c")).defaultMode(1000))))
                .containsExactly(
                        "spec.template.spec.volumes[0].configMap.defaultMode GTY-VAL-007 The mode 1000 is out of range.");
    }

    @Test
    void should_find_values_that_kubernetes_does_not_read() {
        assertThat(main(c -> c.requests("500 m", "1Gb")))
                .containsExactly(
                        MAIN + ".resources.requests.cpu GTY-VAL-004 \"500 m\" is not a quantity.",
                        MAIN + ".resources.requests.memory GTY-VAL-004 \"1Gb\" is not a quantity.");
        assertThat(main(c -> c.ports(Port.tcp("a-very-long-name", 0))))
                .containsExactly(
                        MAIN + ".ports[0].name GTY-VAL-006 The port name \"a-very-long-name\" has 16 characters;"
                                + " 15 are allowed.",
                        MAIN + ".ports[0].name GTY-VAL-006 The port number 0 is out of range.");
        assertThat(main(c -> c.env("A=B", "x")))
                .containsExactly(MAIN + ".env[0].name GTY-VAL-009 \"A=B\" has the character '='.");
        assertThat(main(c -> c.readiness(Probe.httpGet("ready", Port.http(80)))))
                .containsExactly(MAIN + ".readinessProbe.httpGet.path GTY-VAL-009 \"ready\" does not begin with /.");
        assertThat(main(c -> c.mount(Volume.emptyDir("Tmp"), "/a:b")))
                .containsExactly(
                        MAIN + ".volumeMounts[0].mountPath GTY-VAL-009 \"/a:b\" has a ':'.",
                        "spec.template.spec.volumes[0].name GTY-VAL-009 \"Tmp\" has upper-case letters.");
        assertThat(pod(d -> d.volume(Volume.secret("s", Secret.existing("s")).item("k", "../x"))))
                .containsExactly("spec.template.spec.volumes[0].secret.items[0].path GTY-VAL-009 \"../x\" leads out of"
                        + " the volume.");
        assertThat(pod(d -> d.podLabel("team", "a b")))
                .containsExactly(
                        "spec.template.metadata.labels.team GTY-VAL-003 \"a b\" has the character ' ' (a" + " space).");
        assertThat(pod(d ->
                        d.podAffinity(a -> a.required(LabelSelector.everything().in("x"), "zone"))))
                .containsExactly(
                        "spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]"
                                + ".labelSelector.matchExpressions[0].values GTY-VAL-010 In needs at least one value.");
        assertThat(flaws(ConfigMap.of("c", c -> c.text("a b", "x"))))
                .containsExactly("data GTY-VAL-002 The key \"a b\" has the character ' ' (a space).");
        assertThat(flaws(Service.of("s", s -> s.port(Port.http(80), 0))))
                .containsExactly("spec.ports[0].port GTY-VAL-007 0 is out of range.");
    }

    @Test
    void should_find_what_contradicts_itself() {
        assertThat(main(c -> c.mount(Volume.emptyDir("a"), "/a")
                        .mount(Volume.emptyDir("a"), "/b")
                        .mount(Volume.emptyDir("a").memory(), "/c")))
                .containsExactly(
                        "spec.template.spec.volumes GTY-VAL-010 The pod has two different volumes with the name"
                                + " \"a\".");
        assertThat(flaws(ConfigMap.of("c", c -> c.file("a", Path.of("x")).text("a", "b"))))
                .containsExactly("data GTY-VAL-010 The key \"a\" is given more than once.");
        assertThat(flaws(ConfigMap.of("c", c -> c.text("a", "x").text("b", "y").text("a", "z"))))
                .containsExactly("data GTY-VAL-010 The key \"a\" is given more than once.");
        assertThat(flaws(Secret.of("s", s -> s.text("a", "x").bytes("a", new byte[] {7}))))
                .containsExactly("data GTY-VAL-010 The key \"a\" is given more than once.");
    }

    @Test
    void should_find_probes_and_hooks_of_what_comes_to_its_end_first() {
        String flaw =
                " GTY-VAL-011 An init container comes to its end before the pod can be ready: it has no probes and"
                        + " no hooks.";
        String first = "spec.template.spec.initContainers[0]";
        assertThat(pod(d -> d.initContainer(
                        "first",
                        Image.of("a:1"),
                        c -> c.liveness(Probe.exec("x"))
                                .readiness(Probe.exec("x"))
                                .startup(Probe.exec("x"))
                                .preStop(LifecycleHandler.exec("x")))))
                .containsExactly(
                        first + ".lifecycle" + flaw,
                        first + ".livenessProbe" + flaw,
                        first + ".readinessProbe" + flaw,
                        first + ".startupProbe" + flaw);
        assertThat(pod(d -> d.sidecar("first", Image.of("a:1"), c -> c.liveness(Probe.exec("x")))))
                .isEmpty();
    }

    @Test
    void should_keep_what_is_wrong_with_a_constant_until_it_is_written() {
        Probe wrong = Probe.exec("x").failureThreshold(-3);
        Resource one = Deployment.of("one", d -> d.container("main", Image.of("a:1"), c -> c.readiness(wrong)));
        Resource two = Deployment.of("two", d -> d.container("main", Image.of("a:1"), c -> c.liveness(wrong)));
        assertThat(flaws(one))
                .containsExactly(MAIN + ".readinessProbe.failureThreshold GTY-VAL-007 -3 is out of range.");
        assertThat(flaws(two))
                .containsExactly(MAIN + ".livenessProbe.failureThreshold GTY-VAL-007 -3 is out of range.");
    }

    @Test
    void should_refuse_a_part_that_is_used_after_its_block() {
        Container[] kept = new Container[1];
        Deployment web = Deployment.of("web", d -> {
            d.container("main", Image.of("a:1"), c -> kept[0] = c);
            kept[0].workingDir("/late");
        });
        assertThat(flaws(web))
                .containsExactly(MAIN + " GTY-PRG-001 This builder was used after its block had ended; the call had no"
                        + " effect.");
        assertThat(Trees.of(web).at("/spec/template/spec/containers/0").has("workingDir"))
                .isFalse();
    }

    @Test
    void should_find_null_in_an_image_and_in_joined_texts() {
        assertThat(pod(d -> d.container("main", Image.of("shop", null), c -> {})))
                .containsExactly(MAIN + ".image GTY-VAL-005 The image \"shop:\" has an empty tag.");
        assertThat(pod(d -> d.container("main", Image.of(null, "7"), c -> {})))
                .containsExactly(MAIN + ".image GTY-VAL-005 The image \":7\" has no repository.");
        assertThat(main(c -> c.env("A", Text.join("a", null, 7)))).containsExactly(MAIN + ".env[0].value " + NULL);
        assertThat(main(c -> c.env("A", Text.join(Text.of(null), "x"))))
                .containsExactly(MAIN + ".env[0].value " + NULL);
        assertThat(main(c -> c.env("A", Text.join((Object[]) null)))).containsExactly(MAIN + ".env[0].value " + NULL);
    }

    @Test
    void should_find_a_port_that_the_service_has_not_where_its_number_is_written() {
        Service web = Service.of("web", s -> s.port(Port.http(8080), 80));
        assertThat(main(c -> c.env("URL", Text.join("http://", web.host(), ":", web.port(Port.tcp("admin", 9000))))))
                .containsExactly(MAIN + ".env[0].value GTY-VAL-006 Service web has no port admin (9000/TCP).");
        assertThat(main(c -> c.env("PORT", web.port(null)))).containsExactly(MAIN + ".env[0].value " + NULL);
        assertThat(main(c -> c.env("A", web.port(Port.http(8080)))
                        .env("B", Service.existing("db").port(Port.tcp("sql", 5432)))))
                .isEmpty();
    }

    @Test
    void should_refuse_edits_and_decisions_after_the_block() {
        ConfigMap.Builder[] kept = new ConfigMap.Builder[1];
        ConfigMap config = ConfigMap.of("app", c -> kept[0] = c);
        kept[0].rawTree(tree -> tree.put("immutable", true));
        kept[0].raw(c -> c.withImmutable(true));
        kept[0].finding("GTY-CFG-003", Severity.OFF, "not read by anybody");
        assertThat(flaws(config)).hasSize(3).allMatch(flaw -> flaw.contains("GTY-PRG-001"));
        assertThat(Draft.of(config).edits()).isEmpty();
        assertThat(Draft.of(config).adjustments()).isEmpty();
    }

    private static List<String> main(Consumer<Container> options) {
        return pod(d -> d.container("main", Image.of("registry.example.com/web:1"), options));
    }

    private static List<String> pod(Consumer<Deployment.Builder> options) {
        return flaws(Deployment.of("web", options));
    }

    private static List<String> flaws(Resource resource) {
        return Draft.of(resource).problems().stream()
                .map(p -> p.field() + " " + p.flaw().rule().code() + " "
                        + p.flaw().message())
                .toList();
    }
}
