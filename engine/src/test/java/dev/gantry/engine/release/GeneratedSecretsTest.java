package dev.gantry.engine.release;

import static dev.gantry.engine.release.MemoryCluster.failure;
import static dev.gantry.engine.release.MemoryCluster.object;
import static dev.gantry.engine.release.Releases.HOME;
import static dev.gantry.engine.release.Releases.generated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Write;
import dev.gantry.finding.FindingsException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GeneratedSecretsTest {

    private static final GeneratedSecret DATABASE = generated("database", "password", "token");
    private static final ObjectRef REF = new ObjectRef(StackHome.SECRETS, "shop", "database");

    private final MemoryCluster cluster = new MemoryCluster();
    private final GeneratedSecrets secrets = new GeneratedSecrets(cluster, HOME);

    @Test
    void should_make_letters_and_digits_of_the_length_where_there_are_none() {
        secrets.write(DATABASE);
        ObjectNode live = cluster.get(REF).orElseThrow();
        assertThat(value(live, "password")).matches("[A-Za-z0-9]{24}").isNotEqualTo(value(live, "token"));
        assertThat(value(live, "token")).matches("[A-Za-z0-9]{24}");
        assertThat(live.path("type").asText()).isEqualTo("Opaque");
        assertThat(HOME.has(ObjectMeta.of(live))).isTrue();
    }

    @Test
    void should_change_nothing_where_all_is_there() {
        secrets.write(DATABASE);
        ObjectNode before = cluster.get(REF).orElseThrow();
        cluster.requests();
        secrets.write(DATABASE);
        assertThat(cluster.writes()).isEmpty();
        assertThat(cluster.get(REF)).contains(before);
    }

    @Test
    void should_add_a_key_that_is_missing_and_leave_the_others() {
        secrets.write(generated("database", "password"));
        String password = value(cluster.get(REF).orElseThrow(), "password");
        secrets.write(DATABASE);
        ObjectNode live = cluster.get(REF).orElseThrow();
        assertThat(value(live, "password")).isEqualTo(password);
        assertThat(value(live, "token")).matches("[A-Za-z0-9]{24}");
    }

    @Test
    void should_keep_the_values_when_the_program_applies_it() {
        secrets.write(DATABASE);
        ObjectNode before = cluster.get(REF).orElseThrow();
        ObjectNode tree = HOME.member(GeneratedSecrets.object(DATABASE, HOME).tree());
        tree.withObject("/metadata/labels").put("team", "checkout");
        cluster.write(Write.apply(REF, tree, FieldManager.PROGRAM));
        assertThat(cluster.get(REF).orElseThrow().path("data")).isEqualTo(before.path("data"));
    }

    @Test
    void should_go_on_where_a_run_was_killed_before_it_was_a_member() {
        cluster.failBefore(request -> request.startsWith("apply") ? new IllegalStateException("killed") : null);
        assertThatThrownBy(() -> secrets.write(DATABASE)).isInstanceOf(IllegalStateException.class);
        JsonNode data = cluster.get(REF).orElseThrow().path("data");
        cluster.failBefore(request -> null);
        secrets.write(DATABASE);
        assertThat(HOME.has(ObjectMeta.of(cluster.get(REF).orElseThrow()))).isTrue();
        assertThat(cluster.get(REF).orElseThrow().path("data")).isEqualTo(data);
    }

    @Test
    void should_let_one_of_two_runs_make_the_values() {
        List<String> passwords = List.of(1, 2, 3, 4, 5, 6).stream()
                .map(run -> CompletableFuture.supplyAsync(
                        () -> value(new GeneratedSecrets(cluster, HOME).write(DATABASE), "password")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        String password = value(cluster.get(REF).orElseThrow(), "password");
        assertThat(passwords).allMatch(password::equals);
    }

    @Test
    void should_try_again_where_somebody_else_was_quicker() {
        secrets.write(generated("database", "password"));
        int[] left = {2};
        cluster.failBefore(request ->
                request.startsWith("json_patch") && left[0]-- > 0 ? failure(409, "Conflict", "modified") : null);
        secrets.write(DATABASE);
        assertThat(cluster.get(REF).orElseThrow().path("data").has("token")).isTrue();
        secrets.write(generated("other", "a"));
        cluster.failBefore(request -> request.startsWith("create") ? failure(409, "AlreadyExists", "exists") : null);
        assertThatThrownBy(() -> secrets.write(generated("more", "a"))).isInstanceOf(ApiFailure.class);
    }

    @Test
    void should_use_the_secret_of_somebody_else_only_if_it_has_all() {
        ObjectNode foreign = object("v1", "Secret", "shop", "database");
        foreign.withObject("/data").put("password", "czNjcjN0");
        cluster.put(foreign, "kubectl-create");
        ObjectNode before = cluster.get(REF).orElseThrow();
        assertThatThrownBy(() -> secrets.write(DATABASE))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings()).singleElement().satisfies(finding -> {
                            assertThat(finding.code()).isEqualTo("GTY-REL-017");
                            assertThat(finding.message()).contains("token").doesNotContain("password");
                            assertThat(String.valueOf(finding.origin())).isEqualTo("Shop.java:40");
                        }));
        secrets.write(generated("database", "password"));
        assertThat(cluster.get(REF)).contains(before);
    }

    @Test
    void should_say_what_it_would_make_and_no_value() {
        assertThat(secrets.toGenerate(DATABASE, null))
                .containsExactly("password: 24 random characters", "token: 24 random characters");
        ObjectNode live = secrets.write(DATABASE);
        assertThat(secrets.toGenerate(DATABASE, live)).isEmpty();
    }

    @Test
    void should_be_in_the_namespace_that_it_says() {
        assertThat(GeneratedSecrets.id(DATABASE, HOME).toString()).isEqualTo("Secret shop/database");
        var elsewhere = new GeneratedSecret("tools", "a", List.of(), null);
        assertThat(GeneratedSecrets.id(elsewhere, HOME).toString()).isEqualTo("Secret tools/a");
    }

    private static String value(ObjectNode secret, String key) {
        return new String(
                Base64.getDecoder().decode(secret.path("data").path(key).asText()), StandardCharsets.US_ASCII);
    }
}
