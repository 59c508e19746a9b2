package dev.gantry.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.drift.ObjectStatus;
import dev.gantry.engine.drift.StackStatus;
import dev.gantry.finding.Origin;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Secrets whose values are made in the cluster: they are told of as everything else, and nobody takes their values for drift. */
class GeneratedSecretContractTest extends Contract {

    @Test
    void should_make_values_once_and_tell_that_they_are_there() {
        assertSucceeded(apply(withSecret("password")));
        String value = live("v1", "Secret", "database").at("/data/password").asText();

        assertSucceeded(apply(withSecret("password")));

        assertThat(value).isNotEmpty();
        assertThat(live("v1", "Secret", "database").at("/data/password").asText())
                .isEqualTo(value);
        assertThat(status(withSecret("password")).isFine()).isTrue();
        assertThat(secret(withSecret("password")).isFine()).isTrue();
    }

    @Test
    void should_tell_that_the_next_apply_makes_them() {
        assertSucceeded(apply(program(configMap("web", "a: b"))));

        ObjectStatus secret = secret(withSecret("password"));

        assertThat(secret.pending()).isEqualTo(ObjectStatus.Pending.NEW);
        assertThat(secret.isThere()).isFalse();
        assertThat(String.valueOf(secret.origin())).isEqualTo("Shop.java:71");
    }

    @Test
    void should_tell_that_somebody_has_deleted_them() {
        assertSucceeded(apply(withSecret("password")));
        ObjectRef database = ref("v1", "Secret", "database");
        cluster.delete(new Deletion(database, uid(live("v1", "Secret", "database")), null, false));

        ObjectStatus secret = secret(withSecret("password"));

        assertThat(secret.pending()).isEqualTo(ObjectStatus.Pending.NOTHING);
        assertThat(secret.isThere()).isFalse();
        assertThat(status(withSecret("password")).isFine()).isFalse();
    }

    @Test
    void should_tell_which_value_is_not_there() {
        assertSucceeded(apply(withSecret("password")));

        ObjectStatus secret = secret(withSecret("password", "pepper"));

        assertThat(secret.isThere()).isTrue();
        assertThat(secret.isFine()).isFalse();
        assertThat(secret.drift()).isEmpty();
        assertThat(secret.readiness()).isNotNull();
        assertThat(String.valueOf(secret.readiness())).contains("it has no value for pepper");
    }

    @Test
    void should_take_no_other_value_for_drift() {
        assertSucceeded(apply(withSecret("password")));
        change(ref("v1", "Secret", "database"), "/data/password", "cm90YXRlZA==");
        change(ref("v1", "Secret", "database"), "/data/added", "YWRkZWQ=");

        assertThat(secret(withSecret("password")).isFine()).isTrue();
        assertSucceeded(apply(withSecret("password")));
        assertThat(live("v1", "Secret", "database").at("/data/password").asText())
                .isEqualTo("cm90YXRlZA==");
    }

    @Test
    void should_tell_that_the_program_no_longer_has_them() {
        assertSucceeded(apply(withSecret("password")));

        ObjectStatus secret = secret(program(configMap("web", "a: b")));

        assertThat(secret.pending()).isEqualTo(ObjectStatus.Pending.REMOVED);
        assertThat(secret.isThere()).isTrue();
        assertThat(secret.drift()).isEmpty();
    }

    private Release withSecret(String... keys) {
        Release program = program(configMap("web", "a: b"));
        GeneratedSecret secret = new GeneratedSecret(
                namespace,
                "database",
                Arrays.stream(keys).map(key -> new GeneratedSecret.Key(key, 24)).toList(),
                Origin.source("com/acme/Shop.java", 71));
        return new Release(
                program.blueprint(),
                program.environment(),
                new BundleStack("shop", namespace, List.of(), List.of(secret)),
                program.objects());
    }

    private StackStatus status(Release program) {
        return engine(cluster, options -> {}).status(List.of(program)).get(0);
    }

    private ObjectStatus secret(Release program) {
        return status(program).objects().stream()
                .filter(object -> object.id().kind().equals("Secret"))
                .findFirst()
                .orElseThrow();
    }
}
