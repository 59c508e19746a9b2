package dev.gantry.engine.problem;

import dev.gantry.engine.cluster.ApiFailure;

/** What to do about a failure. */
final class Advice {

    private Advice() {}

    static String of(ClusterRule rule, ApiFailure failure, Asker asker) {
        return switch (rule) {
            case UNREACHABLE -> "does the cluster run, and does the kubeconfig say the right server and proxy?";
            case UNTRUSTED ->
                "the cluster's certificate-authority in the kubeconfig has to be the one that signed the certificate";
            case UNAUTHORIZED -> "log in to the cluster again, as kubectl needs it, too";
            case UNUSABLE_PROXY ->
                failure.status() == 407
                        ? "Java gives a proxy no password for TLS unless it is started with"
                                + " -Djdk.http.auth.tunneling.disabledSchemes="
                        : "the proxy comes from the kubeconfig, from Maven's settings or from HTTPS_PROXY; NO_PROXY excepts hosts";
            case NO_CREDENTIALS -> "does kubectl get in with this context?";
            case GAVE_UP -> "apply again when the cluster is well; -Dgantry.timeout gives it more seconds";
            case FORBIDDEN -> asker.permission();
            case NAMESPACE_MISSING -> "create it, or add a Namespace to the program";
            case NAMESPACE_TERMINATING, DEFINITION_TERMINATING ->
                "apply again when it is gone; its status says what it waits for";
            case QUOTA_EXCEEDED -> "ask for less, or have the quota raised";
            case WEBHOOK_UNREACHABLE -> "nothing of this kind can be written before the webhook's server answers";
            case NO_DRY_RUN -> "what becomes of the object is seen only when it is applied";
            case KIND_NOT_SERVED -> "is its CustomResourceDefinition installed?";
            case INVALID_VALUE, DUPLICATE_FIELD -> "correct it in the program";
            case TOO_LARGE -> "divide the object, or move large data out of it";
            case DENIED -> "do what it asks for; who runs the cluster can say more of it";
            case REFUSED -> "see what the server says, and apply again";
            default -> "";
        };
    }
}
