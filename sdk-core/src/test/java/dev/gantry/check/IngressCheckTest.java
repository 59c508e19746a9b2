package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.config.Secret;
import dev.gantry.finding.Severity;
import dev.gantry.network.Ingress;
import dev.gantry.network.IngressBackend;
import dev.gantry.network.IngressClass;
import dev.gantry.network.Service;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class IngressCheckTest {

    private static final Port HTTP = Port.http(8080);
    private static final Port ADMIN = Port.tcp("admin", 9000);
    private static final Service OUTSIDE = Service.existing("outside");

    @Test
    void should_accept_ports_that_the_service_has_by_number_and_by_name() {
        assertThat(found(web -> Ingress.of(
                        "web",
                        i -> i.host("a.example.com", h -> h.path("/", web, HTTP).exact("/admin", web, ADMIN))
                                .defaultBackend(web, HTTP)
                                .rawTree(tree -> port(tree).removeAll().put("name", "admin")))))
                .isEmpty();
    }

    @Test
    void should_reject_a_number_that_the_service_has_not() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Service web = shop.add(
                            Service.of("web", s -> s.headless().port(HTTP, 80).port(ADMIN))); // @service
                    shop.add(Ingress.of(
                            "web",
                            i -> i.defaultBackend(web, HTTP) // @backend
                                    .rawTree(tree -> port(tree).put("number", 8080))));
                }))
                .isEqualTo(expected("""
                        error GTY-ING-001 @backend Ingress shop/web spec.defaultBackend.service.port
                          Service shop/web has no port 8080.
                          hint: Pass a port that the Service has, or add it there with port(port, number): an Ingress names the number that clients of the Service connect to.
                          @service: Service shop/web has http (80), admin (9000)
                        """));
    }

    @Test
    void should_reject_a_name_that_the_service_has_not_and_a_port_without_both() {
        assertThat(found(web -> Ingress.of(
                        "web",
                        i -> i.defaultBackend(web, HTTP)
                                .rawTree(tree -> port(tree).removeAll().put("name", "grpc")))))
                .containsExactly("GTY-ING-001 spec.defaultBackend.service.port Service shop/web has no port \"grpc\".");
        assertThat(found(web -> Ingress.of(
                        "web",
                        i -> i.defaultBackend(web, HTTP)
                                .rawTree(tree -> port(tree).removeAll()))))
                .containsExactly(
                        "GTY-ING-001 spec.defaultBackend.service.port It is not said which port of Service shop/web"
                                + " is meant.");
    }

    @Test
    void should_find_a_port_that_was_passed_and_is_not_there_once() {
        assertThat(found(web -> Ingress.of("web", i -> i.defaultBackend(web, Port.tcp("grpc", 7000)))))
                .containsExactly(
                        "GTY-VAL-006 spec.defaultBackend.service.port.number Service web has no port grpc (7000/TCP).");
    }

    @Test
    void should_warn_of_a_service_that_is_only_named_and_not_there() {
        assertThat(report(app -> app.stack("shop", s -> s.namespace("shop"))
                        .add(Ingress.of(
                                "web",
                                i -> i.anyHost(h -> h.path("/", OUTSIDE, HTTP))
                                        .rawTree(tree -> ((ObjectNode) // @missing
                                                        tree.at("/spec/rules/0/http/paths/0/backend/service"))
                                                .put("name", "wbe"))))))
                .isEqualTo(expected("""
                        warning GTY-ING-002 @missing Ingress shop/web spec.rules[0].http.paths[0].backend.service.name
                          There is no Service "wbe" in the Ingress's namespace "shop".
                          hint: Correct the name, or pass a Service: Service.existing(name) if it lives outside the program.
                        """));
    }

    @Test
    void should_accept_services_and_objects_that_live_outside() {
        assertThat(found(web -> Ingress.of(
                        "web",
                        i -> i.defaultBackend(OUTSIDE, Port.http(80))
                                .anyHost(h -> h.path("/a", IngressBackend.resource(Secret.existing("x")))))))
                .isEmpty();
    }

    @Test
    void should_reject_a_path_that_two_ingresses_lead_to_different_places() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(Ingress.of(
                            "one", i -> i.host("a.example.com", h -> h.path("/api/", OUTSIDE, HTTP)))); // @first
                    app.stack("other", s -> s.namespace("other"))
                            .add(Ingress.of(
                                    "two",
                                    i -> i.host("a.example.com", h -> h.path("/api", OUTSIDE, HTTP)))); // @second
                }))
                .isEqualTo(expected("""
                        error GTY-ING-003 @second Ingress other/two spec.rules[0].http.paths[0].path
                          The path "/api" of the host "a.example.com" is led somewhere in Ingress shop/one too.
                          hint: Lead it to one place. Which of the two counts depends on the controller.
                          @first: it is led somewhere here first
                        """));
    }

    @Test
    void should_accept_one_path_of_two_classes_hosts_or_types() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(Ingress.of(
                            "one",
                            i -> i.host(
                                            "a.example.com",
                                            h -> h.path("/", OUTSIDE, HTTP).exact("/", OUTSIDE, HTTP))
                                    .host("b.example.com", h -> h.path("/", OUTSIDE, HTTP))));
                    shop.add(Ingress.of(
                            "two",
                            i -> i.ingressClass(IngressClass.existing("internal"))
                                    .host("a.example.com", h -> h.path("/", OUTSIDE, HTTP))));
                    shop.add(Ingress.of(
                            "canary",
                            i -> i.annotation("nginx.ingress.kubernetes.io/canary", "true")
                                    .host("a.example.com", h -> h.path("/", OUTSIDE, HTTP))));
                }))
                .isEmpty();
    }

    @Test
    void should_know_controllers_with_a_table_for_each_ingress() {
        IngressClass alb = IngressClass.existing("alb");
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    for (String name : List.of("web", "admin")) {
                        shop.add(Ingress.of(name, i -> i.ingressClass(alb).anyHost(h -> h.path("/", OUTSIDE, HTTP))));
                        shop.add(Ingress.of(
                                name + "-eks",
                                i -> i.annotation("alb.ingress.kubernetes.io/scheme", name)
                                        .anyHost(h -> h.path("/", OUTSIDE, HTTP))));
                        shop.add(Ingress.of(
                                name + "-shared",
                                i -> i.ingressClass(alb)
                                        .annotation("alb.ingress.kubernetes.io/group.name", "shared")
                                        .anyHost(h -> h.path("/", OUTSIDE, HTTP))));
                    }
                }))
                .extracting(f -> f.code() + " " + f.resource())
                .containsExactly("GTY-ING-003 Ingress shop/admin-shared");
    }

    @Test
    void should_warn_of_a_certificate_for_a_host_that_no_rule_has() {
        assertThat(report(program(i -> i.host("a.example.com", h -> h.path("/", OUTSIDE, HTTP))
                        .tls(Secret.existing("tls"), "a.example.com", "b.example.com")))) // @tls
                .isEqualTo(expected("""
                        warning GTY-ING-004 @tls Ingress shop/web spec.tls[0].hosts[1]
                          No rule of the Ingress has the host "b.example.com".
                          hint: Correct the name, or add host("b.example.com", ...). The rules have: a.example.com.
                        """));
    }

    @Test
    void should_accept_certificates_that_cover_rules_and_rules_without_one() {
        Secret tls = Secret.existing("tls");
        assertThat(findings(program(i -> i.host("a.example.com", h -> h.path("/", OUTSIDE, HTTP))
                        .host("*.example.net", h -> h.path("/", OUTSIDE, HTTP))
                        .host("plain.example.org", h -> h.path("/", OUTSIDE, HTTP))
                        .tls(tls, "*.example.com", "b.example.net"))))
                .isEmpty();
        assertThat(findings(program(i -> i.defaultBackend(OUTSIDE, HTTP).tls(tls, "a.example.com"))))
                .isEmpty();
        assertThat(findings(
                        program(i -> i.anyHost(h -> h.path("/", OUTSIDE, HTTP)).tls(tls, "a.example.com"))))
                .isEmpty();
    }

    @Test
    void should_not_take_a_wildcard_for_two_labels() {
        assertThat(findings(program(i -> i.host("a.b.example.com", h -> h.path("/", OUTSIDE, HTTP))
                        .tls(Secret.existing("tls"), "*.example.com"))))
                .extracting(f -> f.code())
                .containsExactly("GTY-ING-004");
    }

    @Test
    void should_warn_of_a_certificate_without_hosts_and_reject_a_secret_without_one() {
        assertThat(findings(program(i -> i.defaultBackend(OUTSIDE, HTTP).tls(Secret.existing("tls")))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-ING-005 spec.tls[0]");
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    Secret tls = shop.add(Secret.of(
                            "tls", s -> s.text("tls.crt", "x").finding("GTY-CFG-003", Severity.OFF, "a test")));
                    shop.add(Ingress.of(
                            "web", i -> i.defaultBackend(OUTSIDE, HTTP).tls(tls, "a.example.com")));
                }))
                .filteredOn(f -> !f.code().equals("GTY-CFG-003"))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly("GTY-ING-006 spec.tls[0].secretName Secret tls has no key \"tls.key\".");
    }

    @Test
    void should_reject_two_default_classes() {
        assertThat(report(app -> {
                    Stack cluster = app.stack("cluster");
                    cluster.add(IngressClass.of("one", "example.com/a", c -> c.defaultClass())); // @one
                    cluster.add(IngressClass.of("other", "example.com/a", c -> {}));
                    cluster.add(IngressClass.of("two", "example.com/b", c -> c.defaultClass())); // @two
                }))
                .isEqualTo(expected("""
                        error GTY-ING-007 @two IngressClass two metadata.annotations["ingressclass.kubernetes.io/is-default-class"]
                          Two classes are the default: this one and IngressClass one.
                          hint: Call defaultClass() on one of them only.
                          @one: the first one is the default here
                        """));
    }

    @Test
    void should_reject_an_ingress_that_leads_nowhere_and_warn_of_a_host_that_does() {
        assertThat(findings(program(i -> i.label("a", "b"))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly("GTY-ING-008 spec The Ingress leads nowhere.");
        assertThat(findings(program(i -> i.host("a.example.com", h -> {}))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly(
                        "GTY-ING-011 spec.rules[0] The host \"a.example.com\" has no paths, and there is no default"
                                + " backend for its requests.");
        assertThat(findings(program(i -> i.host("a.example.com", h -> {}).defaultBackend(OUTSIDE, HTTP))))
                .isEmpty();
    }

    @Test
    void should_reject_paths_of_no_known_type_or_form() {
        assertThat(findings(program(i -> i.anyHost(h -> h.path("/", OUTSIDE, HTTP))
                        .rawTree(tree -> path(tree).put("pathType", "Regex")))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly(
                        "GTY-ING-009 spec.rules[0].http.paths[0].pathType The path \"/\" has the type \"Regex\","
                                + " which Kubernetes does not know.");
        assertThat(findings(program(i -> i.anyHost(h -> h.path("/", OUTSIDE, HTTP))
                        .rawTree(tree -> path(tree).put("path", "a")))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly("GTY-ING-009 spec.rules[0].http.paths[0].path The path \"a\" does not begin with /.");
        assertThat(findings(program(i -> i.anyHost(h -> h.path("a", OUTSIDE, HTTP)))))
                .extracting(f -> f.code())
                .containsExactly("GTY-VAL-009");
    }

    @Test
    void should_warn_of_patterns_where_characters_stand_for_themselves() {
        assertThat(findings(program(i -> i.anyHost(h -> h.path("/a/*", OUTSIDE, HTTP)
                        .exact("/(b|c)", OUTSIDE, HTTP)
                        .implementationSpecific("/d/*", OUTSIDE, HTTP)))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly(
                        "GTY-ING-010 spec.rules[0].http.paths[0].path", "GTY-ING-010 spec.rules[0].http.paths[1].path");
    }

    @Test
    void should_reject_a_class_and_an_annotation_that_names_another() {
        IngressClass internal = IngressClass.existing("internal");
        assertThat(findings(program(i -> i.ingressClass(internal)
                        .annotation("kubernetes.io/ingress.class", "nginx")
                        .defaultBackend(OUTSIDE, HTTP))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-ING-012 spec.ingressClassName");
        assertThat(findings(program(i -> i.ingressClass(internal)
                        .annotation("kubernetes.io/ingress.class", "internal")
                        .defaultBackend(OUTSIDE, HTTP))))
                .isEmpty();
    }

    private static List<String> found(Function<Service, Ingress> ingress) {
        return findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Service web = shop.add(
                            Service.of("web", s -> s.headless().port(HTTP, 80).port(ADMIN)));
                    shop.add(ingress.apply(web));
                })
                .stream()
                .map(f -> f.code() + " " + f.field() + " " + f.message())
                .toList();
    }

    private static Consumer<App> program(Consumer<Ingress.Builder> options) {
        return app -> app.stack("shop", s -> s.namespace("shop")).add(Ingress.of("web", options));
    }

    private static ObjectNode port(ObjectNode ingress) {
        return (ObjectNode) ingress.at("/spec/defaultBackend/service/port");
    }

    private static ObjectNode path(ObjectNode ingress) {
        return (ObjectNode) ingress.at("/spec/rules/0/http/paths/0");
    }

    private static String expected(String text) {
        return Lines.fill(IngressCheckTest.class, text);
    }
}
