package dev.gantry.engine.problem;

import static dev.gantry.engine.problem.Failures.invalid;
import static dev.gantry.engine.problem.Failures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiFailure.Cause;
import dev.gantry.engine.cluster.ApiFailure.Kind;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The texts are those of a Kubernetes 1.36. */
class RefusedFieldsTest {

    private static final DesiredObject DEPLOYMENT = Objects.of(Objects.DEPLOYMENT);

    @Test
    void should_name_every_unknown_field_and_every_wrong_type_of_an_apply() {
        List<Finding> findings = findings(refused(500, "", """
                failed to create typed patch object (/web; apps/v1, Kind=Deployment): errors:
                  .spec.foo: field not declared in schema
                  .spec.template.spec.containers[name="web"].image: expected string, got &value.valueUnstructured{Value:5}
                  .spec.template.spec.containers: duplicate entries for key [name="web"]"""));

        assertThat(findings)
                .extracting(Finding::code, Finding::field, Finding::message)
                .containsExactly(
                        row(ClusterRule.UNKNOWN_FIELD, "spec.foo", "Deployment of apps/v1 has no such field."),
                        row(
                                ClusterRule.INVALID_VALUE,
                                "spec.template.spec.containers[1].image",
                                "Expected string, got 5."),
                        row(
                                ClusterRule.DUPLICATE_FIELD,
                                "spec.template.spec.containers",
                                "Duplicate entries for key [name=\"web\"]"));
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.resource()).isEqualTo("Deployment shop/web");
            assertThat(finding.origin()).isEqualTo(Objects.LINE);
            assertThat(finding.stack()).isEqualTo("shop");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        });
    }

    @Test
    void should_name_the_one_unknown_field_of_an_apply() {
        assertThat(findings(refused(
                        500,
                        "",
                        "failed to create typed patch object (/f; example.com/v1, Kind=Foo): .spec.colour: field not declared"
                                + " in schema")))
                .extracting(Finding::field)
                .containsExactly("spec.colour");
    }

    @Test
    void should_name_every_unknown_field_of_a_strict_decoder() {
        assertThat(findings(refused(
                        400,
                        "BadRequest",
                        "Deployment in version \"v1\" cannot be handled as a Deployment: strict decoding error: unknown field"
                                + " \"spec.template.spec.containers[0].imagee\", duplicate field \"spec.foo\"")))
                .extracting(Finding::code, Finding::field)
                .containsExactly(
                        row(ClusterRule.UNKNOWN_FIELD, "spec.template.spec.containers[0].imagee"),
                        row(ClusterRule.DUPLICATE_FIELD, "spec.foo"));
    }

    @Test
    void should_say_that_a_value_cannot_be_read() {
        assertThat(only(refused(
                        500,
                        "",
                        "failed to convert new object (shop/s; /v1, Kind=Secret) to proper version: unable to convert"
                                + " unstructured object to /v1, Kind=Secret: error decoding from json: illegal base64 data at"
                                + " input byte 3")))
                .extracting(Finding::code, Finding::message)
                .containsExactly(
                        ClusterRule.INVALID_VALUE.code(),
                        "A value cannot be read: illegal base64 data at input byte 3.");
        assertThat(only(refused(
                                400,
                                "BadRequest",
                                "Secret in version \"v1\" cannot be handled as a Secret: json: cannot unmarshal number into Go"
                                        + " struct field Secret.data of type []uint8"))
                        .code())
                .isEqualTo(ClusterRule.INVALID_VALUE.code());
    }

    @Test
    void should_name_every_invalid_value() {
        ApiFailure failure = invalid(
                new Cause(
                        "FieldValueInvalid", "Invalid value: -1: must be greater than or equal to 0", "spec.replicas"),
                new Cause(
                        "FieldValueInvalid",
                        "Invalid value: null: some validation rules were not checked because the object was invalid;"
                                + " correct the existing errors to complete validation",
                        "<nil>"),
                new Cause("FieldValueRequired", "Required value", "spec.size"));

        assertThat(findings(failure))
                .extracting(Finding::code, Finding::field, Finding::message)
                .containsExactly(
                        row(
                                ClusterRule.INVALID_VALUE,
                                "spec.replicas",
                                "Invalid value: -1: must be greater than or equal to 0."),
                        row(ClusterRule.INVALID_VALUE, "spec.size", "Required value."));
        assertThat(Rejection.isImmutable(failure)).isFalse();
    }

    @Test
    void should_say_how_an_object_with_immutable_fields_is_made_anew() {
        ApiFailure failure = invalid(new Cause(
                "FieldValueInvalid",
                "Invalid value: {\"matchLabels\":{\"app\":\"" + "x".repeat(200) + "\"}}: field is immutable",
                "spec.selector"));

        Finding finding = only(failure);

        assertThat(Rejection.isImmutable(failure)).isTrue();
        assertThat(finding.code()).isEqualTo(ClusterRule.IMMUTABLE_FIELD.code());
        assertThat(finding.field()).isEqualTo("spec.selector");
        assertThat(finding.message()).isEqualTo("Field is immutable.");
        assertThat(finding.hint()).endsWith("-Dgantry.recreate=Deployment/shop/web");
    }

    @Test
    void should_never_advise_to_make_anew_what_holds_data() {
        ApiFailure failure = invalid(new Cause(
                "FieldValueForbidden",
                "Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for"
                        + " bound claims\n@@ -10,7 +10,7 @@\n- \"StorageClassName\": \"a\",\n",
                "spec"));

        List<Finding> findings = FailureFindings.of(failure, Objects.minimal("v1", "PersistentVolumeClaim", "data"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.message()).endsWith("for bound claims.");
            assertThat(finding.hint()).contains("never deleted").doesNotContain("gantry.recreate");
        });
    }

    @Test
    void should_tell_immutable_from_invalid() {
        Cause immutable = new Cause("FieldValueInvalid", "Invalid value: \"x\": field is immutable", "type");
        Cause invalid = new Cause("FieldValueInvalid", "Invalid value: \"immutable: yes\": bad", "spec.x");

        assertThat(Rejection.isImmutable(invalid(immutable))).isTrue();
        assertThat(Rejection.isImmutable(invalid(invalid))).isFalse();
        assertThat(Rejection.isImmutable(invalid(immutable, invalid))).isFalse();
        assertThat(Rejection.isImmutable(refused(409, "Conflict", "field is immutable")))
                .isFalse();
        assertThat(List.of(
                        "Invalid value: [\"10.0.0.51\"]: may not change once set",
                        "Invalid value: {\"Kind\":\"Role\",\"Name\":\"b\"}: cannot change roleRef",
                        "Forbidden: updates to statefulset spec for fields other than 'replicas' are forbidden",
                        "Forbidden: pod updates may not change fields other than `spec.containers[*].image`",
                        "Forbidden: field is immutable when `immutable` is set",
                        "Forbidden: may not be changed in an update.",
                        "Invalid value: name is immutable"))
                .allMatch(message -> Rejection.isImmutable(invalid(new Cause("FieldValueInvalid", message, "spec"))));
    }

    @Test
    void should_name_every_field_and_manager_of_a_conflict() {
        ApiFailure failure = new ApiFailure(
                Kind.REFUSED,
                "apply Deployment shop/web",
                409,
                "Conflict",
                "Apply failed with 2 conflicts",
                List.of(
                        new Cause(
                                "FieldManagerConflict",
                                "conflict with \"kubectl-edit\" using apps/v1",
                                ".spec.template.spec.containers[name=\"web\"].image"),
                        new Cause(
                                "FieldManagerConflict",
                                "conflict with \"hpa\" with subresource \"scale\"",
                                ".spec.replicas")),
                null);

        assertThat(Rejection.conflicts(failure))
                .containsExactly(
                        new Rejection.OwnedField(".spec.template.spec.containers[name=\"web\"].image", "kubectl-edit"),
                        new Rejection.OwnedField(".spec.replicas", "hpa"));
        assertThat(findings(failure))
                .extracting(Finding::code, Finding::field)
                .containsExactly(
                        row(ClusterRule.CONFLICT, "spec.template.spec.containers[1].image"),
                        row(ClusterRule.CONFLICT, "spec.replicas"));
        assertThat(findings(failure).get(0).message()).startsWith("The manager kubectl-edit has set this field");
        assertThat(findings(failure).get(0).hint()).endsWith("-Dgantry.forceConflicts=Deployment/shop/web");
    }

    private static List<Finding> findings(ApiFailure failure) {
        return FailureFindings.of(failure, DEPLOYMENT);
    }

    private static Finding only(ApiFailure failure) {
        List<Finding> findings = findings(failure);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Tuple row(ClusterRule rule, Object... more) {
        Object[] all = new Object[more.length + 1];
        all[0] = rule.code();
        System.arraycopy(more, 0, all, 1, more.length);
        return Tuple.tuple(all);
    }
}
