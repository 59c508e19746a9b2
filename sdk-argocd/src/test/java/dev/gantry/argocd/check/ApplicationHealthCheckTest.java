package dev.gantry.argocd.check;

import static dev.gantry.argocd.check.Found.DEPLOY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Lines;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.argocd.ApplicationHealth;
import dev.gantry.argocd.GitOps;
import dev.gantry.config.ConfigMap;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Whether the waves of Applications, which come of the order of stacks, are waited for. */
class ApplicationHealthCheckTest {

    private static final String OF_ALL = "resource.customizations";

    @Test
    void should_find_waves_that_argo_cd_does_not_wait_for() {
        assertThat(TestRun.report(app -> {
                    Stack base = stack(app, "base", s -> {});
                    stack(app, "shop", s -> s.dependsOn(base));
                    Stack argocd = app.stack("argocd", s -> s.namespace("argocd"));
                    argocd.add(
                            ConfigMap.of("argocd-cm", c -> c.text("url", "https://argocd.example.com"))); // @settings
                    argocd.add(GitOps.of(app, DEPLOY, Stack::name, g -> g.leaveOut(argocd))); // @applications
                }))
                .isEqualTo(Lines.fill(ApplicationHealthCheckTest.class, """
                        warning GTY-ARG-037 @settings ConfigMap argocd/argocd-cm data
                          Application argocd/shop is in wave 1, but Argo CD does not know when the Applications before it are healthy, and so does not wait for them.
                          hint: Say it with the key resource.customizations.health.argoproj.io_Application: text(ApplicationHealth.KEY, ApplicationHealth.LUA), or by rawFields(...) where the ConfigMap comes from a file.
                          @applications: Application argocd/shop is made here
                        """));
    }

    @Test
    void should_find_it_where_the_configuration_is_empty() {
        assertThat(found("argocd", c -> {})).hasSize(1);
    }

    @Test
    void should_accept_waves_that_argo_cd_waits_for() {
        assertThat(found("argocd", c -> c.text(ApplicationHealth.KEY, ApplicationHealth.LUA)))
                .isEmpty();
        assertThat(found("argocd", c -> c.text(OF_ALL, "argoproj.io/Application:\n  health.lua: return {}\n")))
                .isEmpty();
        assertThat(found("argocd", c -> c.text(OF_ALL, "argoproj.io/Rollout:\n  health.lua: return {}\n")))
                .hasSize(1);
    }

    @Test
    void should_leave_the_configuration_of_another_argo_cd_alone() {
        assertThat(found("elsewhere", c -> {})).isEmpty();
    }

    @Test
    void should_ask_for_nothing_where_no_application_waits() {
        assertThat(Found.in(app -> {
                    stack(app, "base", s -> {});
                    stack(app, "shop", s -> {});
                    Stack argocd = app.stack("argocd", s -> s.namespace("argocd"));
                    argocd.add(ConfigMap.of("argocd-cm", c -> {}));
                    argocd.add(GitOps.of(app, DEPLOY, Stack::name, g -> g.leaveOut(argocd)));
                }))
                .isEmpty();
    }

    /** With an Application that waits for another one. */
    private static List<String> found(String namespace, Consumer<ConfigMap.Builder> settings) {
        return Found.in(app -> {
            Stack base = stack(app, "base", s -> {});
            stack(app, "shop", s -> s.dependsOn(base));
            Stack argocd = app.stack("argocd", s -> s.namespace("argocd"));
            argocd.add(ConfigMap.of("argocd-cm", c -> settings.accept(c.namespace(namespace))));
            argocd.add(GitOps.of(app, DEPLOY, Stack::name, g -> g.leaveOut(argocd)));
        });
    }

    private static Stack stack(App app, String name, Consumer<Stack.Builder> options) {
        Stack stack = app.stack(name, s -> options.accept(s.namespace(name)));
        stack.add(ConfigMap.of(name, c -> c.text("a", "b")));
        return stack;
    }
}
