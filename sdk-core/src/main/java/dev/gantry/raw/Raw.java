package dev.gantry.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.KindTable;
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
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
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
    public static List<Raw> yaml(Path file) {
        Run run = Run.current();
        if (run == null) {
            try (Run only = Run.begin(Path.of(""), false)) {
                List<Raw> objects = read(file, only);
                if (!only.findings().isEmpty()) {
                    throw new FindingsException(only.findings());
                }
                return objects;
            }
        }
        return read(file, run);
    }

    /**
     * Reads every object of a YAML or JSON file; see {@link #yaml(Path)}.
     *
     * @param file absolute, or relative to the module's folder
     * @return the objects that can be read; what is wrong in the file is reported, and the program goes on
     * @throws FindingsException outside of a run, with everything that is wrong in the file
     */
    @CheckReturnValue
    public static List<Raw> yaml(String file) {
        return yaml(Path.of(file));
    }

    private static List<Raw> read(Path path, Run run) {
        byte[] bytes;
        try {
            bytes = run.read(path);
        } catch (FindingsException e) {
            run.report(e.findings());
            return List.of();
        }
        ManifestFile file = ManifestFile.read(run.nameOf(path), bytes, run.isTracingLines());
        List<Finding> findings = file.mistakes().findings();
        if (!findings.isEmpty()) {
            Origin here = Origins.here();
            run.report(findings.stream()
                    .map(finding -> finding.related(here, "the file is read here"))
                    .toList());
        }
        return file.entries().stream()
                .map(entry -> new Raw(new Builder(entry.tree(), entry.origin(), entry.lines(), entry.problems())))
                .toList();
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
