package dev.gantry.istio.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.access.ServiceAccount;
import dev.gantry.config.ConfigMap;
import dev.gantry.istio.ExtensionProvider;
import dev.gantry.istio.security.AuthorizationAction;
import dev.gantry.istio.security.AuthorizationPolicy;
import dev.gantry.istio.security.AuthorizationRule;
import dev.gantry.istio.security.MutualTlsMode;
import dev.gantry.istio.security.PeerAuthentication;
import dev.gantry.istio.security.RequestAuthentication;
import dev.gantry.istio.telemetry.Telemetry;
import dev.gantry.istio.traffic.OutboundTrafficMode;
import dev.gantry.istio.traffic.Sidecar;
import dev.gantry.workload.Deployment;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PolicyCheckTest {

    private static final Port HTTP = Port.http(8080);

    @Test
    void should_reject_a_principal_that_is_almost_a_service_account_of_the_program() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(ServiceAccount.of("web", s -> {}));
                    shop.add(AuthorizationPolicy.of(
                            "web",
                            a -> a.rule(r -> r.from(f -> f.principals("cluster.local/ns/shop/sa/wbe"))))); // @principal
                }))
                .isEqualTo(expected("""
                        error GTY-MSH-001 @principal AuthorizationPolicy shop/web spec.rules[0].from[0].source.principals[0]
                          The program has no ServiceAccount "wbe" in the namespace "shop".
                          hint: Did you mean "web"? Better pass the ServiceAccount: principals(account), and if it lives outside the program ServiceAccount.existing(...).
                        """));
    }

    @Test
    void should_look_at_every_place_that_names_an_account() {
        assertThat(accounts(r -> r.from(f -> f.notPrincipals("cluster.local/ns/shop/sa/none"))))
                .containsExactly("spec.rules[0].from[0].source.notPrincipals[0]");
        assertThat(accounts(r -> r.when("source.principal", "cluster.local/ns/shop/sa/none")))
                .containsExactly("spec.rules[0].when[0].values[0]");
        assertThat(accounts(r -> r.from(f -> f.serviceAccounts(ServiceAccount.of("none", s -> {})))))
                .contains("spec.rules[0].from[0].source.serviceAccounts");
    }

    @Test
    void should_accept_principals_that_cannot_be_known() {
        assertThat(accounts(r -> r.from(f -> f.principals(
                        "cluster.local/ns/shop/sa/web",
                        "cluster.local/ns/shop/sa/default",
                        "cluster.local/ns/shop/*",
                        "cluster.local/ns/other/sa/any",
                        "*"))))
                .isEmpty();
        assertThat(accounts(r ->
                        r.from(f -> f.principals(ServiceAccount.existing("far").in("shop")))))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_policy_that_allows_nothing() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(web("web"));
                    shop.add(AuthorizationPolicy.of("web", a -> a.selects(web))); // @nothing
                }))
                .isEqualTo(expected("""
                        warning GTY-MSH-002 @nothing AuthorizationPolicy shop/web spec
                          The policy allows nothing, so all requests to its pods are rejected that no other policy allows.
                          hint: Add rule(...) for what is to be allowed.
                        """));
    }

    @Test
    void should_accept_a_default_from_which_others_make_exceptions() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(AuthorizationPolicy.of("allow-nothing", a -> {}));
                    shop.add(AuthorizationPolicy.of("web", a -> a.rule(r -> r.to(o -> o.methods("GET")))));
                }))
                .isEmpty();
        assertThat(found(app -> app.stack("shop", s -> s.namespace("shop"))
                        .add(AuthorizationPolicy.of("allow-nothing", a -> {}))))
                .containsExactly(
                        "GTY-MSH-002 spec The policy allows nothing, so all requests to its pods are rejected that"
                                + " no other policy allows.");
    }

    @Test
    void should_reject_a_policy_that_never_matches() {
        assertThat(policy(a -> a.action(AuthorizationAction.DENY)))
                .containsExactly("GTY-MSH-003 spec The policy has the action DENY and no rules, so it never matches.");
        assertThat(policy(a -> a.custom(ExtensionProvider.existing("oauth"))))
                .containsExactly(
                        "GTY-MSH-003 spec The policy has the action CUSTOM and no rules, so it never matches.");
    }

    @Test
    void should_warn_of_a_rule_that_matches_everything() {
        assertThat(policy(a -> a.rule(r -> {}).rule(r -> r.to(o -> o.methods("GET")))))
                .containsExactly(
                        "GTY-MSH-004 spec.rules[0] The rule asks for nothing, so it matches every request, and all"
                                + " of them are allowed, whatever the other rules say.");
        assertThat(policy(a -> a.action(AuthorizationAction.DENY).rule(r -> {})))
                .containsExactly(
                        "GTY-MSH-004 spec.rules[0] The rule asks for nothing, so it matches every request, and all"
                                + " of them are rejected.");
        assertThat(policy(a -> a.custom(ExtensionProvider.existing("oauth")).rule(r -> {})))
                .isEmpty();
    }

    @Test
    void should_reject_a_source_or_an_operation_that_says_nothing() {
        assertThat(policy(a -> a.rule(r -> r.from(f -> {}).to(o -> {}))))
                .containsExactly(
                        "GTY-MSH-005 spec.rules[0].from[0] The source says nothing, so Istio rejects the policy.",
                        "GTY-MSH-005 spec.rules[0].to[0] The operation says nothing, so Istio rejects the policy.");
    }

    @Test
    void should_reject_a_provider_without_its_action() {
        assertThat(policy(a -> a.custom(ExtensionProvider.existing("oauth"))
                        .action(AuthorizationAction.DENY)
                        .rule(r -> r.to(o -> o.methods("GET")))))
                .containsExactly("GTY-MSH-006 spec.provider The provider is asked only with the action CUSTOM, but the"
                        + " action is DENY.");
        assertThat(policy(a -> a.rule(r -> r.to(o -> o.methods("GET")))
                        .rawTree(tree -> tree.withObject("/spec").put("action", "CUSTOM"))))
                .containsExactly("GTY-MSH-006 spec.action The action CUSTOM needs a provider that decides.");
    }

    @Test
    void should_warn_of_a_selector_that_selects_nothing() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(web("web"));
                    shop.add(PeerAuthentication.of(
                            "web", p -> p.selector("app", "wbe").mtls(MutualTlsMode.STRICT))); // @selector
                }))
                .isEqualTo(expected("""
                        warning GTY-MSH-007 @selector PeerAuthentication shop/web spec.selector.matchLabels
                          No pods of the program in this namespace have the labels app=wbe.
                          hint: Pass the workload: selects(workload). For pods from elsewhere, accept this finding with finding(code, Severity.OFF, reason).
                          @labels: the pods of Deployment shop/web have app=web
                        """));
    }

    @Test
    void should_accept_selectors_of_namespaces_and_meshes_that_are_not_known() {
        assertThat(findings(app -> {
                    app.stack("shop", s -> s.namespace("shop")).add(web("web"));
                    app.stack("other", s -> s.namespace("other"))
                            .add(RequestAuthentication.of(
                                    "tokens", p -> p.selector("app", "api").jwtRule("https://issuer.example.com")));
                    app.stack("mesh", s -> s.namespace("istio-system"))
                            .add(Telemetry.of(
                                    "gateway",
                                    t -> t.selector("istio", "ingressgateway")
                                            .accessLogging(l -> l.providers(ExtensionProvider.existing("envoy")))));
                }))
                .isEmpty();
    }

    @Test
    void should_reject_two_policies_for_the_same_pods() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(PeerAuthentication.of("one", p -> p.mtls(MutualTlsMode.STRICT))); // @one
                    shop.add(PeerAuthentication.of("two", p -> p.mtls(MutualTlsMode.DISABLE))); // @two
                }))
                .isEqualTo(expected("""
                        error GTY-MSH-008 @two PeerAuthentication shop/two
                          PeerAuthentication shop/one is for all pods of the namespace too, and only one of the two counts.
                          hint: Put both into one, or let one select a workload: selects(workload).
                          @one: PeerAuthentication shop/one is made here
                        """));
        assertThat(found(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(web("web"));
                    shop.add(Sidecar.of(
                            "one", s -> s.selects(web).outboundTrafficPolicy(OutboundTrafficMode.ALLOW_ANY)));
                    shop.add(Sidecar.of(
                            "two", s -> s.selects(web).outboundTrafficPolicy(OutboundTrafficMode.REGISTRY_ONLY)));
                }))
                .containsExactly(
                        "GTY-MSH-008 spec.workloadSelector.labels Sidecar shop/one is for the same pods too, and"
                                + " only one of the two counts.");
    }

    @Test
    void should_accept_policies_for_a_workload_its_namespace_and_the_mesh() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(web("web"));
                    shop.add(PeerAuthentication.of("default", p -> p.mtls(MutualTlsMode.STRICT)));
                    shop.add(PeerAuthentication.of("web", p -> p.selects(web).mtls(MutualTlsMode.PERMISSIVE)));
                    app.stack("mesh", s -> s.namespace("istio-system"))
                            .add(PeerAuthentication.of("default", p -> p.mtls(MutualTlsMode.STRICT)));
                    shop.add(AuthorizationPolicy.of("one", a -> a.rule(r -> r.to(o -> o.methods("GET")))));
                    shop.add(AuthorizationPolicy.of("two", a -> a.rule(r -> r.to(o -> o.methods("PUT")))));
                }))
                .isEmpty();
    }

    @Test
    void should_reject_ports_of_a_policy_that_selects_no_workload() {
        assertThat(found(app -> app.stack("shop", s -> s.namespace("shop"))
                        .add(PeerAuthentication.of("default", p -> p.portLevelMtls(HTTP, MutualTlsMode.DISABLE)))))
                .containsExactly(
                        "GTY-MSH-009 spec.portLevelMtls The policy selects no workload, so Istio rejects what it"
                                + " says of single ports.");
    }

    @Test
    void should_warn_of_the_number_of_a_service_in_place_of_the_port_of_a_container() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(web("web"));
                    shop.add(PeerAuthentication.of(
                            "web", p -> p.selects(web).portLevelMtls(Port.http(80), MutualTlsMode.DISABLE))); // @port
                }))
                .isEqualTo(expected("""
                        warning GTY-MSH-010 @port PeerAuthentication shop/web spec.portLevelMtls.80
                          No container of Deployment shop/web declares the port 80.
                          hint: The port of the container is meant here, not the number that clients of a Service connect to. There are: http (8080/TCP).
                          @ports: Deployment shop/web has http (8080/TCP)
                        """));
        assertThat(found(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(web("web"));
                    shop.add(AuthorizationPolicy.of(
                            "web", a -> a.selects(web).rule(r -> r.to(o -> o.ports(HTTP, Port.http(80))))));
                }))
                .containsExactly(
                        "GTY-MSH-010 spec.rules[0].to[0].operation.ports[1] No container of Deployment shop/web"
                                + " declares the port 80.");
    }

    @Test
    void should_warn_of_a_provider_that_the_mesh_of_the_program_does_not_declare() {
        assertThat(report(app -> {
                    mesh(app, "extensionProviders:\n- name: zipkin\n"); // @mesh
                    app.stack("shop", s -> s.namespace("shop"))
                            .add(Telemetry.of(
                                    "traces",
                                    t -> t.tracing(
                                            r -> r.providers(ExtensionProvider.existing("jaeger"))))); // @provider
                }))
                .isEqualTo(expected("""
                        warning GTY-MSH-014 @provider Telemetry shop/traces spec.tracing[0].providers[0].name
                          ConfigMap istio-system/istio declares no provider "jaeger", so nothing comes of it.
                          hint: Add it to extensionProviders of the mesh's configuration, or correct the name.
                          @declared: ConfigMap istio-system/istio declares its providers here
                        """));
    }

    @Test
    void should_accept_providers_that_are_declared_or_always_there_and_all_where_the_mesh_is_set_up_elsewhere() {
        Consumer<App> program = app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            shop.add(Telemetry.of(
                    "all",
                    t -> t.tracing(r -> r.providers(ExtensionProvider.existing("jaeger")))
                            .accessLogging(l -> l.providers(ExtensionProvider.existing("envoy")))));
        };
        assertThat(findings(program)).isEmpty();
        assertThat(findings(program.andThen(app -> mesh(app, "extensionProviders:\n- name: \"jaeger\" # traces\n"))))
                .isEmpty();
        assertThat(findings(program.andThen(app -> mesh(app, "extensionProviders: [{name: jaeger, zipkin: {}}]\n"))))
                .isEmpty();
    }

    private static void mesh(App app, String configuration) {
        app.stack("mesh", s -> s.namespace("istio-system"))
                .add(ConfigMap.of("istio", c -> c.text("mesh", configuration))); // @declared
    }

    private static Deployment web(String name) {
        return Deployment.of(
                name,
                d -> d.selector("app", "web") // @labels
                        .container("web", Image.of("registry.example.com/web:1"), c -> c.ports(HTTP))); // @ports
    }

    private static List<String> accounts(Consumer<AuthorizationRule> rule) {
        return findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(ServiceAccount.of("web", s -> {}));
                    shop.add(AuthorizationPolicy.of("web", a -> a.rule(rule)));
                })
                .stream()
                .map(f -> String.valueOf(f.field()))
                .toList();
    }

    private static List<String> policy(Consumer<AuthorizationPolicy.Builder> options) {
        return found(app -> app.stack("shop", s -> s.namespace("shop")).add(AuthorizationPolicy.of("web", options)));
    }

    private static List<String> found(Consumer<App> program) {
        return findings(program).stream()
                .map(f -> f.code() + " " + f.field() + " " + f.message())
                .toList();
    }

    private static String expected(String text) {
        return Lines.fill(PolicyCheckTest.class, text);
    }
}
