package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Severity;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of all kinds share. It lives as long as the block that receives it.
 *
 * @param <B> the builder's own type
 */
public abstract class ResourceBuilder<B extends ResourceBuilder<B>> {

    final Draft draft;
    Kind kind;
    final String name;

    @Nullable
    String namespace;

    boolean external;

    @Nullable
    Resource viewed;

    /**
     * Begins a resource.
     *
     * @param name the literal name; one that the kind does not allow becomes a finding
     */
    protected ResourceBuilder(Kind kind, @Nullable String name) {
        this.draft = new Draft();
        this.kind = kind;
        this.name = name == null ? "" : name;
        Fields root = draft.root();
        root.set("apiVersion", kind.apiVersion());
        root.set("kind", kind.name());
        root.object("metadata").set("name", name, kind.naming(), ValueRule.NAME);
    }

    /**
     * Takes over a tree that was written elsewhere, such as in a file.
     *
     * @param tree with apiVersion, kind and {@code metadata.name}; it belongs to the resource from now on
     * @param origin the line that it comes from
     * @param lines the lines of its fields, by path, where they are known
     * @param problems what is wrong with it
     */
    protected ResourceBuilder(
            Kind kind,
            ObjectNode tree,
            @Nullable Origin origin,
            SortedMap<String, Origin> lines,
            List<Problem> problems) {
        this.draft = new Draft(tree, origin, lines);
        this.kind = kind;
        problems.forEach(draft::add);
        Fields metadata = metadata();
        this.name = text(metadata, "name");
        metadata.checkSyntax("name", name, kind.naming(), ValueRule.NAME);
        String stated = text(metadata, "namespace");
        if (!stated.isEmpty()) {
            this.namespace = stated;
            metadata.checkSyntax("namespace", stated, Syntax.DNS_LABEL, ValueRule.NAME);
            if (kind.scope() == Kind.Scope.UNKNOWN) {
                this.kind = kind.scoped(Kind.Scope.NAMESPACED);
            }
        }
    }

    private static String text(Fields fields, String field) {
        JsonNode value = fields.get(field);
        return value == null ? "" : value.asText("");
    }

    /**
     * Adds a label to {@code metadata.labels}.
     *
     * @param key at most 63 characters, with an optional DNS name and {@code /} before them
     * @param value at most 63 letters, digits, {@code -}, {@code _} and {@code .}; may be empty
     * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/">Labels</a>
     */
    public final B label(String key, String value) {
        Entries.label(metadata().object("labels"), key, value);
        return self();
    }

    /**
     * Adds an annotation to {@code metadata.annotations}.
     *
     * @param key at most 63 characters, with an optional DNS name and {@code /} before them
     * @param value any text
     * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/">Annotations</a>
     */
    public final B annotation(String key, String value) {
        Entries.annotation(metadata().object("annotations"), key, value);
        return self();
    }

    /**
     * Decides how much findings of one rule weigh for this resource.
     *
     * @param code the rule's code, such as {@code GTY-CFG-003}
     * @param severity {@link Severity#OFF} to accept them
     * @param reason why; must not be blank
     */
    public final B finding(String code, Severity severity, String reason) {
        if (draft.root().isOpen()) {
            draft.add(new Adjustment(code, severity, reason, Origins.here()));
        }
        return self();
    }

    /**
     * Says that this resource is applied only when others are ready. Not in its manifest: who applies the manifests has to
     * keep to the order, as Gantry does, and Argo CD where it numbers the resources with {@code syncWaves()}.
     *
     * <p>What has to exist before it by its nature need not be said: its namespace, the definition of its kind, and what is of
     * a kind that is applied earlier anyway, such as a ConfigMap before a Deployment. If one of the others is in another
     * stack, that whole stack is applied before this one's.
     *
     * @param first a resource that the program makes
     * @param others more of them
     */
    public final B dependsOn(Resource first, Resource... others) {
        dependency(first);
        if (draft.root().given("", others)) {
            for (Resource other : others) {
                dependency(other);
            }
        }
        return self();
    }

    private void dependency(@Nullable Resource target) {
        if (target == null) {
            draft.root().given("", null);
        } else if (draft.root().isOpen()) {
            draft.add(new Dependency(target, draft.isTracing() ? Origins.here() : null));
        }
    }

    /**
     * Edits the finished tree in place: the last word, after every default. For what cannot be said otherwise, such as
     * fields that are newer than this version of the SDK. It may not change apiVersion, kind, name or namespace.
     */
    public final B rawTree(Consumer<ObjectNode> edit) {
        return edit(edit::accept);
    }

    /**
     * Edits the finished tree by the paths of its fields: the last word, after every default. For kinds without a model, and
     * for fields that are newer than this version of the SDK. It may not change apiVersion, kind, name or namespace.
     */
    public final B rawFields(Consumer<TreeEditor> edit) {
        return edit(tree -> edit.accept(new TreeEditor(tree)));
    }

    /** Adds the author's last word on the tree. It may throw whatever it likes: that becomes a finding. */
    protected final B edit(TreeEdit edit) {
        if (draft.root().isOpen()) {
            Origin line = Origins.here();
            draft.add(new AuthorEdit(edit, line));
        }
        return self();
    }

    /**
     * Adds entries whose names are known only when late values are resolved.
     *
     * @param entries answers an object that is merged into the manifest; what the manifest has already stays
     */
    protected final void lateEntries(Late entries) {
        if (draft.root().isOpen()) {
            draft.add(new LateEntries(entries, draft.isTracing() ? Origins.here() : null));
        }
    }

    /**
     * Says where the resource lives, for builders of kinds that do not know.
     *
     * @param scope that of its kind
     * @param theNamespace its own namespace; {@code null} if its stack decides
     */
    protected final B place(Kind.Scope scope, @Nullable String theNamespace) {
        kind = kind.scoped(scope);
        if (theNamespace != null) {
            namespace = theNamespace;
            metadata().set("namespace", theNamespace, Syntax.DNS_LABEL, ValueRule.NAME);
        }
        return self();
    }

    /** Writes the resource in another version of its API group, for builders of kinds that have several. */
    protected final B inVersion(String version) {
        kind = kind.inVersion(version);
        draft.root().set("apiVersion", kind.apiVersion());
        return self();
    }

    /** Sets {@code metadata.namespace}, for builders of namespaced kinds. */
    protected final B inNamespace(@Nullable String theNamespace) {
        namespace = theNamespace;
        metadata().set("namespace", theNamespace, Syntax.DNS_LABEL, ValueRule.NAME);
        return self();
    }

    /** The manifest itself. */
    protected final Fields root() {
        return draft.root();
    }

    /** {@code metadata}. */
    protected final Fields metadata() {
        return draft.root().object("metadata");
    }

    /** {@code spec}. */
    protected final Fields spec() {
        return draft.root().object("spec");
    }

    /** This builder, by its own type. */
    @SuppressWarnings("unchecked")
    protected final B self() {
        return (B) this;
    }
}
