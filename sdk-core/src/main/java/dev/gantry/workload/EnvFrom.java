package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Many environment variables at once.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables">
 *     envFrom</a>
 */
@CheckReturnValue
public final class EnvFrom extends Block {

    private final String reference;

    private EnvFrom(String reference, Consumer<Fields> writer) {
        super(writer);
        this.reference = reference;
    }

    /** Every key of a ConfigMap becomes a variable. */
    public static EnvFrom configMap(ConfigMap configMap) {
        return of("configMapRef", configMap);
    }

    /** Every key of a Secret becomes a variable. */
    public static EnvFrom secret(Secret secret) {
        return of("secretRef", secret);
    }

    /** Sets {@code prefix}: what the names of the variables begin with, before the key; nothing where it is not set. */
    public EnvFrom prefix(String prefix) {
        return new EnvFrom(reference, and(source -> source.set("prefix", prefix, Syntax.ENV_NAME)));
    }

    /** Sets {@code optional}: the ConfigMap or Secret may be missing. Not set, the container does not start then. */
    public EnvFrom optional() {
        return new EnvFrom(reference, and(source -> source.object(reference).set("optional", true)));
    }

    private static EnvFrom of(String reference, @Nullable Resource resource) {
        return new EnvFrom(reference, source -> References.name(source.object(reference), "name", resource));
    }
}
