package dev.gantry.engine.problem;

import static dev.gantry.engine.problem.Failures.broken;
import static dev.gantry.engine.problem.Failures.invalid;
import static dev.gantry.engine.problem.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiFailure.Cause;
import dev.gantry.engine.cluster.ApiFailure.Kind;
import dev.gantry.engine.cluster.Reasons;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The texts are those of a Kubernetes 1.36. */
class FailureFindingsTest {

    private static final DesiredObject DEPLOYMENT = Objects.of(Objects.DEPLOYMENT);

    @Test
    void should_say_who_may_not_do_what() {
        Finding finding = only(refused(
                403,
                "Forbidden",
                "deployments.apps \"web\" is forbidden: User \"bob\" cannot patch resource \"deployments\" in API group"
                        + " \"apps\" in the namespace \"shop\""));

        assertThat(finding.code()).isEqualTo(ClusterRule.FORBIDDEN.code());
        assertThat(finding.message()).isEqualTo("The user bob may not patch deployments.apps in namespace shop.");
        assertThat(finding.hint()).contains("gantry:rbac");
        assertThat(FailureFindings.of(
                                refused(
                                        403,
                                        "Forbidden",
                                        "nodes is forbidden: User \"bob\" cannot list resource \"nodes\" in API group \"\" at the cluster scope"))
                        .get(0)
                        .message())
                .isEqualTo("Apply Deployment shop/web: the user bob may not list nodes.");
        assertThat(only(refused(
                                403,
                                "Forbidden",
                                "roles.rbac.authorization.k8s.io \"y\" is forbidden: user \"bob\" (groups=[\"a\"]) is attempting"
                                        + " to grant RBAC permissions not currently held:\n{Resources:[\"nodes\"]}"))
                        .message())
                .isEqualTo("Nobody may grant permissions that he does not have: {Resources:[\"nodes\"]}.");
    }

    @Test
    void should_take_what_asks_for_permissions_for_a_lack_of_them() {
        for (String words : List.of(
                "cannot set an ownerRef on a resource you can't delete: RBAC: clusterrole \"x\" not found, <nil>",
                "cannot set blockOwnerDeletion if an ownerReference refers to a resource you can't set finalizers on: , <nil>",
                "user not permitted to approve requests with signerName \"example.com/x\"")) {
            Finding finding = only(refused(403, "Forbidden", "configmaps \"web\" is forbidden: " + words));

            assertThat(finding.code()).isEqualTo(ClusterRule.FORBIDDEN.code());
            assertThat(finding.message()).contains(words.substring(0, 10));
        }
    }

    @Test
    void should_tell_the_causes_of_refusals_apart() {
        assertThat(only(refused(404, "NotFound", "namespaces \"shop\" not found")))
                .extracting(Finding::code, Finding::field, Finding::message)
                .containsExactly(
                        ClusterRule.NAMESPACE_MISSING.code(),
                        "metadata.namespace",
                        "The namespace shop does not exist.");
        assertThat(only(refused(
                        403,
                        "Forbidden",
                        "configmaps \"v\" is forbidden: unable to create new content in namespace shop because it is being"
                                + " terminated")))
                .extracting(Finding::code, Finding::message)
                .containsExactly(ClusterRule.NAMESPACE_TERMINATING.code(), "The namespace shop is being deleted.");
        assertThat(only(refused(
                        403,
                        "Forbidden",
                        "foos.example.com \"g\" is forbidden: create not allowed while custom resource definition is"
                                + " terminating")))
                .extracting(Finding::code)
                .isEqualTo(ClusterRule.DEFINITION_TERMINATING.code());
        assertThat(only(refused(401, "Unauthorized", "Unauthorized")).message())
                .isEqualTo("The server does not accept the credentials.");
        assertThat(only(refused(400, "BadRequest", "invalid object type: apps/v1beta1, Kind=Deployment")))
                .extracting(Finding::code, Finding::message)
                .containsExactly(
                        ClusterRule.KIND_NOT_SERVED.code(), "The server does not serve apps/v1beta1, Kind=Deployment");
        assertThat(Rejection.rule(refused(404, Reasons.NOT_SERVED, "404 page not found")))
                .isEqualTo(ClusterRule.KIND_NOT_SERVED);
        assertThat(only(refused(418, "", "I'm a teapot")).message()).isEqualTo("The server answers 418: I'm a teapot.");
    }

    @Test
    void should_show_the_figures_of_a_quota() {
        assertThat(only(refused(
                                403,
                                "Forbidden",
                                "pods \"pod3\" is forbidden: exceeded quota: q, requested: limits.cpu=500m, used:"
                                        + " limits.cpu=800m, limited: limits.cpu=1"))
                        .message())
                .isEqualTo(
                        "The quota q is exceeded: requested limits.cpu=500m, used limits.cpu=800m, limited to limits.cpu=1");
        assertThat(only(refused(
                        403, "Forbidden", "pods \"x\" is forbidden: failed quota: q: must specify limits.cpu for: a")))
                .extracting(Finding::code, Finding::message)
                .containsExactly(
                        ClusterRule.QUOTA_EXCEEDED.code(),
                        "The quota q asks for more: must specify limits.cpu for: a.");
    }

    @Test
    void should_repeat_the_words_of_whoever_denies() {
        assertThat(
                        only(
                                refused(
                                        503,
                                        "",
                                        "admission webhook \"hook.example.com\" denied the request: images must come from a.example.com")))
                .extracting(Finding::code, Finding::message)
                .containsExactly(
                        ClusterRule.DENIED.code(),
                        "The webhook hook.example.com denies it: images must come from a.example.com.");
        ApiFailure policy = new ApiFailure(
                Kind.REFUSED,
                "apply ConfigMap shop/v",
                422,
                "Invalid",
                "configmaps \"v\" is forbidden: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: data is needed",
                List.of(new Cause(
                        "", "ValidatingAdmissionPolicy 'p' with binding 'b' denied request: data is needed", "")),
                null);
        assertThat(only(policy))
                .extracting(Finding::code, Finding::message)
                .containsExactly(ClusterRule.DENIED.code(), "The policy p denies it: data is needed.");
        assertThat(only(refused(
                                403,
                                "Forbidden",
                                "pods \"v\" is forbidden: violates PodSecurity \"restricted:latest\": runAsNonRoot != true"))
                        .message())
                .isEqualTo("PodSecurity \"restricted:latest\" denies it: runAsNonRoot != true.");
    }

    @Test
    void should_not_take_what_is_denied_to_everybody_for_a_lack_of_permissions() {
        assertThat(only(refused(
                        403, "Forbidden", "pods \"v\" is forbidden: no PriorityClass with name urgent was found")))
                .extracting(Finding::code, Finding::message)
                .containsExactly(
                        ClusterRule.DENIED.code(),
                        "The cluster denies it: no PriorityClass with name urgent was found.");
        assertThat(only(refused(403, "Forbidden", "forbidden: User \"bob\" cannot get path \"/metrics\""))
                        .code())
                .isEqualTo(ClusterRule.FORBIDDEN.code());
    }

    @Test
    void should_name_a_webhook_that_cannot_be_called_and_how_often_it_was() {
        ApiFailure failure = refused(
                        500,
                        "InternalError",
                        "Internal error occurred: failed calling webhook \"hook.example.com\": failed to call webhook: Post"
                                + " \"https://hook.a.svc:443/x?timeout=2s\": context deadline exceeded")
                .afterTries(9);

        assertThat(only(failure))
                .extracting(Finding::code, Finding::message)
                .containsExactly(
                        ClusterRule.WEBHOOK_UNREACHABLE.code(),
                        "The webhook hook.example.com cannot be called: Post \"https://hook.a.svc:443/x?timeout=2s\":"
                                + " context deadline exceeded (after 9 tries).");
    }

    @Test
    void should_warn_that_a_webhook_cannot_be_tried() {
        Finding finding =
                only(refused(400, "BadRequest", "admission webhook \"hook.example.com\" does not support dry run"));

        assertThat(finding.code()).isEqualTo(ClusterRule.NO_DRY_RUN.code());
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message()).contains("hook.example.com");
    }

    @Test
    void should_know_the_ways_to_say_that_an_object_is_too_large() {
        assertThat(Rejection.rule(refused(413, "RequestEntityTooLarge", "Request entity too large: limit is 3145728")))
                .isEqualTo(ClusterRule.TOO_LARGE);
        assertThat(Rejection.rule(refused(500, "", "etcdserver: request is too large")))
                .isEqualTo(ClusterRule.TOO_LARGE);
        assertThat(only(invalid(new Cause(
                        "FieldValueTooLong", "Too long: may not be more than 262144 bytes", "metadata.annotations"))))
                .extracting(Finding::code, Finding::field)
                .containsExactly(ClusterRule.TOO_LARGE.code(), "metadata.annotations");
    }

    @Test
    void should_say_why_a_server_is_not_reached() {
        assertThat(Rejection.rule(broken(Kind.NOT_SENT, Reasons.NO_CONNECTION))).isEqualTo(ClusterRule.UNREACHABLE);
        assertThat(Rejection.rule(broken(Kind.NOT_SENT, Reasons.UNKNOWN_HOST))).isEqualTo(ClusterRule.UNREACHABLE);
        assertThat(Rejection.rule(broken(Kind.NOT_SENT, Reasons.UNTRUSTED))).isEqualTo(ClusterRule.UNTRUSTED);
        assertThat(Rejection.rule(broken(Kind.NOT_SENT, Reasons.NO_CREDENTIALS)))
                .isEqualTo(ClusterRule.NO_CREDENTIALS);
        assertThat(Rejection.rule(broken(Kind.NOT_SENT, Reasons.PROXY))).isEqualTo(ClusterRule.UNUSABLE_PROXY);
        assertThat(only(broken(Kind.UNKNOWN, Reasons.NO_ANSWER)).message())
                .isEqualTo("The server of api.example.com is away.");
        assertThat(only(refused(407, Reasons.PROXY, "")).hint()).contains("disabledSchemes");
    }

    @Test
    void should_say_that_the_time_was_up() {
        assertThat(only(refused(503, "ServiceUnavailable", "down").afterTries(12)))
                .extracting(Finding::code, Finding::message)
                .containsExactly(ClusterRule.GAVE_UP.code(), "Not done after 12 tries: the server answers 503: down.");
        assertThat(Rejection.rule(broken(Kind.UNKNOWN, Reasons.NO_ANSWER).afterTries(2)))
                .isEqualTo(ClusterRule.GAVE_UP);
    }

    @Test
    void should_cut_what_is_too_long_to_read() {
        assertThat(only(refused(400, "BadRequest", "x".repeat(3000))).message()).hasSizeLessThan(600);
    }

    private static List<Finding> findings(ApiFailure failure) {
        return FailureFindings.of(failure, DEPLOYMENT);
    }

    private static Finding only(ApiFailure failure) {
        List<Finding> findings = findings(failure);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
