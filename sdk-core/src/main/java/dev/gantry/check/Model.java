package dev.gantry.check;

import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.bundle.ResourceId;
import dev.gantry.extension.KindTable;
import dev.gantry.extension.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that a run has made, for checks to read. */
public final class Model {

    private final String environment;
    private final KubernetesVersion kubernetesVersion;
    private final Map<String, StackFacts> stacks = new LinkedHashMap<>();
    private final List<Manifest> manifests;
    private final List<FileSecret> fileSecrets;
    private final Map<Resource, Manifest> byResource = new HashMap<>();
    private final Map<Key, List<Manifest>> byKind = new HashMap<>();
    private final Map<Key, Manifest> byName = new HashMap<>();
    private @Nullable Workloads workloads;

    /** What manifests are found by. Compared by hand, as a record's own methods have to be made when a run first needs them. */
    private record Key(String group, String kind, @Nullable String namespace, String name) {

        static Key of(String group, String kind) {
            return new Key(group, kind, null, "");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && name.equals(key.name)
                    && kind.equals(key.kind)
                    && group.equals(key.group)
                    && Objects.equals(namespace, key.namespace);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * name.hashCode() + kind.hashCode()) + Objects.hashCode(namespace);
        }
    }

    /**
     * A model of these manifests; made by the run.
     *
     * @param fileSecrets the Secrets that are in no output
     */
    public Model(
            String environment,
            KubernetesVersion kubernetesVersion,
            List<StackFacts> stacks,
            List<Manifest> manifests,
            List<FileSecret> fileSecrets) {
        this.environment = environment;
        this.kubernetesVersion = kubernetesVersion;
        stacks.forEach(stack -> this.stacks.putIfAbsent(stack.name(), stack));
        this.manifests = List.copyOf(manifests);
        this.fileSecrets = List.copyOf(fileSecrets);
        for (Manifest manifest : manifests) {
            byResource.put(manifest.resource(), manifest);
            ResourceId id = manifest.id();
            String group = id.group();
            byKind.computeIfAbsent(Key.of(group, id.kind()), x -> new ArrayList<>())
                    .add(manifest);
            byName.putIfAbsent(new Key(group, id.kind(), id.namespace(), id.name()), manifest);
        }
    }

    /** A model of manifests that were made before, to ask it questions. */
    public static Model of(String environment, List<Manifest> manifests) {
        return new Model(environment, KubernetesVersion.DEFAULT, List.of(), manifests, List.of());
    }

    /** The environment that was made. */
    public String environment() {
        return environment;
    }

    /** The version of Kubernetes that the manifests are made for. */
    public KubernetesVersion kubernetesVersion() {
        return kubernetesVersion;
    }

    /** The stack that a manifest belongs to. */
    public StackFacts stackOf(Manifest manifest) {
        StackFacts stack = stacks.get(manifest.stack());
        return stack == null ? StackFacts.named(manifest.stack()) : stack;
    }

    /** All manifests, in the order of stacks and of adding. */
    public List<Manifest> manifests() {
        return manifests;
    }

    /**
     * The manifests of a kind, in any version of its API.
     *
     * @param group such as {@code apps}; empty for the core group
     * @param kind such as {@code Deployment}
     */
    public List<Manifest> ofKind(String group, String kind) {
        return Collections.unmodifiableList(byKind.getOrDefault(Key.of(group, kind), List.of()));
    }

    /** The manifest of a resource; empty if the resource was not added. */
    public Optional<Manifest> of(Resource resource) {
        return Optional.ofNullable(byResource.get(resource.resource()));
    }

    /** Whether there is a definition of a kind, or a resource that is made of a class. */
    boolean hasCustomKinds() {
        for (Manifest manifest : manifests) {
            String kind = manifest.id().kind();
            boolean custom = KindTable.scope(manifest.id().apiVersion(), kind).isEmpty();
            if (custom || kind.equals("CustomResourceDefinition")) {
                return true;
            }
        }
        return false;
    }

    /**
     * The manifest of a kind with that namespace and name, in any version of its API.
     *
     * @param group such as {@code apps}; empty for the core group
     * @param kind such as {@code Deployment}
     */
    public Optional<Manifest> find(String group, String kind, @Nullable String namespace, String name) {
        return Optional.ofNullable(byName.get(new Key(group, kind, namespace, name)));
    }

    /** The Secret of a namespace and name whose values are made at random in the cluster; empty if it is not such a one. */
    public Optional<GeneratedSecret> generatedSecret(@Nullable String namespace, String name) {
        for (StackFacts stack : stacks.values()) {
            for (GeneratedSecret secret : stack.generatedSecrets()) {
                if (secret.name().equals(name) && Objects.equals(secret.namespace(), namespace)) {
                    return Optional.of(secret);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the values of any Secret are made at random in the cluster. */
    public boolean hasGeneratedSecrets() {
        for (StackFacts stack : stacks.values()) {
            if (!stack.generatedSecrets().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The Secrets whose values are in files that enter no output; they are not among the manifests. */
    public List<FileSecret> fileSecrets() {
        return fileSecrets;
    }

    /** The Secret of a namespace and name whose values are in such files; empty if it is not such a one. */
    public Optional<FileSecret> fileSecret(@Nullable String namespace, String name) {
        for (FileSecret secret : fileSecrets) {
            ResourceId id = secret.manifest().id();
            if (id.name().equals(name) && Objects.equals(id.namespace(), namespace)) {
                return Optional.of(secret);
            }
        }
        return Optional.empty();
    }

    /** The workloads among them. */
    public Workloads workloads() {
        Workloads known = workloads;
        if (known == null) {
            known = new Workloads(this);
            workloads = known;
        }
        return known;
    }

    /** Whether two manifests live in one namespace, or both in the one that is left to whoever applies them. */
    public static boolean sameNamespace(Manifest one, Manifest other) {
        return Objects.equals(one.id().namespace(), other.id().namespace());
    }
}
