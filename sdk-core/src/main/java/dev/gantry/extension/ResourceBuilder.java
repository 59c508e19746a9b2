package dev.gantry.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Severity;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of all kinds share. It lives as long as the block that receives it.
 *
 * @param <B> the builder's own type
 */
public abstract class ResourceBuilder<B extends ResourceBuilder<B>> {

    final Draft draft = new Draft();
    final Kind kind;
    final String name;

    @Nullable
    String namespace;

    boolean external;

    /**
     * Begins a resource.
     *
     * @param name the literal name; one that the kind does not allow becomes a finding
     */
    protected ResourceBuilder(Kind kind, @Nullable String name) {
        this.kind = kind;
        this.name = name == null ? "" : name;
        Fields root = draft.root();
        root.set("apiVersion", kind.apiVersion());
        root.set("kind", kind.name());
        root.object("metadata").set("name", name, kind.naming(), ValueRule.NAME);
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
        draft.add(new Adjustment(code, severity, reason, Origins.here()));
        return self();
    }

    /**
     * Edits the finished tree in place: the last word, after every default. For what cannot be said otherwise, such as
     * fields that are newer than this version of the SDK. It may not change apiVersion, kind, name or namespace.
     */
    public final B rawTree(Consumer<ObjectNode> edit) {
        return edit(edit::accept);
    }

    /** Adds the author's last word on the tree. It may throw whatever it likes: that becomes a finding. */
    protected final B edit(TreeEdit edit) {
        Origin line = Origins.here();
        draft.add(tree -> Edits.apply(tree, edit, line));
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
