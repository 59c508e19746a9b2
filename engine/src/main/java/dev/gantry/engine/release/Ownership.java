package dev.gantry.engine.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.finding.Finding;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether objects may become members of a stack. One is of one set at most, and none that a controller makes is of any. */
public final class Ownership {

    private final StackHome home;
    private final Set<String> siblings = new HashSet<>();
    private final boolean takeOver;
    private final SetNames names;

    /**
     * The rules for one stack.
     *
     * @param siblings all stacks of the program; an object may move from one to another
     * @param takeOver whether objects of stacks of other programs, and of stacks that no longer exist, may be taken
     */
    public Ownership(Cluster cluster, StackHome home, Collection<StackHome> siblings, boolean takeOver) {
        this.home = home;
        this.takeOver = takeOver;
        this.names = new SetNames(cluster);
        siblings.forEach(sibling -> this.siblings.add(sibling.setId()));
    }

    /** What the program must not say: which set an object is of. */
    public static List<Finding> ofInput(Release release) {
        return release.objects().stream()
                .filter(object -> object.tree().path("metadata").path("labels").has(ApplySet.PART_OF))
                .map(object -> Finding.of(
                                ReleaseRule.LABELLED_INPUT,
                                object.id() + " has the label " + ApplySet.PART_OF
                                        + ", which says that another tool made it.")
                        .hint("Leave the label out; Gantry sets its own.")
                        .at(object.origin())
                        .in(release.environment(), release.stack().name())
                        .on(object.id().toString(), "metadata.labels[" + ApplySet.PART_OF + "]"))
                .toList();
    }

    /** What stands against applying this object over the live one. */
    public Optional<Finding> of(DesiredObject desired, ObjectNode live) {
        ObjectMeta meta = ObjectMeta.of(live);
        return meta.controller()
                .map(owner -> Finding.of(
                                ReleaseRule.CONTROLLED,
                                desired.id() + " exists, and is controlled by " + owner
                                        + ", which would change it back.")
                        .hint("Give the object another name, or change what " + owner + " is made from."))
                .or(() -> otherSet(desired, meta))
                .map(finding -> finding.at(desired.origin())
                        .in(null, home.stack())
                        .on(desired.id().toString(), null));
    }

    private Optional<Finding> otherSet(DesiredObject desired, ObjectMeta live) {
        String id = live.label(ApplySet.PART_OF);
        if (id == null || id.equals(home.setId()) || siblings.contains(id)) {
            return Optional.empty();
        }
        SetNames.Owner owner = names.owner(id);
        if (takeOver && owner.gantry()) {
            return Optional.empty();
        }
        String unlabel = "remove its label: kubectl label " + desired.id().kind() + " "
                + desired.id().name() + (live.namespace() == null ? "" : " -n " + live.namespace()) + " "
                + ApplySet.PART_OF + "-";
        return Optional.of(
                Finding.of(ReleaseRule.OTHER_SET, desired.id() + " exists, and belongs to " + owner.text() + ".")
                        .hint(
                                owner.gantry()
                                        ? "If that stack was renamed or is given up, take its objects over with"
                                                + " -Dgantry.takeOver=true. Otherwise give the object another name."
                                        : "Give the object another name; or, if it is no longer of that set, " + unlabel
                                                + "."));
    }
}
