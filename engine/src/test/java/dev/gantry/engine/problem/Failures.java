package dev.gantry.engine.problem;

import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiFailure.Cause;
import dev.gantry.engine.cluster.ApiFailure.Kind;
import java.util.List;

/** Failures for tests. */
final class Failures {

    private Failures() {}

    static ApiFailure refused(int status, String reason, String message) {
        return new ApiFailure(Kind.REFUSED, "apply Deployment shop/web", status, reason, message, List.of(), null);
    }

    static ApiFailure invalid(Cause... causes) {
        return new ApiFailure(
                Kind.REFUSED, "apply Deployment shop/web", 422, "Invalid", "it is invalid", List.of(causes), null);
    }

    static ApiFailure broken(Kind kind, String reason) {
        return new ApiFailure(
                kind, "apply Deployment shop/web", 0, reason, "the server of api.example.com is away", List.of(), null);
    }
}
