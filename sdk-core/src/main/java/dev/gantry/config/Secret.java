package dev.gantry.config;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.LateText;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Configuration that is to be kept from most eyes. Its content is not encrypted in a manifest: what is secret should not
 * be in the program, and {@link #existing(String)} names a Secret that was made in another way.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/secret-v1/">Secret</a>
 */
public final class Secret extends Resource {

    private static final Kind KIND = Kind.namespaced("v1", "Secret");

    private final List<Path> files;

    private Secret(Builder builder) {
        this(builder, List.of());
    }

    private Secret(Builder builder, List<Path> files) {
        super(builder);
        this.files = List.copyOf(files);
    }

    /**
     * Makes a Secret.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static Secret of(String name, Consumer<Builder> options) {
        return new Secret(configured(new Builder(name), options));
    }

    /**
     * Makes a Secret whose values are in files that never enter an output. Only Kustomize can read them, with a
     * {@code secretGenerator}, when the tree is built: each overlay names {@code secrets/<name>/<key>}, where the files have to be
     * put. Other outputs leave the Secret out, and a finding says so.
     *
     * @param name a DNS subdomain
     * @param files what its keys are called after, by the last part of the path; at least one. They need not be there
     * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/secretgenerator/">secretGenerator</a>
     */
    @CheckReturnValue
    public static Secret fromFiles(String name, Path... files) {
        Builder builder = new Builder(name);
        List<Path> given = builder.keys(files);
        return new Secret(configured(builder, options -> {}), given);
    }

    /** The files that its values are in, if it is made of files that enter no output; else none. */
    public List<Path> files() {
        return files;
    }

    /** Names a Secret that exists outside the program, in the namespace of whoever names it. */
    @CheckReturnValue
    public static Secret existing(String name) {
        return new Secret(external(new Builder(name)));
    }

    /**
     * Names the Secret of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static Secret from(RawObjects objects, String name) {
        return new Secret(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Names the Secret of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public Secret in(String namespace) {
        return new Secret(external(new Builder(name()), namespace));
    }

    /** One key of this Secret, as the source of an environment variable. */
    public SecretKey key(String key) {
        return new SecretKey(this, key, false);
    }

    /** Builds a {@link Secret}. */
    public static final class Builder extends ContentBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name, FileEntries.Form.SECRET);
        }

        /**
         * Adds a text to {@code stringData}, in the clear. Kubernetes keeps it in {@code data}, where it wins over an
         * entry of the same key.
         *
         * @param key at most 253 letters, digits, {@code -}, {@code _} and {@code .}
         * @param text any text; at most 1 MiB for all of the Secret
         */
        public Builder text(String key, String text) {
            literal("stringData", key);
            if (key != null) {
                root().object("stringData").set(key, text);
            }
            return this;
        }

        /**
         * Adds a text to {@code stringData} that may depend on where resources are placed, a {@code Text} such as {@code service.host()}.
         *
         * @param key at most 253 letters, digits, {@code -}, {@code _} and {@code .}
         */
        public Builder text(String key, LateText text) {
            late("stringData", key, text);
            return this;
        }

        /** Notes the keys of files that are not read, and answers those that were given. */
        @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
        private List<Path> keys(Path @Nullable [] files) {
            List<Path> given = new ArrayList<>();
            if (files == null || files.length == 0) {
                literal("data", null);
                return given;
            }
            for (Path file : files) {
                literal("data", file == null ? null : FileEntries.name(file));
                if (file != null) {
                    given.add(file);
                }
            }
            return given;
        }

        /**
         * Adds bytes to {@code data}, in base64.
         *
         * @param key at most 253 letters, digits, {@code -}, {@code _} and {@code .}
         * @param content any bytes; at most 1 MiB for all of the Secret
         */
        public Builder bytes(String key, byte[] content) {
            bytes("data", key, content);
            return this;
        }

        /** Sets {@code type}, which cannot be changed later; {@link SecretType#OPAQUE} where it is not set. */
        public Builder type(SecretType type) {
            root().set("type", type);
            return this;
        }

        /** Sets {@code type} to one of your own, such as {@code example.com/token}. */
        public Builder type(String type) {
            root().set("type", type, Syntax.NOT_EMPTY);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<SecretBuilder> edit) {
            return edit(ModelEdit.of(io.fabric8.kubernetes.api.model.Secret.class, SecretBuilder::new, edit));
        }
    }
}
