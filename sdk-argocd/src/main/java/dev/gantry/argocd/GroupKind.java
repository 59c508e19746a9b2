package dev.gantry.argocd;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * A kind of resource that a project allows or forbids.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/project-specification/">Project
 *     specification</a>
 */
@CheckReturnValue
public final class GroupKind extends Block {

    /** Every kind of every group. */
    public static final GroupKind ALL = of("*", "*");

    private GroupKind(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * A kind.
     *
     * @param group such as {@code apps}; empty for the core group, {@code *} for all
     * @param kind such as {@code Deployment}; {@code *} for all
     */
    public static GroupKind of(String group, String kind) {
        return new GroupKind(entry -> {
            entry.set("group", group);
            entry.set("kind", kind, Syntax.NOT_EMPTY);
        });
    }

    /** The kind of a resource. */
    public static GroupKind of(Resource resource) {
        return new GroupKind(entry -> {
            if (entry.given("kind", resource)) {
                entry.set("group", resource.kind().group());
                entry.set("kind", resource.kind().name());
            }
        });
    }

    /** Only those of a name, which may have {@code *} in it; for {@code orphanedResources} and lists of cluster resources. */
    public GroupKind named(String name) {
        return new GroupKind(and(entry -> entry.set("name", name, Syntax.NOT_EMPTY)));
    }
}
