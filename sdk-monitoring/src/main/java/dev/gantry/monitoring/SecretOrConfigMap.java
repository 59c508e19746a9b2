package dev.gantry.monitoring;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.config.ConfigMapKey;
import dev.gantry.config.SecretKey;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * A key of a Secret or of a ConfigMap, in the namespace of whoever names it.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.SecretOrConfigMap">
 *     SecretOrConfigMap</a>
 */
@CheckReturnValue
public final class SecretOrConfigMap extends Block {

    private SecretOrConfigMap(Consumer<Fields> writer) {
        super(writer);
    }

    /** A key of a Secret. */
    public static SecretOrConfigMap secret(SecretKey key) {
        return new SecretOrConfigMap(source -> Keys.secret(source, "secret", key));
    }

    /** A key of a ConfigMap. */
    public static SecretOrConfigMap configMap(ConfigMapKey key) {
        return new SecretOrConfigMap(source -> Keys.configMap(source, "configMap", key));
    }
}
