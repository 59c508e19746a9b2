package dev.gantry.engine.release.prune;

import dev.gantry.engine.plan.Step;
import dev.gantry.engine.release.ApplySet;
import dev.gantry.engine.release.ReleaseRule;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Decides for every object of a stack that the program no longer has whether it is deleted. When in doubt it stays. */
public final class Removals {

    private final StackHome home;
    private final Desired desired;
    private final Collateral collateral;
    private final List<Step> steps = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Member> kept = new ArrayList<>();
    private final Set<String> going = new HashSet<>();

    private Removals(StackHome home, Desired desired, Collateral collateral) {
        this.home = home;
        this.desired = desired;
        this.collateral = collateral;
    }

    /**
     * What is decided.
     *
     * @param steps a {@link Step.Prune} or a {@link Step.Keep} for each object that the program no longer has
     * @param findings why nothing may be deleted at all
     */
    public record Decided(List<Step> steps, List<Finding> findings) {
        /** Copies the lists. */
        public Decided {
            steps = List.copyOf(steps);
            findings = List.copyOf(findings);
        }
    }

    /** Decides. */
    public static Decided of(StackHome home, List<Member> members, Desired desired, Collateral collateral) {
        Removals removals = new Removals(home, desired, collateral);
        List<Member> gone = members.stream().filter(each -> !desired.has(each)).toList();
        // What a definition or a namespace still has depends on what becomes of everything else.
        gone.stream().filter(each -> !isDefinition(each) && !isNamespace(each)).forEach(removals::decide);
        gone.stream().filter(Removals::isDefinition).forEach(removals::decide);
        gone.stream().filter(Removals::isNamespace).forEach(removals::decide);
        return new Decided(removals.steps, removals.findings);
    }

    private void decide(Member member) {
        Optional<String> owner = member.meta().controller();
        String stack = desired.movedTo(member.id());
        String annotation = KeepAnnotations.of(member.meta());
        if (stack != null) {
            keep(member, "it moves to stack " + stack, false);
        } else if (owner.isPresent()) {
            findings.add(controlled(member, owner.get()));
            kept.add(member);
        } else if (annotation != null) {
            keep(member, "its annotation " + annotation + " says so", true);
        } else if (!member.applied()) {
            keep(member, "its managed fields are lost, so that nobody knows who applied it", false);
        } else if (isNamespace(member) && isSystem(member.meta().name())) {
            keep(member, "it is a namespace of Kubernetes itself", true);
        } else {
            Optional<String> own = isNamespace(member) ? ofOurs(member.meta().name()) : Optional.empty();
            own.or(() -> collateral.of(member.id(), going))
                    .ifPresentOrElse(why -> keep(member, why, false), () -> prune(member));
        }
    }

    /** Why a namespace must stay because of what the program has in it, there already or not. */
    private Optional<String> ofOurs(String namespace) {
        if (namespace.equals(home.namespace()) && !desired.isEmpty()) {
            return Optional.of("it holds the inventory of the stack");
        }
        return desired.in(namespace)
                .or(() -> kept.stream()
                        .filter(each -> Objects.equals(each.meta().namespace(), namespace))
                        .map(each -> each.id().toString())
                        .findFirst())
                .map(object -> "it still has " + object);
    }

    private void prune(Member member) {
        going.add(member.uid());
        steps.add(new Step.Prune(member.id(), member.uid(), effects(member)));
    }

    private void keep(Member member, String why, boolean released) {
        kept.add(member);
        steps.add(new Step.Keep(member.id(), member.uid(), why, released));
    }

    private static List<String> effects(Member member) {
        List<String> effects = new ArrayList<>();
        if (member.meta().isTerminating()) {
            effects.add("it is being deleted already");
        }
        if (isNamespace(member)) {
            effects.add("everything in the namespace is deleted with it");
        } else if (isDefinition(member)) {
            effects.add("all resources of its kind are deleted with it");
        } else if (member.resource().groupKind().equals(Collateral.CLAIM)) {
            effects.add("its data is deleted, unless the volume is retained");
        }
        return effects;
    }

    private Finding controlled(Member member, String owner) {
        String namespace = member.meta().namespace();
        return Finding.of(
                        ReleaseRule.CONTROLLED,
                        member.id() + " is no longer in the program, but is controlled by " + owner
                                + ", so it is not Gantry's to delete.")
                .hint("Delete it yourself; or, if it is not of the stack any more, remove its label: kubectl label "
                        + member.resource().kind() + " " + member.meta().name()
                        + (namespace == null ? "" : " -n " + namespace) + " " + ApplySet.PART_OF + "-.")
                .in(null, home.stack())
                .on(member.id().toString(), "metadata.ownerReferences");
    }

    private static boolean isNamespace(Member member) {
        return member.resource().groupKind().equals(Collateral.NAMESPACE);
    }

    private static boolean isDefinition(Member member) {
        return member.resource().groupKind().equals(Collateral.DEFINITIONS);
    }

    private static boolean isSystem(String namespace) {
        return namespace.equals("default") || namespace.startsWith("kube-");
    }
}
