package dev.gantry.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gantry.Stack;
import dev.gantry.access.ApiResource;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OperatorBuilderTest {

    private static List<Finding> findings(Consumer<OperatorBuilder<Shop>> options) {
        Operator<Shop> operator = Operator.of(Shop.class, Shops::define, o -> {
            o.owns(ApiResource.DEPLOYMENTS);
            options.accept(o);
        });
        return catchThrowableOfType(FindingsException.class, operator::start).findings();
    }

    private static void assertFinding(String code, String message, Consumer<OperatorBuilder<Shop>> options) {
        List<Finding> findings = findings(options);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).code()).isEqualTo(code);
        assertThat(findings.get(0).message()).contains(message);
        assertThat(findings.get(0).hint()).isNotEmpty();
        assertThat(String.valueOf(findings.get(0).origin())).contains("OperatorBuilderTest.java");
    }

    @Test
    void should_tell_each_option_that_is_wrong() {
        assertFinding("GTY-VAL-002", "Not_A_Name", o -> o.name("Not_A_Name"));
        assertFinding("GTY-VAL-002", "a.b", o -> o.namespaces("ok", "a.b"));
        assertFinding("GTY-VAL-002", "Lease", o -> o.leaderElection("Not A Lease"));
        assertFinding("GTY-VAL-002", "Lease", o -> o.leaderElection("lease", "Not A Namespace"));
        assertFinding("GTY-VAL-008", "resync", o -> o.resync(Duration.ZERO));
        assertFinding("GTY-VAL-008", "Retries", o -> o.retry(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertFinding("GTY-VAL-008", "grace", o -> o.grace(Duration.ofSeconds(-1)));
        assertFinding("GTY-VAL-007", "0", o -> o.parallel(0));
        assertFinding("GTY-VAL-007", "201", o -> o.parallel(201));
        assertFinding("GTY-VAL-006", "65536", o -> o.health(65_536));
    }

    @Test
    void should_tell_each_option_that_is_null() {
        List<Consumer<OperatorBuilder<Shop>>> options = List.of(
                o -> o.owns((ApiResource) null),
                o -> o.keeps(null, ApiResource.SECRETS),
                o -> o.name(null),
                o -> o.namespaces((String) null),
                o -> o.selector(null),
                o -> o.stack(null),
                o -> o.resync(null),
                o -> o.retry(null, Duration.ofSeconds(1)),
                o -> o.grace(null),
                o -> o.leaderElection(null),
                o -> o.onDelete(null),
                o -> o.metrics(null),
                o -> o.kubeconfig(null),
                o -> o.context(null));
        for (Consumer<OperatorBuilder<Shop>> option : options) {
            assertThat(findings(option)).hasSize(1);
        }
    }

    @Test
    void should_tell_all_at_once() {
        assertThat(findings(o -> o.name("Not_A_Name").parallel(0).health(-1))).hasSize(3);
    }

    @Test
    void should_need_a_kind_to_own() {
        Operator<Shop> operator = Operator.of(Shop.class, Shops::define, o -> {});

        List<Finding> findings =
                catchThrowableOfType(FindingsException.class, operator::start).findings();

        assertThat(findings).singleElement().extracting(Finding::code).isEqualTo("GTY-OPR-004");
    }

    @Test
    void should_need_a_class_that_others_can_make() {
        Operator<Hidden> operator =
                Operator.of(Hidden.class, (Hidden hidden, Stack stack) -> {}, o -> o.owns(ApiResource.DEPLOYMENTS));

        List<Finding> findings =
                catchThrowableOfType(FindingsException.class, operator::start).findings();

        assertThat(findings).singleElement().extracting(Finding::code).isEqualTo("GTY-OPR-003");
    }

    @Test
    void should_need_a_class_that_says_of_which_group_it_is() {
        Operator<Nameless> operator = Operator.of(
                Nameless.class, (Nameless nameless, Stack stack) -> {}, o -> o.owns(ApiResource.DEPLOYMENTS));

        List<Finding> findings =
                catchThrowableOfType(FindingsException.class, operator::start).findings();

        assertThat(findings).singleElement().extracting(Finding::code).isEqualTo("GTY-OPR-003");
    }

    @Group("example.com")
    @Version("v1")
    private static final class Hidden extends CustomResource<ShopSpec, ShopStatus> implements Namespaced {

        private static final long serialVersionUID = 1L;
    }

    /** Of no group. */
    public static final class Nameless extends CustomResource<ShopSpec, ShopStatus> implements Namespaced {

        private static final long serialVersionUID = 1L;
    }
}
