package dev.gantry.istio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Edits;
import dev.gantry.extension.TreeEdit;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.model.Case;
import dev.gantry.model.Trees;
import dev.gantry.raw.ModelEdit;
import io.fabric8.istio.api.networking.v1.DestinationRuleBuilder;
import io.fabric8.istio.api.networking.v1.Gateway;
import io.fabric8.istio.api.networking.v1.VirtualService;
import io.fabric8.istio.api.networking.v1.VirtualServiceBuilder;
import io.fabric8.istio.api.security.v1.AuthorizationPolicy;
import io.fabric8.istio.api.security.v1.RequestAuthentication;
import io.fabric8.istio.api.telemetry.v1.Telemetry;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@code raw} makes of objects with fields that fabric8's classes lack: it keeps them, or says that it cannot. */
class NewerFieldRawTest {

    private static final Map<String, Class<? extends HasMetadata>> MODELS = Map.of(
            "AuthorizationPolicy", AuthorizationPolicy.class,
            "DestinationRule", io.fabric8.istio.api.networking.v1.DestinationRule.class,
            "Gateway", Gateway.class,
            "RequestAuthentication", RequestAuthentication.class,
            "Telemetry", Telemetry.class,
            "VirtualService", VirtualService.class);

    /** What no builder sets: a program writes it with {@code rawTree}. */
    private static final List<JsonNode> LEFT_TO_RAW_TREE = List.of(
            // Istio does nothing with it yet
            NewerFieldCases.tree("""
                    kind: DestinationRule
                    spec: {trafficPolicy: {loadBalancer: {backendUtilization: {weightUpdatePeriod: 1s}}}}
                    """),
            NewerFieldCases.tree("""
                    kind: RequestAuthentication
                    spec: {jwtRules: [{issuer: a, presence: REQUIRED}]}
                    """),
            // other spellings of jwksUri and of a field that mirrorPercentage has taken the place of
            NewerFieldCases.tree("""
                    kind: RequestAuthentication
                    spec: {jwtRules: [{issuer: a, jwks_uri: 'https://a.example.com'}]}
                    """),
            NewerFieldCases.tree("""
                    kind: VirtualService
                    spec: {http: [{mirror_percent: 5}]}
                    """));

    @TestFactory
    Stream<DynamicTest> should_keep_the_fields_in_an_edit_that_changes_nothing() {
        return trees().map(tree -> DynamicTest.dynamicTest(tree.toString(), () -> {
            ObjectNode edited = tree.deepCopy();
            edit(edited, object -> object);
            assertThat(edited.toString()).isEqualTo(tree.toString());
        }));
    }

    @TestFactory
    Stream<DynamicTest> should_keep_the_fields_in_an_edit_of_something_else() {
        return trees().map(tree -> DynamicTest.dynamicTest(tree.toString(), () -> {
            ObjectNode edited = tree.deepCopy();
            edit(edited, object -> {
                object.getMetadata().setLabels(Map.of("team", "shop"));
                return object;
            });
            assertThat(edited.get("spec")).isEqualTo(tree.get("spec"));
            assertThat(edited.at("/metadata/labels/team").asText()).isEqualTo("shop");
        }));
    }

    @Test
    void should_keep_the_fields_in_an_edit_of_their_neighbours() {
        ObjectNode rule = of(NewerFieldCases.cases().get(0));
        Edits.apply(
                rule,
                ModelEdit.of(
                        io.fabric8.istio.api.networking.v1.DestinationRule.class,
                        DestinationRuleBuilder::new,
                        b -> b.editSpec()
                                .editTrafficPolicy()
                                .editConnectionPool()
                                .editHttp()
                                .withMaxRetries(7)
                                .endHttp()
                                .endConnectionPool()
                                .editRetryBudget()
                                .withPercent(30.0)
                                .endRetryBudget()
                                .endTrafficPolicy()
                                .endSpec()),
                null);
        JsonNode policy = rule.at("/spec/trafficPolicy");
        assertThat(policy.at("/connectionPool/http"))
                .hasToString("{\"http2KeepAlive\":{\"interval\":\"30s\",\"timeout\":\"1500ms\"},\"maxRetries\":7}");
        assertThat(policy.at("/retryBudget"))
                .hasToString("{\"percent\":30.0,\"minRetryConcurrency\":4,\"budgetInterval\":\"10s\"}");
    }

    @Test
    void should_keep_a_choice_that_the_class_does_not_know() {
        ObjectNode redirect = of(NewerFieldCases.cases().get(5));
        Edits.apply(
                redirect,
                ModelEdit.of(
                        VirtualService.class,
                        VirtualServiceBuilder::new,
                        b -> b.editSpec()
                                .editHttp(0)
                                .editRedirect()
                                .withAuthority("b.example.com")
                                .endRedirect()
                                .endHttp()
                                .endSpec()),
                null);
        assertThat(redirect.at("/spec/http/0/redirect"))
                .hasToString("{\"prefixRewrite\":\"/new/\",\"authority\":\"b.example.com\"}");
    }

    @Test
    void should_say_what_to_do_where_the_class_cannot_read_a_ring() {
        DestinationRule rule = DestinationRule.forHost(
                "web",
                "api.example.org",
                d -> d.trafficPolicy(t -> t.loadBalancer(
                        l -> l.consistentHash(c -> c.useSourceIp().ringHash(2048)))));
        ObjectNode tree = (ObjectNode) Trees.of(rule);
        ObjectNode before = tree.deepCopy();
        Finding finding = catchThrowableOfType(FindingsException.class, () -> edit(tree, object -> object))
                .findings()
                .get(0);
        assertThat(finding.code()).isEqualTo("GTY-PRG-011");
        assertThat(finding.field()).isEqualTo("spec.trafficPolicy.loadBalancer.consistentHash.ringHash");
        assertThat(finding.message())
                .isEqualTo(
                        "spec.trafficPolicy.loadBalancer.consistentHash.ringHash is {\"minimumRingSize\":2048}, which"
                                + " fabric8's class for the object cannot read.");
        assertThat(finding.hint()).isEqualTo("Edit the tree itself with rawTree(...) instead of raw(...).");
        assertThat(tree).isEqualTo(before);
    }

    private static Stream<ObjectNode> trees() {
        return Stream.concat(
                NewerFieldCases.cases().stream().map(NewerFieldRawTest::of),
                LEFT_TO_RAW_TREE.stream().map(node -> {
                    ObjectNode tree = node.deepCopy();
                    tree.putObject("metadata").put("name", "web");
                    return tree;
                }));
    }

    private static ObjectNode of(Case one) {
        return (ObjectNode) Trees.of(one.made());
    }

    private static void edit(ObjectNode tree, UnaryOperator<HasMetadata> edit) {
        Class<? extends HasMetadata> model = MODELS.get(tree.get("kind").asText());
        Edits.apply(tree, edited(model, edit), null);
    }

    private static <T extends HasMetadata> TreeEdit edited(Class<T> model, UnaryOperator<HasMetadata> edit) {
        return ModelEdit.of(model, object -> model.cast(edit.apply(object)));
    }
}
