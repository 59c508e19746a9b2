package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.References;
import java.util.function.Consumer;

/**
 * One of the sources of a projected volume.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/projected-volumes/">Projected volumes</a>
 */
@CheckReturnValue
public abstract sealed class VolumeProjection extends Block
        permits KeyProjection, DownwardApiProjection, ServiceAccountTokenProjection {

    VolumeProjection(Consumer<Fields> writer) {
        super(writer);
    }

    /** The keys of a ConfigMap as files. */
    public static KeyProjection configMap(ConfigMap configMap) {
        return new KeyProjection("configMap", source -> References.name(source.object("configMap"), "name", configMap));
    }

    /** The keys of a Secret as files. */
    public static KeyProjection secret(Secret secret) {
        return new KeyProjection("secret", source -> References.name(source.object("secret"), "name", secret));
    }

    /** What the pod knows of itself, as files. */
    public static DownwardApiProjection downwardApi() {
        return new DownwardApiProjection(source -> source.object("downwardAPI"));
    }

    /**
     * A token of the pod's ServiceAccount, which is renewed before it expires.
     *
     * @param path the file, relative, without {@code ..}
     */
    public static ServiceAccountTokenProjection serviceAccountToken(String path) {
        return new ServiceAccountTokenProjection(
                source -> VolumeFiles.path(source.object("serviceAccountToken"), path));
    }
}
