package dev.gantry.engine.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the cluster keeps what it knows of a stack, and under which names.
 *
 * @param stack its name
 * @param namespace of inventory, lock and history, which must exist before them
 */
public record StackHome(String stack, String namespace) implements Membership {

    /** Secrets, as every server has them. */
    public static final ApiResource SECRETS = new ApiResource("v1", "Secret", "secrets", true, Set.of());

    private static final ApiResource LEASES =
            new ApiResource("coordination.k8s.io/v1", "Lease", "leases", true, Set.of());

    private static final String PREFIX = "gantry-";

    /**
     * The home of a stack: its own namespace, or else this one, or else {@code default}.
     *
     * @param given what the user says; {@code null} if nothing
     */
    public static StackHome of(Release release, @Nullable String given) {
        String own = release.stack().namespace();
        return new StackHome(release.stack().name(), own != null ? own : given != null ? given : "default");
    }

    /** The Secret that is the parent of the stack's ApplySet. */
    public ObjectRef inventory() {
        return new ObjectRef(SECRETS, namespace, PREFIX + stack);
    }

    /** The Lease that is the lock. */
    public ObjectRef lock() {
        return new ObjectRef(LEASES, namespace, PREFIX + stack);
    }

    /**
     * A Secret of a revision. Names of stacks have no dots, so it is never the inventory of another stack.
     *
     * @param part from 1; what does not fit into one Secret goes on in the next
     */
    public ObjectRef revision(int number, int part) {
        String name = PREFIX + stack + ".r" + number;
        return new ObjectRef(SECRETS, namespace, part == 1 ? name : name + "." + part);
    }

    /** The id of the stack's ApplySet. */
    public String setId() {
        return ApplySet.id(PREFIX + stack, namespace);
    }

    @Override
    public String manager() {
        return FieldManager.PROGRAM;
    }

    /** Makes a manifest that of a member of the stack's set, and returns it. */
    @Override
    public ObjectNode member(ObjectNode tree) {
        tree.withObject("/metadata").withObject("/labels").put(ApplySet.PART_OF, setId());
        return tree;
    }

    /** Whether a live object is labelled as a member of the stack's set. */
    @Override
    public boolean has(ObjectMeta live) {
        return setId().equals(live.label(ApplySet.PART_OF));
    }

    /** What the stack is to consist of, generated Secrets too. */
    public List<ResourceId> ids(Release release) {
        List<ResourceId> ids = new ArrayList<>();
        release.objects().stream().map(DesiredObject::id).forEach(ids::add);
        release.stack().generatedSecrets().forEach(secret -> ids.add(GeneratedSecrets.id(secret, this)));
        return ids;
    }
}
