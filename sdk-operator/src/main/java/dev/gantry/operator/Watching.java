package dev.gantry.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.KnownObjects;
import dev.gantry.engine.Owner;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.ObjectRef;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.GroupVersionKind;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Watches the objects that an operator has made: those that bear its label. */
final class Watching<R extends HasMetadata> implements KnownObjects {

    private static final String BY_OWNER = "owner";

    private final ObjectMapper mapper;
    private final Map<String, Kind<R>> kinds = new LinkedHashMap<>();

    private record Kind<R extends HasMetadata>(
            ApiResource resource, InformerEventSource<GenericKubernetesResource, R> source) {}

    private Watching(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Prepares to watch.
     *
     * @param owned the kinds, as the cluster serves them
     */
    static <R extends HasMetadata> Watching<R> of(
            EventSourceContext<R> context, String operator, Collection<ApiResource> owned, ObjectMapper mapper) {
        Watching<R> watching = new Watching<>(mapper);
        Class<R> type = context.getPrimaryResourceClass();
        String owners = HasMetadata.getKind(type) + "." + HasMetadata.getGroup(type) + " ";
        for (ApiResource resource : owned) {
            int slash = resource.apiVersion().indexOf('/');
            GroupVersionKind kind =
                    new GroupVersionKind(resource.group(), resource.apiVersion().substring(slash + 1), resource.kind());
            var configuration = InformerEventSourceConfiguration.from(kind, type)
                    .withName(resource.groupKind())
                    .withLabelSelector(Owner.OPERATOR + "=" + operator)
                    .withNamespacesInheritedFromController()
                    .withSecondaryToPrimaryMapper(object -> owner(object, owners))
                    .build();
            InformerEventSource<GenericKubernetesResource, R> source =
                    new InformerEventSource<>(configuration, context);
            source.addIndexers(Map.of(BY_OWNER, object -> List.of(title(object))));
            watching.kinds.put(key(resource), new Kind<>(resource, source));
        }
        return watching;
    }

    List<EventSource<?, R>> sources() {
        List<EventSource<?, R>> sources = new ArrayList<>();
        kinds.values().forEach(kind -> sources.add(kind.source()));
        return sources;
    }

    @Override
    public boolean covers(ApiResource resource) {
        return kinds.containsKey(key(resource));
    }

    @Override
    public Optional<ObjectNode> get(ObjectRef ref) {
        return cached(ref).map(this::tree);
    }

    @Override
    public List<Known> of(Owner owner) {
        List<Known> all = new ArrayList<>();
        for (Kind<R> kind : kinds.values()) {
            for (GenericKubernetesResource object : kind.source().byIndex(BY_OWNER, owner.title())) {
                ObjectRef ref = new ObjectRef(
                        kind.resource(),
                        object.getMetadata().getNamespace(),
                        object.getMetadata().getName());
                all.add(new Known(ref, tree(object)));
            }
        }
        return all;
    }

    @Override
    public void written(ObjectRef ref, ObjectNode now, @Nullable ObjectNode before) {
        Kind<R> kind = kinds.get(key(ref.resource()));
        GenericKubernetesResource object = mapper.convertValue(now, GenericKubernetesResource.class);
        if (kind == null || isSameVersion(now, before)) {
            return;
        }
        if (before == null) {
            kind.source().handleRecentResourceCreate(id(ref), object);
        } else {
            GenericKubernetesResource earlier = mapper.convertValue(before, GenericKubernetesResource.class);
            kind.source().handleRecentResourceUpdate(id(ref), object, earlier);
        }
    }

    private Optional<GenericKubernetesResource> cached(ObjectRef ref) {
        Kind<R> kind = kinds.get(key(ref.resource()));
        return kind == null ? Optional.empty() : kind.source().get(id(ref));
    }

    private ObjectNode tree(GenericKubernetesResource object) {
        return mapper.valueToTree(object);
    }

    private static boolean isSameVersion(ObjectNode now, @Nullable ObjectNode before) {
        return before != null && now.at("/metadata/resourceVersion").equals(before.at("/metadata/resourceVersion"));
    }

    /** The custom resource of an object, if it is of the kind with which the titles begin. */
    private static Set<ResourceID> owner(HasMetadata object, String owners) {
        String title = title(object);
        if (!title.startsWith(owners)) {
            return Set.of();
        }
        String path = title.substring(owners.length());
        int slash = path.indexOf('/');
        return Set.of(
                slash < 0 ? new ResourceID(path) : new ResourceID(path.substring(slash + 1), path.substring(0, slash)));
    }

    private static String title(HasMetadata object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault(Owner.OWNER, "");
    }

    private static ResourceID id(ObjectRef ref) {
        return new ResourceID(ref.name(), ref.namespace());
    }

    private static String key(ApiResource resource) {
        return resource.plural() + "." + resource.group();
    }
}
