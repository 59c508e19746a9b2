package dev.gantry.engine.problem;

import dev.gantry.engine.kubeconfig.AccessFailure;
import dev.gantry.engine.kubeconfig.AccessFailure.Problem;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with the way to a cluster, as findings. */
public final class AccessFindings {

    private AccessFindings() {}

    /** The finding. */
    public static Finding of(AccessFailure failure) {
        return Finding.of(rule(failure.problem()), Sentence.of(failure.message()))
                .hint(Sentence.of(hint(failure)))
                .at(origin(failure.file(), failure.line()));
    }

    /** The exception that carries it. */
    public static FindingsException exception(AccessFailure failure) {
        return new FindingsException(of(failure));
    }

    private static ClusterRule rule(Problem problem) {
        return switch (problem) {
            case NO_KUBECONFIG -> ClusterRule.NO_KUBECONFIG;
            case BROKEN_KUBECONFIG -> ClusterRule.BROKEN_KUBECONFIG;
            case UNKNOWN_CONTEXT -> ClusterRule.UNKNOWN_CONTEXT;
            case UNUSABLE_CONTEXT -> ClusterRule.UNUSABLE_CONTEXT;
            case CONTEXT_NOT_ALLOWED -> ClusterRule.CONTEXT_NOT_ALLOWED;
            case NO_CREDENTIALS -> ClusterRule.NO_CREDENTIALS;
            case UNUSABLE_PROXY -> ClusterRule.UNUSABLE_PROXY;
        };
    }

    private static String hint(AccessFailure failure) {
        String guess = failure.guess() == null ? "" : "did you mean " + failure.guess() + "? ";
        return switch (failure.problem()) {
            case NO_KUBECONFIG -> "say where it is with -Dgantry.kubeconfig, or in the variable KUBECONFIG";
            case BROKEN_KUBECONFIG -> "correct it, or take another file with -Dgantry.kubeconfig";
            case UNKNOWN_CONTEXT ->
                failure.known().isEmpty()
                        ? "the kubeconfig has no context at all; -Dgantry.kubeconfig takes another file"
                        : guess + "There are " + some(failure.known()) + "; choose with -Dgantry.context";
            case CONTEXT_NOT_ALLOWED ->
                "allowed are " + some(failure.known())
                        + "; choose with -Dgantry.context, or change gantry.allowedContexts if it is meant";
            case UNUSABLE_CONTEXT -> "correct the kubeconfig, or choose another context with -Dgantry.context";
            case NO_CREDENTIALS -> "does kubectl get in with this context?";
            case UNUSABLE_PROXY -> "name a proxy that speaks HTTP, or none if the cluster can be reached without it";
        };
    }

    private static String some(List<String> names) {
        List<String> shown = new ArrayList<>(names.subList(0, Math.min(20, names.size())));
        if (names.size() > shown.size()) {
            shown.add(names.size() - shown.size() + " more");
        }
        return String.join(", ", shown);
    }

    private static @Nullable Origin origin(@Nullable Path file, int line) {
        return file == null ? null : Origin.file(file.toString().replace('\\', '/'), line, 0);
    }
}
