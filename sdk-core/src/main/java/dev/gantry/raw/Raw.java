package dev.gantry.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.KindTable;
import dev.gantry.extension.LockedSources;
import dev.gantry.extension.Origins;
import dev.gantry.extension.Problem;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.extension.Run;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import dev.gantry.lock.RemoteSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Any object, added as it is: one of fabric8's model or of a custom resource class, or one from a YAML or JSON file.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/">Objects in Kubernetes</a>
 */
public final class Raw extends Resource {

    private Raw(Builder builder) {
        super(builder);
    }

    /**
     * Takes over an object of fabric8's model. Later changes to the object have no effect.
     *
     * @param object with apiVersion, kind and name
     * @throws FindingsException if one of them is missing
     */
    @CheckReturnValue
    public static Raw of(HasMetadata object) {
        return of(object, options -> {});
    }

    /**
     * Takes over an object of fabric8's model, with options. Later changes to the object have no effect.
     *
     * @param object with apiVersion, kind and name
     * @throws FindingsException if one of them is missing
     */
    @CheckReturnValue
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public static Raw of(HasMetadata object, Consumer<Builder> options) {
        if (object == null) {
            throw new FindingsException(Finding.of(ValueRule.NULL, "An object is needed here, but null was given.")
                    .hint("Pass an object.")
                    .at(Origins.here()));
        }
        ObjectNode tree = Model.write(object);
        requireText(tree.get("apiVersion"), "apiVersion");
        requireText(tree.get("kind"), "kind");
        JsonNode metadata = tree.get("metadata");
        requireText(metadata == null ? null : metadata.get("name"), "metadata.name");
        return new Raw(configured(new Builder(tree, Origins.here(), Collections.emptySortedMap(), List.of()), options));
    }

    /**
     * Reads every object of a YAML or JSON file, which may hold several documents and lists. Values mean what they mean
     * to {@code kubectl}; where that is not what YAML 1.2 says, there is a warning.
     *
     * @param file absolute, or relative to the module's folder
     * @return the objects that can be read; what is wrong in the file is reported, and the program goes on
     * @throws FindingsException outside of a run, with everything that is wrong in the file
     */
    @CheckReturnValue
    public static RawObjects yaml(Path file) {
        return read(run -> RawFiles.file(file, run, RawObjects.Builder.configured(options -> {})));
    }

    /**
     * Reads every object of a YAML or JSON file; see {@link #yaml(Path)}.
     *
     * @param file absolute, or relative to the module's folder
     * @return the objects that can be read; what is wrong in the file is reported, and the program goes on
     * @throws FindingsException outside of a run, with everything that is wrong in the file
     */
    @CheckReturnValue
    public static RawObjects yaml(String file) {
        return yaml(Path.of(file));
    }

    /**
     * Reads every object of a YAML or JSON file, and changes some of them; see {@link #yaml(Path)}.
     *
     * @param file absolute, or relative to the module's folder
     * @param options what is taken, and what is changed in it
     * @throws FindingsException outside of a run, with everything that is wrong in the file
     */
    @CheckReturnValue
    public static RawObjects yaml(String file, Consumer<RawObjects.Builder> options) {
        return read(run -> RawFiles.file(Path.of(file), run, RawObjects.Builder.configured(options)));
    }

    /**
     * Reads every object of the files {@code *.yaml}, {@code *.yml} and {@code *.json} in a folder and below it, sorted by their
     * paths. Files and folders whose names begin with a dot are left out, and so are files whose names end otherwise, such as
     * {@code UPPER.YAML}; what is no manifest, and a link that leads nowhere, is a finding that says what it is.
     *
     * @param folder absolute, or relative to the module's folder
     * @return the objects that can be read; what is wrong in the files is reported, and the program goes on
     * @throws FindingsException outside of a run, with everything that is wrong in the files
     */
    @CheckReturnValue
    public static RawObjects directory(String folder) {
        return directory(folder, options -> {});
    }

    /**
     * Reads every object of the files in a folder and below it, and changes some of them; see {@link #directory(String)}.
     *
     * @param folder absolute, or relative to the module's folder
     * @param options what is taken, and what is changed in it
     * @throws FindingsException outside of a run, with everything that is wrong in the files
     */
    @CheckReturnValue
    public static RawObjects directory(String folder, Consumer<RawObjects.Builder> options) {
        return read(run -> RawFiles.folder(Path.of(folder), run, RawObjects.Builder.configured(options)));
    }

    /**
     * Reads every object of a YAML or JSON text that something else has made, and changes some of them; see
     * {@link #yaml(Path)}.
     *
     * @param source where the text is from, as the file that findings name
     * @param text documents that {@code ---} separates, or lists
     * @param options what is taken, and what is changed in it
     * @throws FindingsException outside of a run, with everything that is wrong in the text
     */
    @CheckReturnValue
    public static RawObjects text(String source, String text, Consumer<RawObjects.Builder> options) {
        return read(run -> RawFiles.text(source, text, run, RawObjects.Builder.configured(options)));
    }

    /**
     * Reads every object of a YAML or JSON file that another place publishes, and changes some of them; see {@link #yaml(Path)}. The
     * file is taken from the copy that {@code gantry:lock} has made; the program itself never asks the network.
     *
     * @param url such as {@code https://example.com/releases/v1.2.3/install.yaml}
     * @param options what is taken, and what is changed in it
     * @throws FindingsException outside of a run, with everything that is wrong in the file
     */
    @CheckReturnValue
    public static RawObjects remote(String url, Consumer<RawObjects.Builder> options) {
        return read(run -> {
            Path copy;
            try {
                copy = LockedSources.copy(RemoteSource.file(Objects.requireNonNullElse(url, "")), run);
            } catch (FindingsException e) {
                Origin here = Origins.here();
                run.report(
                        e.findings().stream().map(finding -> finding.at(here)).toList());
                return RawObjects.unknown(url);
            }
            return RawFiles.file(copy, run, RawObjects.Builder.configured(options));
        });
    }

    /**
     * Reads every object of a YAML or JSON file that another place publishes; see {@link #remote(String, Consumer)}.
     *
     * @param url such as {@code https://example.com/releases/v1.2.3/install.yaml}
     * @throws FindingsException outside of a run, with everything that is wrong in the file
     */
    @CheckReturnValue
    public static RawObjects remote(String url) {
        return remote(url, options -> {});
    }

    /** Reads in the run of this thread; outside of one, what is wrong is thrown. */
    static RawObjects read(Function<Run, RawObjects> reading) {
        Run run = Run.current();
        if (run != null) {
            return reading.apply(run);
        }
        try (Run only = Run.begin(Path.of(""), false)) {
            RawObjects objects = reading.apply(only);
            if (only.findings().stream().anyMatch(Finding::isError)) {
                throw new FindingsException(only.findings());
            }
            return objects;
        }
    }

    static Raw of(ManifestFile.Entry entry, Consumer<Builder> options) {
        return new Raw(configured(new Builder(entry.tree(), entry.origin(), entry.lines(), entry.problems()), options));
    }

    /** What stands for an object that is not there. */
    static Raw absent(Kind kind, String name) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("apiVersion", kind.apiVersion()).put("kind", kind.name());
        tree.putObject("metadata").put("name", name);
        return new Raw(absent(new Builder(tree, Origins.here(), Collections.emptySortedMap(), List.of())));
    }

    private static void requireText(@Nullable JsonNode value, String field) {
        if (value == null || value.asText().isEmpty()) {
            throw new FindingsException(Finding.of(RawRule.INCOMPLETE, "The object has no " + field + ".")
                    .hint("Set it before the object is passed.")
                    .on(null, field)
                    .at(Origins.here()));
        }
    }

    private static Kind kind(ObjectNode tree) {
        String apiVersion = tree.path("apiVersion").asText();
        String name = tree.path("kind").asText();
        Kind.Scope scope = KindTable.scope(apiVersion, name).orElse(Kind.Scope.UNKNOWN);
        return new Kind(apiVersion, name, scope, naming(apiVersion, name));
    }

    private static Syntax naming(String apiVersion, String kind) {
        if (apiVersion.startsWith("rbac.authorization.k8s.io/")) {
            return Syntax.NOT_EMPTY;
        }
        if (!apiVersion.equals("v1")) {
            return Syntax.DNS_SUBDOMAIN;
        }
        return switch (kind) {
            case "Service" -> Syntax.DNS_1035_LABEL;
            case "Namespace" -> Syntax.DNS_LABEL;
            default -> Syntax.DNS_SUBDOMAIN;
        };
    }

    /** The options of a {@link Raw} object. */
    public static final class Builder extends ResourceBuilder<Builder> {

        private Builder(
                ObjectNode tree, @Nullable Origin origin, SortedMap<String, Origin> lines, List<Problem> problems) {
            super(kind(tree), tree, origin, lines, problems);
        }

        /**
         * Says that the object lives in this namespace; also that its kind is namespaced, where that is not known.
         *
         * @param namespace at most 63 characters of {@code a-z}, {@code 0-9} and {@code -}
         */
        public Builder namespace(String namespace) {
            return place(Kind.Scope.NAMESPACED, namespace);
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default. Only what the edit changes is changed, so
         * fields that the model lacks stay as they are.
         *
         * @param builder such as {@code DeploymentBuilder.class}, of the object's own kind
         * @see ModelEdit
         */
        @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
        public <B extends io.fabric8.kubernetes.api.builder.Builder<? extends HasMetadata>> Builder raw(
                Class<B> builder, UnaryOperator<B> edit) {
            if (!root().given("", builder) || !root().given("", edit)) {
                return this;
            }
            ModelBuilder<B> model = ModelBuilder.of(builder);
            return edit(tree -> {
                if (model == null) {
                    throw new FindingsException(ModelBuilder.unusable(builder));
                }
                model.apply(tree, edit);
            });
        }

        /** Says that the kind is namespaced, where that is not known: the object gets its stack's namespace. */
        public Builder namespaced() {
            return place(Kind.Scope.NAMESPACED, null);
        }

        /** Says that the kind belongs to the cluster as a whole, where that is not known. */
        public Builder clusterScoped() {
            return place(Kind.Scope.CLUSTER, null);
        }
    }
}
