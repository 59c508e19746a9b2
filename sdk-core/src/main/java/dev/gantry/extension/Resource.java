package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Origin;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One Kubernetes object of a program. A resource has identity: two resources are equal only if they are the same one.
 * It never changes once made, and does not know to which stack it was added.
 */
public abstract class Resource {

    final Draft draft;
    private final Kind kind;
    private final String name;
    private final @Nullable String namespace;
    private final boolean external;
    private final @Nullable Resource viewed;

    /** The resource that a builder has written; call this when the author's block has ended. */
    protected Resource(ResourceBuilder<?> builder) {
        this.viewed = builder.viewed;
        if (viewed != null) {
            this.draft = viewed.draft;
            this.kind = viewed.kind;
            this.name = viewed.name;
            this.namespace = viewed.namespace;
            this.external = viewed.external;
            return;
        }
        this.draft = builder.draft;
        this.kind = builder.kind;
        this.name = builder.name;
        this.namespace = builder.namespace;
        this.external = builder.external;
        draft.root().seal();
        if (!external) {
            draft.complete();
            Run.made(this);
        }
    }

    /** Lets an author's block write to a builder, and answers the builder. */
    protected static <B extends ResourceBuilder<B>> B configured(B builder, Consumer<? super B> options) {
        if (((ResourceBuilder<?>) builder).draft.root().given("", options)) {
            options.accept(builder);
        }
        return builder;
    }

    /** A builder of a resource that lives outside the program, in the namespace of whoever names it. */
    protected static <B extends ResourceBuilder<B>> B external(B builder) {
        ((ResourceBuilder<?>) builder).external = true;
        return builder;
    }

    /**
     * A builder of a resource that lives outside the program, in that namespace: this one, which has to be of that sort
     * already. Otherwise it is a finding wherever the result is named.
     */
    protected final <B extends ResourceBuilder<B>> B external(B builder, @Nullable String namespace) {
        ResourceBuilder<?> base = builder;
        base.external = true;
        base.namespace = namespace;
        if (!external) {
            base.draft.add(new Problem(
                    "",
                    new Flaw(
                            ProgramRule.MOVED,
                            this + " is made by the program, so in(...) cannot say where it lives.",
                            "Leave in(...) out, and call namespace(...) on its builder, or add it to a stack of that"
                                    + " namespace."),
                    base.draft.origin()));
        }
        Fields metadata = base.metadata();
        if (metadata.given("namespace", namespace)) {
            metadata.checkSyntax("namespace", namespace, Syntax.DNS_LABEL, ValueRule.NAME);
        }
        return builder;
    }

    /**
     * A builder of a resource that was looked for in vain. A finding says so already, so nothing more is said of it wherever it
     * is named.
     */
    protected static <B extends ResourceBuilder<B>> B absent(B builder) {
        ((ResourceBuilder<?>) builder).external = true;
        ((ResourceBuilder<?>) builder).draft.absent();
        return builder;
    }

    /**
     * A builder of what is the same object as another resource, under a Java type that knows more of it. Nothing can be
     * written to it.
     *
     * @param object what the program has of it, such as from a file
     */
    protected static <B extends ResourceBuilder<B>> B view(B builder, Resource object) {
        ((ResourceBuilder<?>) builder).viewed = object.resource();
        return builder;
    }

    /** Whether this is a view of an object that no builder of this type has written. */
    protected final boolean isView() {
        return viewed != null;
    }

    /**
     * The texts of an object of the manifest as its author has written them, such as labels; empty if it is not there.
     *
     * @param path the names of the fields that lead to it
     * @return sorted and unmodifiable
     */
    protected final SortedMap<String, String> entries(String... path) {
        JsonNode node = draft.node();
        for (String field : path) {
            node = node.path(field);
        }
        SortedMap<String, String> entries = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            entries.put(entry.getKey(), entry.getValue().asText());
        }
        return Collections.unmodifiableSortedMap(entries);
    }

    /** The kind of this resource. */
    public final Kind kind() {
        return kind;
    }

    /** The literal name. */
    public final String name() {
        return name;
    }

    /** The namespace that was stated for this resource itself; {@code null} if its stack decides. */
    public final @Nullable String ownNamespace() {
        return namespace;
    }

    /** Whether it lives outside the program, and is only named by it. */
    public final boolean isExternal() {
        return external;
    }

    /** The author's line that made it; {@code null} if that is unknown. */
    public final @Nullable Origin origin() {
        return draft.origin();
    }

    /**
     * The resource that is placed: this one, for those who know it by one of its capabilities only. A typed view of an object
     * that came from a file answers that object.
     */
    public final Resource resource() {
        return viewed == null ? this : viewed;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }

    /** Such as {@code Deployment web}. */
    @Override
    public final String toString() {
        return kind.name() + " " + name;
    }
}
