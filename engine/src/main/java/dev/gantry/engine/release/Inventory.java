package dev.gantry.engine.release;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.cluster.Written;
import dev.gantry.engine.desired.Release;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster knows of one stack: whose it is, and where its objects are. It is the parent of an ApplySet, so that
 * {@code kubectl} and others can tell what belongs together.
 *
 * <p>Before the first write of a run it is widened to what was and what is to be, and narrowed only after everything else
 * went well. So an object is in the cluster only if the inventory leads to it, wherever a run is killed.
 */
public final class Inventory {

    private static final String TOOL = "gantry/";

    private final Cluster cluster;
    private final StackHome home;
    private @Nullable ObjectMeta live;

    private Inventory(Cluster cluster, StackHome home, @Nullable ObjectNode parent) {
        this.cluster = cluster;
        this.home = home;
        this.live = parent == null ? null : ObjectMeta.of(parent);
    }

    /**
     * Asks the cluster. Writes nothing.
     *
     * @throws FindingsException if the inventory is of another tool, or damaged
     * @throws ApiFailure if the server does not answer
     */
    public static Inventory read(Cluster cluster, StackHome home) {
        ObjectNode parent = cluster.get(home.inventory()).orElse(null);
        if (parent != null) {
            InventoryCheck.of(home, parent);
        }
        return new Inventory(cluster, home, parent);
    }

    /** Where it is. */
    public StackHome home() {
        return home;
    }

    /** Whether the stack is deployed, or was begun to be. */
    public boolean exists() {
        return live != null;
    }

    /** Where objects of the stack are, or may be. */
    public Extent extent() {
        return live == null
                ? Extent.NONE
                : Extent.parse(live.annotation(ApplySet.GROUP_KINDS), live.annotation(ApplySet.NAMESPACES));
    }

    /** The revision that was applied last as a whole; 0 if there is none. */
    public int revision() {
        String text = annotation(StackLabels.REVISION);
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** Its resourceVersion, which changes with every write; empty if it does not exist. */
    public String version() {
        return live == null ? "" : live.resourceVersion();
    }

    /** The program that it was deployed from; {@code null} if it does not exist. */
    public @Nullable String blueprint() {
        return annotation(StackLabels.BLUEPRINT);
    }

    /** The environment that it was deployed for; {@code null} if it does not exist. */
    public @Nullable String environment() {
        return annotation(StackLabels.ENVIRONMENT);
    }

    /**
     * What stands against applying this release here: the stack is of another program or environment, or nothing would be
     * left of it.
     *
     * @param takeOver whether it may be of another program or environment
     * @param allowEmpty whether nothing may be left
     */
    public List<Finding> findings(Release release, boolean takeOver, boolean allowEmpty) {
        List<Finding> findings = new ArrayList<>();
        if (live != null
                && !takeOver
                && !(release.blueprint().equals(blueprint())
                        && release.environment().equals(environment()))) {
            findings.add(Finding.of(
                            ReleaseRule.OTHER_PROGRAM,
                            "The stack " + home.stack() + " in namespace " + home.namespace() + " was deployed from "
                                    + blueprint() + " for " + environment() + ", and not from " + release.blueprint()
                                    + " for " + release.environment() + ".")
                    .hint("Give the stack another name or namespace, or take it over with -Dgantry.takeOver=true;"
                            + " what this program does not have is then deleted.")
                    .in(release.environment(), home.stack())
                    .on(home.inventory().toString(), null));
        }
        if (!allowEmpty && home.ids(release).isEmpty() && !extent().isEmpty()) {
            findings.add(Finding.of(
                            ReleaseRule.EMPTY_STACK,
                            "The stack " + home.stack() + " is deployed, and the program has no resources for it in "
                                    + release.environment() + ": everything would be deleted.")
                    .hint("Remove it with gantry:destroy, or say -Dgantry.allowEmpty=true.")
                    .in(release.environment(), home.stack()));
        }
        return findings;
    }

    /**
     * Says where objects were and will be. To be called before anything else is written; writes nothing if the inventory says
     * so already.
     *
     * @throws FindingsException if somebody else changed it meanwhile
     */
    public void widen(Release release, RunFacts facts) {
        write(extent().plus(Extent.of(home, home.ids(release))), release, revision(), facts);
    }

    /**
     * Says where objects are. To be called after everything was applied and everything else deleted.
     *
     * @param kept what is not of the release, and is still there
     * @param revision what is now applied
     * @throws FindingsException if somebody else changed it meanwhile
     */
    public void narrow(Release release, Collection<ResourceId> kept, int revision, RunFacts facts) {
        List<ResourceId> ids = home.ids(release);
        ids.addAll(kept);
        write(Extent.of(home, ids), release, revision, facts);
    }

    /**
     * Says what is applied, where nothing was deleted: objects are still wherever they were.
     *
     * @param revision what is now applied
     * @throws FindingsException if somebody else changed it meanwhile
     */
    public void advance(Release release, int revision, RunFacts facts) {
        write(extent().plus(Extent.of(home, home.ids(release))), release, revision, facts);
    }

    /**
     * Forgets the stack. To be called after all of its objects are gone.
     *
     * @throws FindingsException if somebody else changed it meanwhile
     */
    public void remove() {
        if (live == null) {
            return;
        }
        try {
            cluster.delete(new Deletion(home.inventory(), live.uid(), live.resourceVersion(), false));
            live = null;
        } catch (ApiFailure failure) {
            throw failure.status() == 409 ? concurrent() : failure;
        }
    }

    private void write(Extent extent, Release release, int revision, RunFacts facts) {
        ObjectNode annotations = JsonNodeFactory.instance.objectNode();
        annotations.put(ApplySet.TOOLING, facts.tool());
        annotations.put(ApplySet.GROUP_KINDS, String.join(",", extent.groupKinds()));
        annotations.put(ApplySet.NAMESPACES, String.join(",", extent.namespaces()));
        annotations.put(StackLabels.BLUEPRINT, release.blueprint());
        annotations.put(StackLabels.ENVIRONMENT, release.environment());
        annotations.put(StackLabels.REVISION, Integer.toString(revision));
        if (says(annotations)) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("apiVersion", "v1").put("kind", "Secret");
        ObjectNode metadata = body.putObject("metadata");
        metadata.put("name", home.inventory().name()).put("namespace", home.namespace());
        if (live != null) {
            // So that the server refuses it if somebody else wrote since we read.
            metadata.put("resourceVersion", live.resourceVersion());
        }
        metadata.putObject("labels").put(ApplySet.PARENT_ID, home.setId()).put(StackLabels.STACK, home.stack());
        metadata.set("annotations", annotations);
        body.put("type", StackLabels.INVENTORY_TYPE);
        try {
            // Forced: what others set there was read, and is in what is written.
            Written written = cluster.write(
                    Write.apply(home.inventory(), body, FieldManager.RECORDS).forced());
            live = ObjectMeta.of(written.object());
        } catch (ApiFailure failure) {
            if (failure.status() != 409) {
                throw failure;
            }
            afterConflict(annotations);
        }
    }

    /** A request that was sent twice, because its first answer was lost, is in conflict with itself. */
    private void afterConflict(ObjectNode wanted) {
        live = cluster.get(home.inventory()).map(ObjectMeta::of).orElse(null);
        if (!says(wanted)) {
            throw concurrent();
        }
    }

    private FindingsException concurrent() {
        return new FindingsException(Finding.of(
                        ReleaseRule.CONCURRENT_CHANGE,
                        "Somebody else changed the inventory of stack " + home.stack() + ", " + home.inventory()
                                + ", while this run worked with it.")
                .hint("Run it again; it goes on from what is there.")
                .in(null, home.stack())
                .on(home.inventory().toString(), null));
    }

    private boolean says(ObjectNode annotations) {
        ObjectMeta now = live;
        if (now == null) {
            return false;
        }
        return annotations.properties().stream()
                .allMatch(each -> each.getValue().asText().equals(now.annotation(each.getKey())));
    }

    private @Nullable String annotation(String key) {
        return live == null ? null : live.annotation(key);
    }

    /** Whether this says which tool a set is of, and means Gantry. */
    static boolean isOurs(@Nullable String tooling) {
        return tooling != null && tooling.startsWith(TOOL) && tooling.indexOf('/', TOOL.length()) < 0;
    }
}
