package dev.gantry.engine.cluster;

import dev.gantry.engine.kubeconfig.Target;
import org.jspecify.annotations.Nullable;

/** A token that stands in the kubeconfig, where somebody may put another one while the run lasts. */
final class StaticToken implements Credentials {

    private final Target target;
    private volatile String token;

    StaticToken(String token, Target target) {
        this.token = token;
        this.target = target;
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public @Nullable String insteadOf(@Nullable String refused) {
        String now = target.userByNow().path("token").asText("");
        if (now.isEmpty() || now.equals(refused)) {
            return null;
        }
        token = now;
        return now;
    }
}
