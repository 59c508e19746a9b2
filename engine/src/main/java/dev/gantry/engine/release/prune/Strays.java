package dev.gantry.engine.release.prune;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.Ownership;
import dev.gantry.engine.release.StackHome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Objects that the last revision had, and that somebody took out of the stack: they stay, and the plan says so. */
public final class Strays {

    private Strays() {}

    /**
     * Looks for them.
     *
     * @param previous what the last revision consisted of
     * @param members what is labelled as the stack's
     */
    public static List<Step.Keep> find(
            Cluster cluster,
            StackHome home,
            Ownership ownership,
            Collection<ResourceId> previous,
            List<Member> members,
            Desired desired) {
        Set<Identity> labelled =
                members.stream().map(member -> Identity.of(member.id(), home)).collect(Collectors.toSet());
        List<Step.Keep> strays = new ArrayList<>();
        for (ResourceId id : previous) {
            if (desired.has(id) || desired.movedTo(id) != null || labelled.contains(Identity.of(id, home))) {
                continue;
            }
            Optional<ApiResource> resource = cluster.discovery().preferred(id.group(), id.kind());
            if (resource.isEmpty()) {
                continue;
            }
            cluster.get(new ObjectRef(resource.get(), id.namespace(), id.name()))
                    .map(ObjectMeta::of)
                    .filter(meta -> !home.has(meta))
                    .ifPresent(meta -> strays.add(new Step.Keep(
                            id,
                            meta.uid(),
                            ownership
                                    .other(meta)
                                    .map(owner -> "it belongs to " + owner)
                                    .orElse("somebody removed its label, so it is no longer of the stack"),
                            true)));
        }
        return strays;
    }
}
