package dev.gantry.engine.release.prune;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.StackHome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the program has, in this stack and in its others. */
public final class Desired {

    private final StackHome home;
    private final Set<Identity> own = new HashSet<>();
    private final Map<Identity, String> elsewhere = new HashMap<>();
    private final Set<String> uids;

    /**
     * What the program has.
     *
     * @param others its other stacks; those that this run does not apply, too
     * @param uids of the live objects that are of the stack under whatever name, as kinds have several
     */
    public Desired(StackHome home, Release release, Map<StackHome, Release> others, Set<String> uids) {
        this.home = home;
        this.uids = Set.copyOf(uids);
        home.ids(release).forEach(id -> own.add(Identity.of(id, home)));
        others.forEach((other, its) -> {
            if (!other.equals(home)) {
                other.ids(its).forEach(id -> elsewhere.put(Identity.of(id, other), other.stack()));
            }
        });
    }

    /** Whether it is in this stack. */
    boolean has(Member member) {
        return has(member.id()) || uids.contains(member.uid());
    }

    boolean has(ResourceId id) {
        return own.contains(Identity.of(id, home));
    }

    /** The stack that it has moved to; {@code null} if it is in none. */
    @Nullable
    String movedTo(ResourceId id) {
        return elsewhere.get(Identity.of(id, home));
    }

    /** Whether nothing is left in this stack. */
    boolean isEmpty() {
        return own.isEmpty();
    }

    /** An object of the program that is in this namespace. */
    Optional<String> in(String namespace) {
        return own.stream()
                .filter(each ->
                        each.namespace().equals(namespace) && !each.kind().equals("Namespace"))
                .map(each -> each.kind() + " " + namespace + "/" + each.name())
                .sorted()
                .findFirst();
    }
}
