package dev.gantry.operator;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.OwnedOutcome;
import dev.gantry.engine.status.Readiness;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a custom resource.
 *
 * @param phase in one word; {@code null} if it stays what it was
 * @param ready {@code True}, {@code False} or {@code Unknown}
 * @param reason one word for machines
 * @param message for people
 * @param readyReplicas of its workload; {@code null} if it is not known
 */
record Verdict(
        @Nullable Phase phase,
        String ready,
        String reason,
        String message,
        @Nullable Integer readyReplicas) {

    private static final int LONGEST = 8_000;
    private static final int NAMED = 5;

    /** How far a custom resource has come. */
    enum Phase {
        PENDING("Pending"),
        RUNNING("Running"),
        FAILED("Failed");

        private final String term;

        Phase(String term) {
            this.term = term;
        }

        String term() {
            return term;
        }
    }

    Verdict {
        message = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }

    /** Whether somebody has to do something. */
    boolean isFailure() {
        return phase == Phase.FAILED || phase == null;
    }

    /** Of a custom resource of which nobody knows what becomes of it, since the cluster does not do what it is asked for. */
    static Verdict clusterFails(Exception failure) {
        return new Verdict(null, "Unknown", "ClusterFails", FailureText.of(failure), null);
    }

    /**
     * Of a custom resource with which the operator's own code cannot cope.
     *
     * @param before the failure is named
     * @param failure named by its class alone: nobody knows what its message holds
     */
    static Verdict operatorFails(String before, Exception failure) {
        String name = failure.getClass().getName();
        return new Verdict(
                null,
                "Unknown",
                "OperatorFails",
                before + "the code of the operator has failed with " + name + "; its log says more",
                null);
    }

    /** Of a custom resource that asks for what is not possible. */
    static Verdict invalid(List<Finding> findings) {
        return new Verdict(Phase.FAILED, "False", "Invalid", text(findings), null);
    }

    /** Of what has become of it. */
    static Verdict of(OwnedOutcome outcome, @Nullable ResourceId workload) {
        Integer replicas = workload == null ? null : readyReplicas(outcome, workload);
        if (!outcome.findings().isEmpty()) {
            return new Verdict(Phase.FAILED, "False", "Refused", text(outcome.findings()), replicas);
        }
        Optional<OwnedOutcome.State> failed = outcome.failed();
        if (failed.isPresent()) {
            return new Verdict(Phase.FAILED, "False", "Failed", text(failed.get()), replicas);
        }
        List<OwnedOutcome.State> pending = outcome.pending();
        if (!pending.isEmpty()) {
            String message = String.join(
                    "; ", pending.stream().limit(NAMED).map(Verdict::text).toList());
            int more = pending.size() - NAMED;
            return new Verdict(
                    Phase.PENDING,
                    "False",
                    "Progressing",
                    more > 0 ? message + "; and " + more + " more" : message,
                    replicas);
        }
        int size = outcome.states().size();
        return new Verdict(
                Phase.RUNNING,
                "True",
                "Ready",
                size == 1 ? "1 object is ready" : "all " + size + " objects are ready",
                replicas);
    }

    private static @Nullable Integer readyReplicas(OwnedOutcome outcome, ResourceId workload) {
        for (OwnedOutcome.State state : outcome.states()) {
            if (state.id().equals(workload)) {
                return state.live() == null
                        ? 0
                        : state.live().path("status").path("readyReplicas").asInt();
            }
        }
        return null;
    }

    private static String text(OwnedOutcome.State state) {
        Readiness readiness = state.readiness();
        return state.id().kind() + " " + state.id().name() + ": " + readiness.message();
    }

    /** The errors, with all that says what to do; the line of the operator's code is of no use to whoever writes custom resources. */
    private static String text(List<Finding> findings) {
        List<String> texts = findings.stream()
                .filter(Finding::isError)
                .map(finding -> {
                    String where = finding.resource() == null
                            ? ""
                            : finding.resource() + (finding.field() == null ? "" : " " + finding.field()) + ": ";
                    String hint = finding.hint().isEmpty() ? "" : " " + finding.hint();
                    return where + finding.message() + hint + " (" + finding.code() + ")";
                })
                .toList();
        return String.join("\n", texts);
    }
}
