package dev.gantry.config;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.LateText;
import dev.gantry.extension.Resource;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Configuration that pods read as environment variables or files.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/config-map-v1/">
 *     ConfigMap</a>
 */
public final class ConfigMap extends Resource {

    private static final Kind KIND = Kind.namespaced("v1", "ConfigMap");

    private ConfigMap(Builder builder) {
        super(builder);
    }

    /**
     * Makes a ConfigMap.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static ConfigMap of(String name, Consumer<Builder> options) {
        return new ConfigMap(configured(new Builder(name), options));
    }

    /** Names a ConfigMap that exists outside the program, in the namespace of whoever names it. */
    @CheckReturnValue
    public static ConfigMap existing(String name) {
        return new ConfigMap(external(new Builder(name)));
    }

    /**
     * Names the ConfigMap of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static ConfigMap from(RawObjects objects, String name) {
        return new ConfigMap(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Names the ConfigMap of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public ConfigMap in(String namespace) {
        return new ConfigMap(external(new Builder(name()), namespace));
    }

    /** One key of this ConfigMap, as the source of an environment variable. */
    public ConfigMapKey key(String key) {
        return new ConfigMapKey(this, key, false);
    }

    /** Builds a {@link ConfigMap}. */
    public static final class Builder extends ContentBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name, FileEntries.Form.CONFIG_MAP);
        }

        /**
         * Adds a text to {@code data}.
         *
         * @param key at most 253 letters, digits, {@code -}, {@code _} and {@code .}
         * @param text any text; at most 1 MiB for all of the ConfigMap
         */
        public Builder text(String key, String text) {
            literal("data", key);
            if (key != null) {
                root().object("data").set(key, text);
            }
            return this;
        }

        /**
         * Adds a text to {@code data} that may depend on where resources are placed, a {@code Text} such as {@code service.host()}.
         *
         * @param key at most 253 letters, digits, {@code -}, {@code _} and {@code .}
         */
        public Builder text(String key, LateText text) {
            late("data", key, text);
            return this;
        }

        /**
         * Adds bytes to {@code binaryData}, in base64.
         *
         * @param key at most 253 letters, digits, {@code -}, {@code _} and {@code .}
         * @param content any bytes; at most 1 MiB for all of the ConfigMap
         */
        public Builder bytes(String key, byte[] content) {
            bytes("binaryData", key, content);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<ConfigMapBuilder> edit) {
            return edit(ModelEdit.of(io.fabric8.kubernetes.api.model.ConfigMap.class, ConfigMapBuilder::new, edit));
        }
    }
}
