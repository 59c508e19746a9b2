package dev.gantry.check;

import static dev.gantry.security.PodSecurityStandard.BASELINE;
import static dev.gantry.security.PodSecurityStandard.PRIVILEGED;
import static dev.gantry.security.PodSecurityStandard.RESTRICTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.cluster.Namespace;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.security.PodSecurityStandard;
import dev.gantry.workload.Deployment;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SecurityCheckTest {

    private static final Image IMAGE = Image.of("example.com/web:7");

    @Test
    void should_warn_of_pods_that_say_nothing() {
        assertThat(report(app -> stack(app, null)
                        .add(Deployment.of(
                                "web", d -> d.selector("app", "web").container("web", IMAGE, c -> {}))))) // @web
                .isEqualTo(expected("""
                        warning GTY-SEC-002 @web Deployment shop/web spec.template.spec.containers[0]
                          The pods fall short of the Pod Security Standard "restricted": containers[0].securityContext.allowPrivilegeEscalation is not set to false; \
                        containers[0].securityContext.capabilities.drop lacks ALL; securityContext.runAsNonRoot is not set to true; securityContext.seccompProfile is not set.
                          hint: Call harden(RESTRICTED) on the stack, which sets what is missing, or accept it with finding("GTY-SEC-002", Severity.OFF, reason).
                        """));
    }

    @Test
    void should_tell_what_baseline_forbids_from_what_restricted_does_and_each_once() {
        assertThat(report(app -> stack(app, null)
                        .add(Deployment.of(
                                "web",
                                d -> d.selector("app", "web")
                                        .securityContext(s -> s.runAsNonRoot(true))
                                        .container(
                                                "web",
                                                IMAGE,
                                                c -> c.securityContext(
                                                        s -> s.allowPrivilegeEscalation(true) // @escalation
                                                                .dropCapabilities("ALL")
                                                                .addCapabilities("NET_ADMIN", "CHOWN"))) // @add
                                        .hostNetwork(true))))) // @host
                .isEqualTo(expected("""
                        warning GTY-SEC-002 @escalation Deployment shop/web spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation
                          The pods fall short of the Pod Security Standard "restricted": containers[0].securityContext.allowPrivilegeEscalation is true; \
                        containers[0].securityContext.capabilities.add has CHOWN; securityContext.seccompProfile is not set.
                          hint: Call harden(RESTRICTED) on the stack, which sets what is missing, or accept it with finding("GTY-SEC-002", Severity.OFF, reason).

                        warning GTY-SEC-001 @host Deployment shop/web spec.template.spec.hostNetwork
                          The pods fall short of the Pod Security Standard "baseline": hostNetwork is true; containers[0].securityContext.capabilities.add has NET_ADMIN.
                          hint: Leave it out, or accept it with finding("GTY-SEC-001", Severity.OFF, reason).
                        """));
    }

    @Test
    void should_name_the_line_of_each_field_that_contradicts_hardening() {
        assertThat(report(app -> {
                            Stack shop =
                                    app.stack("shop", s -> s.namespace("shop").harden(RESTRICTED));
                            shop.add(Deployment.of(
                                    "web",
                                    d -> d.selector("app", "web")
                                            .hostNetwork(true) // @network
                                            .hostPid(true) // @pid
                                            .container(
                                                    "web",
                                                    IMAGE,
                                                    c -> c.securityContext(s -> s.privileged(true))))); // @privileged
                        })
                        .lines()
                        .filter(line -> !line.contains("hint"))
                        .filter(line -> line.contains("SecurityCheckTest"))
                        .toList())
                .anyMatch(line -> line.endsWith(": hostPID is true"))
                .anyMatch(line -> line.endsWith(": containers[0].securityContext.privileged is true"))
                .noneMatch(line -> line.endsWith(": hostNetwork is true"));
    }

    @Test
    void should_reject_what_contradicts_hardening_to_restricted() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop").harden(RESTRICTED)); // @harden
                    shop.add(NetworkPolicy.denyAll("deny-all"));
                    shop.add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .container("web", IMAGE, c -> c.securityContext(s -> s.runAsUser(0))))); // @user
                }))
                .isEqualTo(expected("""
                        error GTY-SEC-004 @user Deployment shop/web spec.template.spec.containers[0].securityContext.runAsUser
                          The stack is hardened to restricted, but containers[0].securityContext.runAsUser is 0; securityContext.runAsNonRoot is not set to true.
                          hint: Change what is written there. Or accept it for this resource with finding("GTY-SEC-004", Severity.OFF, reason).
                          @harden: the stack is hardened here
                        """));
    }

    @Test
    void should_reject_what_contradicts_hardening_to_baseline_and_nothing_else() {
        assertThat(codes(app -> stack(app, BASELINE).add(web(d -> d.hostPid(true)))))
                .containsExactly("GTY-SEC-003 spec.template.spec.hostPID The stack is hardened to baseline, but"
                        + " hostPID is true.");
        assertThat(codes(app -> stack(app, BASELINE).add(web(d -> {})))).isEmpty();
    }

    @Test
    void should_say_the_same_as_without_hardening_for_privileged() {
        assertThat(codes(app -> stack(app, PRIVILEGED).add(web(d -> {}))))
                .singleElement()
                .asString()
                .startsWith("GTY-SEC-002 ");
    }

    @Test
    void should_let_the_author_accept_a_contradiction() {
        assertThat(TestRun.advised(app -> stack(app, RESTRICTED)
                                .add(web(d -> d.hostPid(true).finding("GTY-SEC-004", Severity.OFF, "reads processes"))))
                        .findings())
                .singleElement()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.OFF));
    }

    @Test
    void should_reject_pods_that_their_namespace_does_not_admit() {
        assertThat(report(app -> {
                    app.stack("base").add(Namespace.of("shop", n -> n.podSecurity(BASELINE))); // @enforce
                    stack(app, BASELINE).add(web(d -> d.hostIpc(true))); // @ipc
                }))
                .isEqualTo(expected("""
                        error GTY-SEC-005 @ipc Deployment shop/web spec.template.spec.hostIPC
                          The namespace "shop" admits only pods of the Pod Security Standard "baseline", so it rejects these: hostIPC is true.
                          hint: Call harden(BASELINE) on the stack, which sets what is missing, or let the namespace enforce less.
                          @enforce: the namespace enforces it here
                        """));
    }

    @Test
    void should_say_of_the_rest_what_the_stack_asks_for() {
        assertThat(codes(app -> {
                    app.stack("base").add(Namespace.of("shop", n -> n.podSecurity(BASELINE)));
                    stack(app, RESTRICTED).add(web(d -> d.hostIpc(true).securityContext(s -> s.runAsNonRoot(false))));
                }))
                .extracting(text -> text.substring(0, 11))
                .containsExactly("GTY-SEC-005", "GTY-SEC-004");
        assertThat(codes(app -> {
                    app.stack("base").add(Namespace.of("shop", n -> n.podSecurity(RESTRICTED)));
                    stack(app, null).add(web(d -> {}));
                }))
                .extracting(text -> text.substring(0, 11))
                .containsExactly("GTY-SEC-005");
        assertThat(codes(app -> {
                    app.stack("base").add(Namespace.of("shop", n -> n.podSecurity(RESTRICTED)));
                    stack(app, RESTRICTED).add(web(d -> {}));
                }))
                .isEmpty();
    }

    @Test
    void should_compare_with_the_version_that_the_namespace_names() {
        for (String version : List.of("v1.30", "latest")) {
            assertThat(codes(app -> {
                        app.stack("base").add(Namespace.of("shop", n -> n.podSecurity(BASELINE, version)));
                        stack(app, BASELINE)
                                .add(web(d -> d.rawTree(tree -> tree.withObject("/spec/template/spec")
                                        .putObject("securityContext")
                                        .putArray("sysctls")
                                        .addObject()
                                        .put("name", "net.ipv4.tcp_rmem")
                                        .put("value", "1"))));
                    }))
                    .hasSize(version.equals("latest") ? 0 : 1);
        }
    }

    @Test
    void should_not_reject_pods_of_a_namespace_that_only_warns() {
        assertThat(codes(app -> {
                    app.stack("base")
                            .add(Namespace.of(
                                    "shop", n -> n.podSecurityWarn(RESTRICTED).podSecurityAudit(RESTRICTED)));
                    stack(app, BASELINE).add(web(d -> {}));
                }))
                .isEmpty();
    }

    @Test
    void should_reject_a_standard_that_does_not_exist() {
        assertThat(codes(app -> {
                    stack(app, null)
                            .add(Namespace.of(
                                    "shop", n -> n.label("pod-security.kubernetes.io/enforce", "resticted"))); // typo
                }))
                .containsExactly("GTY-SEC-007 metadata.labels[\"pod-security.kubernetes.io/enforce\"]"
                        + " There is no Pod Security Standard \"resticted\".");
    }

    private static Deployment web(Consumer<Deployment.Builder> options) {
        return Deployment.of("web", d -> options.accept(d.selector("app", "web").container("web", IMAGE, c -> {})));
    }

    /** A stack whose namespace is closed, so that nothing is found but what pods do. */
    private static Stack stack(App app, PodSecurityStandard standard) {
        Stack stack = app.stack("shop", s -> {
            s.namespace("shop");
            if (standard != null) {
                s.harden(standard);
            }
        });
        stack.add(NetworkPolicy.denyAll("deny-all"));
        return stack;
    }

    private static List<String> codes(Consumer<App> program) {
        return TestRun.advised(program).findings().stream()
                .map(f -> f.code() + " " + f.field() + " " + f.message())
                .toList();
    }

    private static String report(Consumer<App> program) {
        List<Finding> findings = TestRun.advised(program).findings();
        return TestRun.report(findings);
    }

    private static String expected(String text) {
        return Lines.fill(SecurityCheckTest.class, text);
    }
}
