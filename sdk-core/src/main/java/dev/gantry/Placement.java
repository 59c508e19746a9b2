package dev.gantry;

import dev.gantry.bundle.ResourceId;
import dev.gantry.check.FileSecret;
import dev.gantry.check.Manifest;
import dev.gantry.config.Secret;
import dev.gantry.extension.Adjustment;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Kind;
import dev.gantry.extension.KindTable;
import dev.gantry.extension.ProgramRule;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ValueRule;
import dev.gantry.finding.Finding;
import dev.gantry.raw.RawRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which resource was added to which stack. */
final class Placement {

    private final Map<Resource, Placed> byResource = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();
    private final List<Stack> stacks;
    private final FindingLog log;
    private final CustomKinds customKinds;

    Placement(App app, FindingLog log) {
        this.log = log;
        this.stacks = app.stacks();
        this.customKinds = new CustomKinds(app);
        log.checkAdjustments(app.adjustments(), null, null);
        Map<String, Stack> byName = new HashMap<>();
        for (Stack stack : stacks) {
            Stack other = byName.putIfAbsent(stack.name(), stack);
            if (other != null) {
                log.add(Finding.of(
                                ProgramRule.SAME_STACK, "There are two stacks with the name \"" + stack.name() + "\".")
                        .hint("Keep the first one in a variable and add to it, or give this one another name.")
                        .in(null, stack.name())
                        .at(stack.origin())
                        .related(other.origin(), "the first one is made here"));
            }
            for (Flaw flaw : stack.flaws()) {
                log.add(stack, flaw);
            }
            for (Finding finding : stack.generated().findings()) {
                log.add(stack.facts(), finding);
            }
            log.checkAdjustments(stack.adjustments(), stack.name(), null);
            for (Stack.Entry entry : stack.entries()) {
                place(stack, entry);
            }
        }
    }

    /** Every placed resource, in the order of stacks and of adding. */
    List<Placed> placed() {
        return Collections.unmodifiableList(placed);
    }

    @Nullable
    Placed of(Resource resource) {
        return byResource.get(resource.resource());
    }

    /** The stacks, in the order of the program. */
    List<Stack> stacks() {
        return stacks;
    }

    /** Whether a resource stands for a Secret whose values are made in the cluster. */
    boolean isGenerated(Resource resource) {
        for (Stack stack : stacks) {
            if (stack.generated().holds(resource)) {
                return true;
            }
        }
        return false;
    }

    /** The name of a resource's kind in URLs. */
    String plural(Resource resource) {
        return customKinds.plural(resource);
    }

    List<Manifest> manifests() {
        List<Manifest> manifests = new ArrayList<>(placed.size());
        for (Placed one : placed) {
            if (!isOfFiles(one.resource())) {
                manifests.add(one.manifest());
            }
        }
        return Collections.unmodifiableList(manifests);
    }

    /** The Secrets whose values are in files that enter no output. */
    List<FileSecret> fileSecrets() {
        List<FileSecret> secrets = new ArrayList<>(0);
        for (Placed one : placed) {
            if (one.resource() instanceof Secret secret && isOfFiles(secret)) {
                secrets.add(new FileSecret(one.manifest(), secret.files()));
            }
        }
        return secrets;
    }

    private static boolean isOfFiles(Resource resource) {
        return resource instanceof Secret secret && !secret.files().isEmpty();
    }

    /** By stack, then in the order in which they can be applied. */
    static List<Manifest> inOrder(List<String> stacks, List<Manifest> manifests) {
        Map<String, Integer> position = new HashMap<>();
        for (String stack : stacks) {
            position.putIfAbsent(stack, position.size());
        }
        List<Place> places = new ArrayList<>(manifests.size());
        for (Manifest manifest : manifests) {
            places.add(Place.of(manifest, position.getOrDefault(manifest.stack(), 0)));
        }
        Collections.sort(places);
        List<Manifest> ordered = new ArrayList<>(places.size());
        for (Place place : places) {
            ordered.add(place.manifest());
        }
        return Collections.unmodifiableList(ordered);
    }

    /** Where a manifest goes; looked up once, and not each time that two are compared. */
    private record Place(Manifest manifest, int stack, int rank, String group) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int order = Integer.compare(stack, other.stack);
            order = order != 0 ? order : Integer.compare(rank, other.rank);
            order = order != 0 ? order : id().kind().compareTo(other.id().kind());
            order = order != 0 ? order : group.compareTo(other.group);
            order = order != 0 ? order : namespace().compareTo(other.namespace());
            return order != 0 ? order : id().name().compareTo(other.id().name());
        }

        static Place of(Manifest manifest, int stack) {
            ResourceId id = manifest.id();
            return new Place(manifest, stack, KindTable.rank(id.apiVersion(), id.kind()), id.group());
        }

        ResourceId id() {
            return manifest.id();
        }

        private String namespace() {
            return Objects.requireNonNullElse(id().namespace(), "");
        }
    }

    private void place(Stack stack, Stack.Entry entry) {
        Resource resource = entry.resource();
        if (resource == null) {
            log.add(Finding.of(ValueRule.NULL, "null was added to the stack \"" + stack.name() + "\".")
                    .hint("Add a resource.")
                    .in(null, stack.name())
                    .at(entry.origin()));
            return;
        }
        Kind.Scope scope = customKinds.scope(resource);
        Placed made = new Placed(resource, scope, stack, entry.origin());
        if (Draft.of(resource).isAbsent()) {
            return;
        }
        if (resource.isExternal()) {
            log.add(
                    made,
                    "",
                    Finding.of(
                                    ProgramRule.EXTERNAL_ADDED,
                                    resource + " exists outside the program, so it cannot be added.")
                            .hint("Make it with of(...), or only refer to it.")
                            .at(entry.origin()));
            return;
        }
        Placed before = byResource.putIfAbsent(resource, made);
        if (before != null) {
            log.add(
                    made,
                    "",
                    Finding.of(
                                    ProgramRule.ADDED_TWICE,
                                    resource + " was added to the stack \"" + stack.name() + "\", but it is in \""
                                            + before.stack().name() + "\" already.")
                            .hint("Add it once; refer to it from anywhere.")
                            .at(entry.origin())
                            .related(before.added(), "it was added here first"));
            return;
        }
        placed.add(made);
        if (scope == Kind.Scope.CLUSTER && made.tree().path("metadata").hasNonNull("namespace")) {
            log.add(
                    made,
                    "metadata.namespace",
                    Finding.of(
                                    RawRule.CLUSTER_SCOPED,
                                    resource.kind().name()
                                            + " belongs to the cluster as a whole, but the manifest has the namespace \""
                                            + made.tree()
                                                    .path("metadata")
                                                    .path("namespace")
                                                    .asText() + "\".")
                            .hint("Leave the namespace out."));
        }
        if (scope == Kind.Scope.UNKNOWN) {
            log.add(
                    made,
                    "",
                    Finding.of(
                                    ProgramRule.SCOPE,
                                    "It is not known whether the kind "
                                            + resource.kind().name() + " of "
                                            + resource.kind().apiVersion() + " lives in namespaces.")
                            .hint(
                                    "Say namespaced() or clusterScoped(), state its namespace, or add its definition to the"
                                            + " program. It is taken to live in namespaces."));
        }
        List<Adjustment> adjustments = Draft.of(resource).adjustments();
        if (!adjustments.isEmpty()) {
            log.checkAdjustments(adjustments, stack.name(), made.id().toString());
        }
    }
}
