package dev.gantry.engine.cluster;

import dev.gantry.engine.kubeconfig.Target;
import org.jspecify.annotations.Nullable;

/** A token that stands in the kubeconfig, where somebody may have put another one meanwhile. */
record StaticToken(String token, Target target) implements Credentials {

    @Override
    public @Nullable String insteadOf(@Nullable String refused) {
        String now = target.userByNow().path("token").asText("");
        return now.isEmpty() || now.equals(refused) ? null : now;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "a token of " + target;
    }
}
