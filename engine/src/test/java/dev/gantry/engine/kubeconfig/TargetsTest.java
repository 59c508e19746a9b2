package dev.gantry.engine.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gantry.engine.kubeconfig.AccessFailure.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsTest {

    private static final String TWO = """
            apiVersion: v1
            kind: Config
            current-context: staging
            contexts:
            - {name: staging, context: {cluster: s, user: alice}}
            - {name: production, context: {cluster: p, user: alice, namespace: shop}}
            clusters:
            - {name: s, cluster: {server: "https://staging.example.com:6443"}}
            - {name: p, cluster: {server: "https://user:topsecret@production.example.com/k8s/clusters/c-1"}}
            users:
            - {name: alice, user: {token: topsecret}}
            """;

    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>();

    @Test
    void should_take_the_current_context() throws Exception {
        write(".kube/config", TWO.replace("token: topsecret", "tokenFile: tokens/alice"));
        write(".kube/tokens/alice", "topsecret");

        Target target = find(null);

        assertThat(target.context()).isEqualTo("staging");
        assertThat(target.server()).hasToString("https://staging.example.com:6443");
        assertThat(target.namespace()).isEqualTo("default");
        assertThat(target.userName()).isEqualTo("alice");
        assertThat(target.tokenFile()).isEqualTo(home.resolve(".kube/tokens/alice"));
        assertThat(target.proxy()).isNull();
        assertThat(target.isInCluster()).isFalse();
    }

    @Test
    void should_take_the_context_that_is_asked_for_and_show_no_credentials() throws Exception {
        write(".kube/config", TWO);

        Target target = find("production");

        assertThat(target.server()).hasToString("https://production.example.com/k8s/clusters/c-1");
        assertThat(target.namespace()).isEqualTo("shop");
        assertThat(target.toString()).doesNotContain("topsecret");
    }

    @Test
    void should_not_fall_back_to_another_context_than_the_one_that_is_asked_for() throws Exception {
        write(".kube/config", TWO);

        AccessFailure failure = failure("prodution");

        assertThat(failure.problem()).isEqualTo(Problem.UNKNOWN_CONTEXT);
        assertThat(failure.message()).isEqualTo("the kubeconfig has no context \"prodution\"");
        assertThat(failure.known()).containsExactly("production", "staging");
        assertThat(failure.guess()).isEqualTo("production");
        assertThat(failure.file()).isEqualTo(home.resolve(".kube/config"));
    }

    @Test
    void should_name_the_contexts_where_none_is_current() throws Exception {
        write(".kube/config", TWO.replace("current-context: staging\n", ""));

        assertThat(failure(null).problem()).isEqualTo(Problem.UNKNOWN_CONTEXT);
        assertThat(failure(null).known()).containsExactly("production", "staging");
        assertThat(failure(null).guess()).isNull();
    }

    @Test
    void should_stop_a_context_that_is_not_allowed() throws Exception {
        write(".kube/config", TWO);

        AccessFailure failure = catchThrowableOfType(
                AccessFailure.class,
                () -> Targets.find(new AccessOptions(null, null, List.of("prod*", "dev-*-eu"), null), machine()));

        assertThat(failure.problem()).isEqualTo(Problem.CONTEXT_NOT_ALLOWED);
        assertThat(failure.message()).isEqualTo("the context \"staging\" is not allowed here");
        assertThat(failure.known()).containsExactly("prod*", "dev-*-eu");
    }

    @Test
    void should_let_contexts_pass_that_are_allowed() throws Exception {
        write(".kube/config", TWO);

        assertThat(Targets.find(new AccessOptions(null, null, List.of("x", "st*g*"), null), machine())
                        .context())
                .isEqualTo("staging");
    }

    @Test
    void should_merge_the_files_of_the_variable_where_the_first_one_wins() throws Exception {
        Path one = write("one", "current-context: a\ncontexts: [{name: a, context: {cluster: c}}]\n");
        Path two = write("two", """
                current-context: b
                clusters: [{name: c, cluster: {server: 'http://two'}}]
                contexts: [{name: a, context: {cluster: d}}]
                """);
        variables.put(
                "KUBECONFIG", String.join(File.pathSeparator, one.toString(), "", home + "/absent", two.toString()));
        write(".kube/config", TWO);

        Target target = find(null);

        assertThat(target.context()).isEqualTo("a");
        assertThat(target.server()).hasToString("http://two");
        assertThat(target.userName()).isNull();
        assertThat(target.files()).containsExactly(one, two);
    }

    @Test
    void should_read_the_file_that_is_named_and_no_other() throws Exception {
        write(".kube/config", TWO);
        Path named = write("named", TWO.replace("current-context: staging", "current-context: production"));

        assertThat(Targets.find(new AccessOptions(named, null, List.of(), null), machine())
                        .context())
                .isEqualTo("production");
        AccessFailure failure = catchThrowableOfType(
                AccessFailure.class,
                () -> Targets.find(new AccessOptions(home.resolve("absent"), null, List.of(), null), machine()));
        assertThat(failure.problem()).isEqualTo(Problem.NO_KUBECONFIG);
    }

    @Test
    void should_say_that_there_is_no_kubeconfig() {
        assertThat(failure(null).problem()).isEqualTo(Problem.NO_KUBECONFIG);
        assertThat(failure(null).message()).endsWith("config does not exist");

        variables.put("KUBECONFIG", "/nowhere");
        assertThat(failure(null).message()).contains("KUBECONFIG names /nowhere");
    }

    @Test
    void should_name_the_line_of_broken_yaml_without_quoting_it() throws Exception {
        write(".kube/config", "kind: Config\nusers:\n- name: a\n  user: {token: 'topsecret}\n");

        AccessFailure failure = failure(null);

        assertThat(failure.problem()).isEqualTo(Problem.BROKEN_KUBECONFIG);
        assertThat(failure.line()).isBetween(4, 5);
        assertThat(failure.message()).doesNotContain("topsecret").endsWith("is no valid YAML");
        assertThat(failure.file()).isEqualTo(home.resolve(".kube/config"));
    }

    @Test
    void should_say_that_a_file_is_something_else() throws Exception {
        write(".kube/config", "kind: Deployment\n");
        assertThat(failure(null).message()).endsWith("is no kubeconfig");

        write(".kube/config", "- a\n");
        assertThat(failure(null).problem()).isEqualTo(Problem.BROKEN_KUBECONFIG);

        write(".kube/config", "");
        assertThat(failure(null).problem()).isEqualTo(Problem.UNKNOWN_CONTEXT);
    }

    @Test
    void should_say_what_a_context_lacks() throws Exception {
        assertThat(lack("{user: u}", "{server: 'https://a'}")).isEqualTo("the context \"x\" names no cluster");
        assertThat(lack("{cluster: d}", "{server: 'https://a'}"))
                .isEqualTo("the context \"x\" names the cluster \"d\", which is not there");
        assertThat(lack("{cluster: c, user: v}", "{server: 'https://a'}"))
                .isEqualTo("the context \"x\" names the user \"v\", which is not there");
        assertThat(lack("{cluster: c}", "{}")).isEqualTo("the cluster \"c\" has no server");
        assertThat(lack("{cluster: c}", "{server: 'a.example.com:6443'}")).contains("is no URL such as https://");
        assertThat(lack("{cluster: c}", "{server: 'https://a', tls-server-name: b}"))
                .contains("tls-server-name");
        assertThat(lack("{cluster: c}", "{server: 'https://a', certificate-authority: ca.crt}"))
                .startsWith("the certificate-authority of \"c\" is the file ")
                .endsWith("ca.crt, which does not exist");
    }

    private String lack(String context, String cluster) throws IOException {
        write(
                ".kube/config",
                "current-context: x\ncontexts: [{name: x, context: " + context + "}]\nclusters: [{name: c, cluster: "
                        + cluster + "}]\n");
        assertThat(failure(null).problem()).isEqualTo(Problem.UNUSABLE_CONTEXT);
        return failure(null).message();
    }

    @Test
    void should_be_the_service_account_inside_a_cluster() throws Exception {
        inCluster();

        Target target = find(null);

        assertThat(target.isInCluster()).isTrue();
        assertThat(target.context()).isEqualTo("in-cluster");
        assertThat(target.server()).hasToString("https://[fd00::1]:443");
        assertThat(target.namespace()).isEqualTo("shop");
        assertThat(target.tokenFile()).isEqualTo(home.resolve("sa/token"));
        assertThat(target.certificateAuthority()).isEqualTo(home.resolve("sa/ca.crt"));
    }

    @Test
    void should_guard_what_is_inside_a_cluster() throws Exception {
        inCluster();

        AccessFailure failure = catchThrowableOfType(
                AccessFailure.class,
                () -> Targets.find(new AccessOptions(null, null, List.of("production"), null), machine()));
        assertThat(failure.problem()).isEqualTo(Problem.CONTEXT_NOT_ALLOWED);
        assertThat(failure("production").problem()).isEqualTo(Problem.UNKNOWN_CONTEXT);
        assertThat(find("in-cluster").isInCluster()).isTrue();
    }

    private void inCluster() throws IOException {
        variables.put("KUBERNETES_SERVICE_HOST", "fd00::1");
        variables.put("KUBERNETES_SERVICE_PORT", "443");
        write("sa/token", "topsecret");
        write("sa/namespace", "shop\n");
    }

    private Target find(@Nullable String context) {
        return Targets.find(new AccessOptions(null, context, List.of(), null), machine());
    }

    private AccessFailure failure(@Nullable String context) {
        return catchThrowableOfType(AccessFailure.class, () -> find(context));
    }

    private Machine machine() {
        return new Machine(variables::get, home, home.resolve("sa"));
    }

    private Path write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
