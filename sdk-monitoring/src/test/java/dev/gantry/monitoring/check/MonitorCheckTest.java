package dev.gantry.monitoring.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.LabelSelector;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.access.ApiResource;
import dev.gantry.access.ClusterRole;
import dev.gantry.access.Role;
import dev.gantry.access.RoleBinding;
import dev.gantry.access.ServiceAccount;
import dev.gantry.access.Verbs;
import dev.gantry.cluster.Namespace;
import dev.gantry.monitoring.Alertmanager;
import dev.gantry.monitoring.PodMonitor;
import dev.gantry.monitoring.Prometheus;
import dev.gantry.monitoring.PrometheusRule;
import dev.gantry.monitoring.RelabelAction;
import dev.gantry.monitoring.Relabeling;
import dev.gantry.monitoring.ScrapeScheme;
import dev.gantry.monitoring.ServiceMonitor;
import dev.gantry.network.Service;
import dev.gantry.raw.Raw;
import dev.gantry.raw.RawObjects;
import dev.gantry.workload.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MonitorCheckTest {

    private static final Port HTTP = Port.http(8080);
    private static final Port METRICS = Port.tcp("metrics", 9090);

    @Test
    void should_reject_a_port_that_neither_service_nor_containers_have() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Service web = web(shop);
                    shop.add(ServiceMonitor.of("web", web, m -> {
                        m.scrape(METRICS);
                        m.rawTree(tree -> ((ObjectNode) tree.at("/spec/endpoints/0")).put("port", "metric")); // @scrape
                    }));
                }))
                .isEqualTo(Lines.fill(MonitorCheckTest.class, """
                        error GTY-MON-001 @scrape ServiceMonitor shop/web spec.endpoints[0].port
                          Service shop/web has no port with the name "metric".
                          hint: Name a port that the Service has, or add it there with port(port).
                          @ports: Service shop/web has http (80), metrics (9090)
                        """));
        assertThat(codes(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(
                            ServiceMonitor.of("web", web(shop), m -> m.scrapeContainer(Port.tcp("admin", 1), e -> {})));
                }))
                .containsExactly("GTY-MON-001");
        assertThat(codes(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(ServiceMonitor.of("web", web(shop), m -> m.scrape(METRICS)));
                }))
                .isEmpty();
    }

    @Test
    void should_leave_a_port_that_the_service_has_not_to_the_core() {
        assertThat(codes(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(ServiceMonitor.of("web", web(shop), m -> m.scrape(Port.tcp("other", 7))));
                }))
                .containsExactly("GTY-VAL-006");
    }

    @Test
    void should_say_nothing_of_a_service_that_lives_elsewhere_and_is_selected_by_labels() {
        assertThat(codes(app -> app.stack("shop")
                        .add(ServiceMonitor.of(
                                "web",
                                Service.existing("web").in("web"),
                                m -> m.selector("app", "web").scrape(METRICS)))))
                .isEmpty();
        assertThat(codes(app -> {
                    Stack shop = app.stack("shop");
                    web(shop); // which the author names as one that is there already
                    shop.add(ServiceMonitor.of(
                            "web",
                            Service.existing("web"),
                            m -> m.selector("app", "web").scrape(METRICS)));
                }))
                .isEmpty();
        assertThat(codes(app -> app.stack("shop")
                        .add(ServiceMonitor.of("web", Service.existing("web"), m -> m.scrape(METRICS)))))
                .containsExactly("GTY-MON-004");
    }

    @Test
    void should_tell_services_apart_by_namespace() {
        assertThat(codes(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    web(app.stack("blog", s -> s.namespace("blog")));
                    shop.add(ServiceMonitor.of("web", web(shop), m -> m.scrape(METRICS)));
                }))
                .isEmpty();
        assertThat(codes(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    web(app.stack("blog", s -> s.namespace("blog")));
                    shop.add(ServiceMonitor.of(
                            "web", web(shop), m -> m.scrape(METRICS).anyNamespace()));
                }))
                .containsExactly("GTY-MON-003");
    }

    @Test
    void should_find_what_no_prometheus_takes() {
        assertThat(taken(p -> p.serviceMonitorSelector(LabelSelector.everything()), "monitoring"))
                .containsExactly(
                        "Prometheus monitoring/main does not take it: it has no serviceMonitorNamespaceSelector,"
                                + " so it looks only into its own namespace.");
        assertThat(taken(p -> p.serviceMonitorSelector(LabelSelector.everything()), "shop"))
                .isEmpty();
        assertThat(taken(p -> {}, "shop"))
                .containsExactly(
                        "Prometheus shop/main does not take it: it has no serviceMonitorSelector, which selects nothing.");
        assertThat(taken(
                        p -> p.serviceMonitorSelector(LabelSelector.everything().in("team", "a", "b")), "shop"))
                .containsExactly(
                        "Prometheus shop/main does not take it: it asks for team In (a, b) in its serviceMonitorSelector.");
        assertThat(taken(p -> p.serviceMonitorSelector(LabelSelector.of("team", "checkout")), "shop"))
                .isEmpty();
    }

    @Test
    void should_know_the_labels_of_the_program_s_namespaces_only() {
        Consumer<Prometheus.Builder> byTeam = p -> p.serviceMonitorSelector(LabelSelector.everything())
                .serviceMonitorNamespaceSelector(LabelSelector.of("team", "checkout"));
        assertThat(taken(byTeam, "monitoring")).isEmpty(); // what labels the namespace has, nobody knows
        assertThat(taken(
                        p -> p.serviceMonitorSelector(LabelSelector.everything())
                                .serviceMonitorNamespaceSelector(
                                        LabelSelector.of("kubernetes.io/metadata.name", "blog")),
                        "monitoring"))
                .containsExactly("Prometheus monitoring/main does not take it: it asks for namespaces with"
                        + " kubernetes.io/metadata.name=blog.");
        assertThat(findings(app -> {
                    app.stack("cluster").add(Namespace.of("shop", n -> n.label("team", "blog")));
                    program(app, byTeam, "monitoring");
                }))
                .extracting(f -> f.message())
                .containsExactly(
                        "Prometheus monitoring/main does not take it: it asks for namespaces with team=checkout.");
    }

    @Test
    void should_say_nothing_of_who_takes_it_in_a_program_without_prometheus() {
        assertThat(codes(app -> app.stack("shop")
                        .add(PrometheusRule.of(
                                "web", p -> p.group("g", g -> g.alert("Down", a -> a.expr("up == 0")))))))
                .isEmpty();
        assertThat(codes(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(PrometheusRule.of("web", p -> p.group("g", g -> g.alert("Down", a -> a.expr("up == 0")))));
                    shop.add(Prometheus.of("main", p -> {}));
                }))
                .containsExactly("GTY-MON-006");
    }

    @Test
    void should_find_a_prometheus_that_may_look_into_one_namespace_only() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Stack monitoring = app.stack("monitoring", s -> s.namespace("monitoring"));
                    ServiceAccount account = monitoring.add(ServiceAccount.of("prometheus", a -> {}));
                    Role reader = monitoring.add(Role.of("prometheus", r -> r.allow(Verbs.READ, ApiResource.PODS)));
                    monitoring.add(RoleBinding.of("prometheus", reader, b -> b.serviceAccount(account)));
                    Deployment web = shop.add(deployment());
                    shop.add(PodMonitor.of("web", web, m -> m.scrape(METRICS)));
                    monitoring.add(PodMonitor.of("own", monitoring.add(deployment()), m -> m.scrape(METRICS)));
                    monitoring.add(Prometheus.of(
                            "main",
                            p -> p.serviceAccount(account)
                                    .podMonitorSelector(LabelSelector.everything())
                                    .podMonitorNamespaceSelector(LabelSelector.everything())));
                }))
                .extracting(f -> f.code() + " " + f.message())
                .containsExactly(
                        "GTY-MON-007 The roles of the program do not allow ServiceAccount monitoring/prometheus to"
                                + " list and watch pods in the namespace \"shop\", so it finds nothing of what PodMonitor shop/web"
                                + " has it scrape.");
    }

    @Test
    void should_not_judge_roles_that_it_does_not_know() {
        assertThat(codes(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    ServiceAccount account = shop.add(ServiceAccount.of("prometheus", a -> {}));
                    shop.add(
                            RoleBinding.of("prometheus", ClusterRole.existing("view"), b -> b.serviceAccount(account)));
                    shop.add(PodMonitor.of("web", shop.add(deployment()), m -> m.scrape(METRICS)));
                    shop.add(Prometheus.of(
                            "main", p -> p.serviceAccount(account).podMonitorSelector(LabelSelector.everything())));
                    shop.add(Prometheus.of(
                            "other",
                            p -> p.serviceAccount(ServiceAccount.existing("else"))
                                    .podMonitorSelector(LabelSelector.everything())));
                }))
                .isEmpty();
    }

    @Test
    void should_accept_what_the_operator_accepts() {
        assertThat(codes(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(ServiceMonitor.of(
                            "web",
                            web(shop),
                            m -> m.scrape(
                                    METRICS,
                                    e -> e.scheme(ScrapeScheme.HTTPS)
                                            .tlsConfig(t -> t.insecureSkipVerify(true))
                                            .interval(Duration.ofSeconds(30))
                                            .scrapeTimeout(Duration.ofSeconds(30))
                                            .relabelings(
                                                    Relabeling.replace("a").sourceLabels("b"),
                                                    Relabeling.keep("a", "b"),
                                                    Relabeling.drop("a", "b"),
                                                    Relabeling.labelMap("a(.+)").replacement("b_$1"),
                                                    Relabeling.labelKeep("a|job"),
                                                    Relabeling.of(RelabelAction.KEEP_EQUAL)
                                                            .sourceLabels("a")
                                                            .targetLabel("b"),
                                                    Relabeling.of(RelabelAction.LOWERCASE)
                                                            .sourceLabels("a")
                                                            .targetLabel("b")))));
                }))
                .isEmpty();
    }

    @Test
    void should_find_steps_whose_texts_prometheus_does_not_take() {
        Relabeling open = Relabeling.replace("x").sourceLabels("a").regex("(a");
        Relabeling everything = Relabeling.of(RelabelAction.KEEP).regex("a");
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Service web = web(shop);
                    shop.add(ServiceMonitor.of(
                            "web",
                            web,
                            m -> m.scrape(METRICS, e -> {
                                e.relabelings(open); // @open
                                e.metricRelabelings(Relabeling.drop("__name__", "a(?!b)")); // @drop
                                e.metricRelabelings(everything); // @keep
                                e.metricRelabelings(Relabeling.keep("my-app", "x|y")); // @name
                            })));
                }))
                .isEqualTo(Lines.fill(MonitorCheckTest.class, """
                        error GTY-MON-009 @open ServiceMonitor shop/web spec.endpoints[0].relabelings[0].regex
                          The regular expression "(a" has a ( that is not closed.
                          hint: Write it in the syntax of RE2; it has to match the whole text.

                        error GTY-MON-009 @drop ServiceMonitor shop/web spec.endpoints[0].metricRelabelings[0].regex
                          The regular expression "a(?!b)" has (?!, which RE2 does not know.
                          hint: Write it in the syntax of RE2; it has to match the whole text.

                        error GTY-MON-009 @keep ServiceMonitor shop/web spec.endpoints[0].metricRelabelings[1]
                          The action keep has no sourceLabels, so it looks at an empty text.
                          hint: Write Relabeling.keep(sourceLabel, regex) or Relabeling.drop(sourceLabel, regex).

                        warning GTY-MON-015 @name ServiceMonitor shop/web spec.endpoints[0].metricRelabelings[2].sourceLabels[0]
                          The label "my-app" has a name that Prometheus takes only from version 3 on.
                          hint: Use letters, digits and '_': of the labels of Kubernetes, all else becomes '_', such as in \
                        __meta_kubernetes_pod_label_app_kubernetes_io_name.
                        """));
    }

    @Test
    void should_find_steps_that_contradict_their_action() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(ServiceMonitor.of(
                            "web",
                            web(shop),
                            m -> m.scrape(
                                    METRICS,
                                    e -> e.metricRelabelings(
                                            Relabeling.of(RelabelAction.REPLACE).sourceLabels("a"),
                                            Relabeling.of(RelabelAction.HASH_MOD)
                                                    .sourceLabels("a")
                                                    .targetLabel("b"),
                                            Relabeling.of(RelabelAction.DROP_EQUAL)
                                                    .sourceLabels("a")
                                                    .targetLabel("b")
                                                    .regex("c"),
                                            Relabeling.of(RelabelAction.UPPERCASE)
                                                    .sourceLabels("a")
                                                    .targetLabel("b")
                                                    .replacement("c"),
                                            Relabeling.of(RelabelAction.KEEP)))));
                }))
                .extracting(f -> f.field() + " " + f.message())
                .containsExactly(
                        "spec.endpoints[0].metricRelabelings[0] The action replace needs a targetLabel.",
                        "spec.endpoints[0].metricRelabelings[1] The action hashmod needs a modulus.",
                        "spec.endpoints[0].metricRelabelings[2] The action dropequal compares labels only, but has regex.",
                        "spec.endpoints[0].metricRelabelings[3] The action uppercase replaces nothing, but has replacement.",
                        "spec.endpoints[0].metricRelabelings[4] The action keep has neither sourceLabels nor a regex, so it"
                                + " does nothing.");
    }

    @Test
    void should_say_once_that_what_a_monitor_is_for_is_not_there() {
        assertThat(codes(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    RawObjects objects = shop.addAll(Raw.text(
                            "x.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: x}, data: {a: b}}", o -> {}));
                    shop.add(PodMonitor.of("nobody", Deployment.from(objects, "nobody"), m -> m.scrape(METRICS)));
                }))
                .containsExactly("GTY-RAW-013");
    }

    @Test
    void should_find_an_alertmanager_that_is_not_there() {
        assertThat(codes(app -> {
                    Stack monitoring = app.stack("monitoring", s -> s.namespace("monitoring"));
                    Alertmanager main = monitoring.add(Alertmanager.of("main", a -> {}));
                    monitoring.add(Prometheus.of("main", p -> p.alertmanager(main)));
                }))
                .isEmpty();
        assertThat(findings(app -> {
                    Stack monitoring = app.stack("monitoring", s -> s.namespace("monitoring"));
                    monitoring.add(Alertmanager.of("main", a -> {}));
                    monitoring.add(Prometheus.of(
                            "main",
                            p -> p.rawTree(tree -> {
                                ObjectNode endpoints = tree.withObject("/spec/alerting")
                                        .putArray("alertmanagers")
                                        .addObject();
                                endpoints.put("name", "alertmanager-main");
                                endpoints.put("port", "web");
                            })));
                }))
                .extracting(f -> f.code() + " " + f.message())
                .containsExactly(
                        "GTY-MON-012 The program has no Service \"alertmanager-main\" in the namespace \"monitoring\".");
    }

    private static List<String> taken(Consumer<Prometheus.Builder> options, String namespace) {
        return findings(app -> program(app, options, namespace)).stream()
                .filter(finding -> finding.code().equals("GTY-MON-006"))
                .map(finding -> finding.message())
                .toList();
    }

    private static void program(App app, Consumer<Prometheus.Builder> options, String namespace) {
        Stack shop = app.stack("shop", s -> s.namespace("shop").label("team", "checkout"));
        shop.add(ServiceMonitor.of("web", web(shop), m -> m.scrape(METRICS)));
        app.stack("prometheus", s -> s.namespace(namespace)).add(Prometheus.of("main", options));
    }

    private static Service web(Stack stack) {
        Deployment web = stack.add(deployment());
        return stack.add(Service.of("web", s -> {
            s.label("app", "web").selects(web);
            s.port(HTTP, 80).port(METRICS); // @ports
        }));
    }

    private static Deployment deployment() {
        return Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.ports(HTTP, METRICS)));
    }

    private static List<String> codes(Consumer<App> program) {
        return findings(program).stream().map(finding -> finding.code()).toList();
    }
}
