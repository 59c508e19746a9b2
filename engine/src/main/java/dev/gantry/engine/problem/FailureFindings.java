package dev.gantry.engine.problem;

import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a server refused, as findings at the author's line: one for each field that it speaks of. */
public final class FailureFindings {

    private final ApiFailure failure;
    private final @Nullable DesiredObject object;
    private final Asker asker;

    private FailureFindings(ApiFailure failure, @Nullable DesiredObject object, Asker asker) {
        this.failure = failure;
        this.object = object;
        this.asker = asker;
    }

    /** What went wrong with an object of the program. */
    public static List<Finding> of(ApiFailure failure, DesiredObject object) {
        return of(failure, object, Asker.GOAL);
    }

    /** What went wrong with an object, for whoever asked for it. */
    public static List<Finding> of(ApiFailure failure, DesiredObject object, Asker asker) {
        return new FailureFindings(failure, object, asker).all();
    }

    /** What went wrong with a question that is about no object of the program. */
    public static List<Finding> of(ApiFailure failure) {
        return of(failure, Asker.GOAL);
    }

    /** What went wrong with a question that is about no object, for whoever asked it. */
    public static List<Finding> of(ApiFailure failure, Asker asker) {
        return new FailureFindings(failure, null, asker).all();
    }

    private List<Finding> all() {
        ClusterRule rule = Rejection.rule(failure);
        if (rule == ClusterRule.CONFLICT) {
            return Rejection.conflicts(failure).stream().map(this::conflict).toList();
        }
        List<FieldError> errors = FieldErrors.of(failure);
        if (errors.isEmpty() || errors.stream().noneMatch(error -> error.rule() == rule)) {
            return List.of(whole(rule));
        }
        return errors.stream().map(this::field).toList();
    }

    private Finding conflict(Rejection.OwnedField owned) {
        return finding(
                        ClusterRule.CONFLICT,
                        owned.field(),
                        "the manager " + owned.manager() + " has set this field to another value, and owns it")
                .hint(object == null ? "" : asker.conflict(object.id()));
    }

    private Finding field(FieldError error) {
        String words = Words.shortened(error.message());
        return switch (error.rule()) {
            case UNKNOWN_FIELD ->
                finding(error.rule(), error.field(), kind() + " has no such field")
                        .hint("Is it misspelt, or in the wrong place?");
            case IMMUTABLE_FIELD -> finding(error.rule(), error.field(), words).hint(recreation());
            default ->
                finding(error.rule(), error.field(), words).hint(Sentence.of(Advice.of(error.rule(), failure, asker)));
        };
    }

    private Finding whole(ClusterRule rule) {
        String field = switch (rule) {
            case NAMESPACE_MISSING, NAMESPACE_TERMINATING -> "metadata.namespace";
            case KIND_NOT_SERVED -> "apiVersion";
            default -> "";
        };
        String message = object == null ? failure.action() + ": " + Words.of(failure, rule) : Words.of(failure, rule);
        return finding(rule, field, message).hint(Sentence.of(Advice.of(rule, failure, asker)));
    }

    private Finding finding(ClusterRule rule, String field, String message) {
        Finding finding = Finding.of(rule, Sentence.of(message));
        if (object == null) {
            return finding;
        }
        return finding.on(object.id().toString(), ServerPath.of(field, object.tree()))
                .at(object.origin())
                .in(null, object.entry().stack());
    }

    private String kind() {
        return object == null
                ? "the kind"
                : object.id().kind() + " of " + object.id().apiVersion();
    }

    private String recreation() {
        if (object == null) {
            return "";
        }
        return switch (object.id().kind()) {
            case "PersistentVolumeClaim", "Namespace", "CustomResourceDefinition" ->
                "Change it back, or give the new object another name; "
                        + object.id().kind()
                        + "s are never deleted to be made anew, since what is in them would be lost.";
            default -> asker.recreation(object.id());
        };
    }
}
