package dev.gantry.fake.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.schema.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who owns the fields of a kind's objects, and what that means for writes.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/">Server-side apply</a>
 */
public final class Ownership {

    /** Fields that nobody owns. */
    private static final FieldSet UNOWNED = FieldSet.of("apiVersion")
            .union(FieldSet.of("kind"))
            .union(FieldSet.of("metadata"))
            .union(FieldSet.of("metadata", "name"))
            .union(FieldSet.of("metadata", "namespace"))
            .union(FieldSet.of("metadata", "creationTimestamp"))
            .union(FieldSet.of("metadata", "selfLink"))
            .union(FieldSet.of("metadata", "uid"))
            .union(FieldSet.of("metadata", "generation"))
            .union(FieldSet.of("metadata", "managedFields"))
            .union(FieldSet.of("metadata", "resourceVersion"));

    private static final FieldOwner BEFORE_FIRST_APPLY = FieldOwner.updater("before-first-apply", "", "");

    private static final FieldSet REPLICAS = FieldSet.of("spec", "replicas");

    private final Type type;
    private final String apiVersion;
    private final String subresource;
    private final FieldSet ignored;

    /**
     * Ownership of fields of one kind.
     *
     * @param apiVersion the version of the objects
     * @param subresource through which they are written; empty for the object itself
     * @param ignored what a write cannot change this way, and hence does not own, such as {@code status}
     */
    public Ownership(Type type, String apiVersion, String subresource, FieldSet ignored) {
        this.type = type;
        this.apiVersion = apiVersion;
        this.subresource = subresource;
        this.ignored = ignored;
    }

    /**
     * Applies a configuration.
     *
     * @param live the object; empty if there is none
     * @param configuration what is applied
     * @param time now
     * @return the object with the configuration and the new owners
     * @throws ConflictException if others own fields that would change, and that is not forced
     */
    public ObjectNode apply(ObjectNode live, JsonNode configuration, String name, boolean force, String time) {
        FieldOwner applier = FieldOwner.applier(name, subresource);
        Owners owners = Owners.of(live);
        ObjectNode before = withoutOwners(live);
        if (owners.isEmpty() && !before.isEmpty()) {
            claim(owners, BEFORE_FIRST_APPLY.name(), Json.object(), before, time);
        }
        FieldSet last = owners.fields(applier);
        String lastTime = owners.time(applier);
        FieldSet applied = Extent.of(type, configuration).outside(ignored);
        owners.set(applier, new Owners.Share(applied, apiVersion, lastTime));
        ObjectNode merged = (ObjectNode) Merging.merge(type, before, configuration);
        ObjectNode after = prune(merged, owners, last);
        Difference difference = Difference.between(type, before, after).outside(ignored);
        if (!difference.isNothing()) {
            owners.set(applier, new Owners.Share(applied, apiVersion, time));
        }
        dispossess(owners, applier, difference, force);
        owners.change(fields -> fields.difference(UNOWNED));
        owners.into(after);
        return after;
    }

    /**
     * Notes who made a change.
     *
     * @param live the object before; empty if there was none
     * @param changed the object after it, perhaps with {@code managedFields} that the client sent
     * @return the object after it, with its owners
     */
    public ObjectNode update(ObjectNode live, ObjectNode changed, String name, String time) {
        Owners owners = sent(live, changed);
        ObjectNode before = withoutOwners(live);
        ObjectNode after = withoutOwners(changed);
        if (subresource.equals("scale")) {
            scale(owners, name, before, after, time);
        } else if (!owners.isEmpty() || before.isEmpty()) {
            claim(owners, name, before, after, time);
        }
        owners.change(fields -> fields.difference(UNOWNED));
        owners.into(after);
        return after;
    }

    /** Who scales takes over the number from who owns it; but if nobody does, or if it is 0, nobody is noted. */
    private void scale(Owners owners, String name, ObjectNode before, ObjectNode after, String time) {
        boolean owned = owners.all().values().stream()
                .anyMatch(share -> !share.fields().intersection(REPLICAS).isEmpty());
        if (!owned) {
            return;
        }
        claim(owners, name, before, after, time);
        if (Json.at(after, "spec", "replicas").asInt() == 0) {
            owners.change(fields -> fields.difference(REPLICAS));
        }
    }

    /** A client may edit the owners, but one that sends none does not know of them. */
    private Owners sent(ObjectNode live, ObjectNode changed) {
        JsonNode entries = Json.at(changed, "metadata", "managedFields");
        boolean reset = entries.size() == 1 && entries.get(0).isEmpty();
        boolean readable = !entries.isEmpty();
        for (JsonNode entry : entries) {
            readable &= Set.of("Apply", "Update").contains(Json.text(entry, "operation"));
        }
        return subresource.isEmpty() && (reset || readable) ? Owners.of(changed) : Owners.of(live);
    }

    private void claim(Owners owners, String name, ObjectNode before, ObjectNode after, String time) {
        Difference difference = Difference.between(type, before.isEmpty() ? Zero.of(type) : before, after)
                .outside(ignored);
        dispossess(owners, null, difference, true);
        FieldSet gained = difference.added().union(difference.modified());
        if (!gained.isEmpty()) {
            FieldOwner updater = FieldOwner.updater(name, apiVersion, subresource);
            owners.set(updater, new Owners.Share(owners.fields(updater).union(gained), apiVersion, time));
        }
    }

    private static void dispossess(Owners owners, @Nullable FieldOwner writer, Difference difference, boolean force) {
        FieldSet changed = difference.added().union(difference.modified());
        List<ConflictException.Conflict> conflicts = new ArrayList<>();
        for (Map.Entry<FieldOwner, Owners.Share> owner :
                Map.copyOf(owners.all()).entrySet()) {
            if (owner.getKey().equals(writer)) {
                continue;
            }
            FieldSet contested = owner.getValue().fields().intersection(changed);
            if (!contested.isEmpty()) {
                conflicts.add(
                        new ConflictException.Conflict(shown(owner.getKey(), owner.getValue()), contested.paths()));
            }
            FieldSet rest = owner.getValue().fields().difference(contested).difference(difference.removed());
            owners.set(
                    owner.getKey(),
                    new Owners.Share(
                            rest,
                            owner.getValue().apiVersion(),
                            owner.getValue().time()));
        }
        if (!force && !conflicts.isEmpty()) {
            conflicts.sort(Comparator.comparing(ConflictException.Conflict::manager));
            throw new ConflictException(conflicts);
        }
    }

    private static String shown(FieldOwner owner, Owners.Share share) {
        String subresource = owner.subresource().isEmpty() ? "" : " with subresource \"" + owner.subresource() + "\"";
        String version = owner.applies() ? "" : " using " + share.apiVersion();
        return "\"" + owner.name() + "\"" + subresource + version;
    }

    /** Removes what the applier had applied last time and no longer does, unless somebody else owns it. */
    private ObjectNode prune(ObjectNode merged, Owners owners, FieldSet last) {
        if (last.isEmpty()) {
            return merged;
        }
        ObjectNode pruned = Removal.from(type, merged, last.withDeclaredParents(type));
        FieldSet owned = FieldSet.empty();
        for (Owners.Share share : owners.all().values()) {
            owned = owned.union(share.fields());
        }
        FieldSet all = Extent.of(type, merged).withDeclaredParents(type);
        FieldSet kept = Extent.of(type, pruned).withDeclaredParents(type).union(owned.withDeclaredParents(type));
        ObjectNode withOwned = Removal.from(type, merged, all.difference(kept));
        FieldSet stays = Extent.of(type, withOwned).withDeclaredParents(type);
        return Removal.from(type, merged, all.difference(stays).intersection(last.withDeclaredParents(type)));
    }

    private static ObjectNode withoutOwners(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        Json.remove(copy, "metadata", "managedFields");
        return copy;
    }
}
