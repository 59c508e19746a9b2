package dev.gantry;

import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.bundle.ResourceId;
import dev.gantry.extension.Dependency;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Problem;
import dev.gantry.extension.ProgramRule;
import dev.gantry.extension.Reference;
import dev.gantry.extension.Resource;
import dev.gantry.finding.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at how resources hang together: identities that clash, references that lead nowhere, what was forgotten. */
final class Links {

    /**
     * What a cluster tells resources apart by: the version of the API is not part of it. Compared by hand, as a record's own
     * methods have to be made when a run first needs them.
     */
    private record Identity(
            String group, String kind, @Nullable String namespace, String name) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity identity
                    && name.equals(identity.name)
                    && kind.equals(identity.kind)
                    && group.equals(identity.group)
                    && Objects.equals(namespace, identity.namespace);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * name.hashCode() + kind.hashCode()) + Objects.hashCode(namespace);
        }
    }

    private Links() {}

    static void check(Placement placement, List<Resource> made, boolean complete, FindingLog log) {
        identities(placement, log);
        Set<Resource> mentioned = new HashSet<>();
        for (Placed placed : placement.placed()) {
            for (Reference reference : Draft.of(placed.resource()).references()) {
                if (mentioned.add(reference.target())
                        && reference.target().isExternal()
                        && !placement.isGenerated(reference.target())) {
                    problems(placed, reference, log);
                }
                check(placement, placed, reference, log);
            }
            for (Dependency dependency : Draft.of(placed.resource()).dependencies()) {
                mentioned.add(dependency.target());
                check(placement, placed, dependency, log);
            }
        }
        if (complete) {
            if (made.isEmpty() && placement.placed().isEmpty()) {
                log.add(Finding.of(ProgramRule.EMPTY, "The blueprint made no resources.")
                        .hint("Make a stack with app.stack(name), and add resources to it."));
            }
            for (Resource resource : made) {
                if (placement.of(resource) == null && !mentioned.contains(resource)) {
                    forgotten(resource, log);
                }
            }
        }
    }

    private static void identities(Placement placement, FindingLog log) {
        Map<Identity, Placed> seen = new HashMap<>();
        for (Placed placed : placement.placed()) {
            ResourceId id = placed.id();
            Placed other = seen.putIfAbsent(new Identity(id.group(), id.kind(), id.namespace(), id.name()), placed);
            if (other != null && !id.name().isEmpty()) {
                log.add(
                        placed,
                        "metadata.name",
                        Finding.of(ProgramRule.SAME_IDENTITY, "There are two resources " + id + ".")
                                .hint("Give one of them another name or namespace.")
                                .at(placed.resource().origin())
                                .related(other.resource().origin(), "the first one is made here"));
            }
        }
        Map<Identity, GeneratedSecret> asked = new HashMap<>();
        for (Stack stack : placement.stacks()) {
            for (GeneratedSecret secret : stack.generated().all()) {
                Identity identity = new Identity("", "Secret", secret.namespace(), secret.name());
                GeneratedSecret other = asked.putIfAbsent(identity, secret);
                Placed made = seen.get(identity);
                if (made != null || other != null) {
                    log.add(stack.facts(), generatedTwice(secret, made, other));
                }
            }
        }
    }

    private static Finding generatedTwice(
            GeneratedSecret secret, @Nullable Placed made, @Nullable GeneratedSecret other) {
        String shown = new ResourceId("v1", "Secret", secret.namespace(), secret.name()).toString();
        Finding finding = made != null
                ? Finding.of(ProgramRule.SAME_IDENTITY, shown + " is generated here, but the program makes it too.")
                        .hint("Generate all of its keys, or make it under another name.")
                        .related(made.resource().origin(), "it is made here")
                : Finding.of(ProgramRule.SAME_IDENTITY, shown + " is generated for two stacks.")
                        .hint("Generate it in one of them, and pass the key to what is in the other.")
                        .related(other == null ? null : other.origin(), "the first one is generated here");
        return finding.on(shown, null).at(secret.origin());
    }

    /** What is wrong with the name of a resource that lives elsewhere: nobody but who names it can say so. */
    private static void problems(Placed placed, Reference reference, FindingLog log) {
        Resource target = reference.target();
        if (Draft.of(target).isAbsent()) {
            return;
        }
        for (Problem problem : Draft.of(target).problems()) {
            Flaw flaw = problem.flaw();
            log.add(
                    placed,
                    reference.field(),
                    Finding.of(flaw.rule(), flaw.message())
                            .hint(flaw.hint())
                            .at(reference.origin())
                            .related(target.origin(), "it is named here"));
        }
    }

    private static void check(Placement placement, Placed placed, Reference reference, FindingLog log) {
        Resource target = reference.target();
        Placed found = placement.of(target);
        if (found == null && !target.isExternal()) {
            log.add(
                    placed,
                    reference.field(),
                    Finding.of(ProgramRule.NEVER_ADDED, target + " is named here, but it was never added to a stack.")
                            .hint("Pass it to Stack.add(...), or name it with existing(...) if it lives elsewhere.")
                            .at(reference.origin())
                            .related(target.origin(), "it is made here"));
            return;
        }
        String namespace = found == null ? target.ownNamespace() : found.namespace();
        boolean elsewhere = namespace != null || found != null;
        if (reference.local() && elsewhere && !Objects.equals(namespace, placed.namespace())) {
            log.add(
                    placed,
                    reference.field(),
                    Finding.of(
                                    ProgramRule.OTHER_NAMESPACE,
                                    target + " lives in " + shown(namespace)
                                            + ", but this field can only name what lives in "
                                            + shown(placed.namespace()) + ".")
                            .hint("Put both into one namespace.")
                            .at(reference.origin())
                            .related(target.origin(), "it is made here"));
        }
    }

    private static void check(Placement placement, Placed placed, Dependency dependency, FindingLog log) {
        Resource target = dependency.target();
        if (placement.of(target) != null || Draft.of(target).isAbsent()) {
            return;
        }
        Finding finding;
        if (placement.isGenerated(target)) {
            finding = Finding.of(
                            ProgramRule.DEPENDENCY,
                            target
                                    + " is generated before anything of its stack is applied, so nothing has to wait for it.")
                    .hint("Leave it out; if it is another stack's, depend on that stack.");
        } else if (target.isExternal()) {
            finding = Finding.of(
                            ProgramRule.DEPENDENCY, target + " exists outside the program, so nothing waits for it.")
                    .hint("Leave it out: what exists outside has to be there before the program is applied.");
        } else {
            finding = Finding.of(
                            ProgramRule.NEVER_ADDED,
                            target + " is to be ready before this one, but it was never added to a stack.")
                    .hint("Pass it to Stack.add(...).")
                    .related(target.origin(), "it is made here");
        }
        log.add(placed, "", finding.at(dependency.origin()));
    }

    private static String shown(@Nullable String namespace) {
        return namespace == null ? "no stated namespace" : "the namespace \"" + namespace + "\"";
    }

    private static void forgotten(Resource resource, FindingLog log) {
        log.add(Finding.of(ProgramRule.FORGOTTEN, resource + " was made, but never added to a stack.")
                .hint("Pass it to Stack.add(...), or do not make it.")
                .on(resource.toString(), null)
                .at(resource.origin()));
    }
}
