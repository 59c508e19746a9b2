package dev.gantry.operator;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Objects;

/** What is wrong, in the words of whoever knows best. */
final class FailureText {

    private FailureText() {}

    /** What the server says; or else what the innermost cause does. */
    static String of(Throwable failure) {
        Throwable cause = failure;
        while (true) {
            if (cause instanceof KubernetesClientException refused
                    && refused.getStatus() != null
                    && refused.getStatus().getMessage() != null) {
                return refused.getStatus().getMessage();
            }
            if (cause.getCause() == null || cause.getCause() == cause) {
                return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
            }
            cause = cause.getCause();
        }
    }
}
