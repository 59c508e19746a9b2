package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A token of the pod's ServiceAccount, as one of the sources of a volume.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/projected-volumes/#serviceaccounttoken">
 *     serviceAccountToken</a>
 */
@CheckReturnValue
public final class ServiceAccountTokenProjection extends VolumeProjection {

    ServiceAccountTokenProjection(Consumer<Fields> writer) {
        super(writer);
    }

    /** Sets {@code audience}: who the token is meant for; the API server where it is not set. */
    public ServiceAccountTokenProjection audience(String audience) {
        return with(token -> token.set("audience", audience, Syntax.NOT_EMPTY));
    }

    /** Sets {@code expirationSeconds}: how long the token is good for; one hour by default, at least 10 minutes. */
    public ServiceAccountTokenProjection expiration(Duration duration) {
        return with(token -> token.seconds("expirationSeconds", duration, 600));
    }

    private ServiceAccountTokenProjection with(Consumer<Fields> more) {
        return new ServiceAccountTokenProjection(and(source -> more.accept(source.object("serviceAccountToken"))));
    }
}
