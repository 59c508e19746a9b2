package dev.gantry.engine.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds that a server serves, as it told once. */
final class ServedKinds implements Discovery {

    /** By group and kind; each in the order in which the server prefers its versions. */
    private final Map<String, List<ApiResource>> kinds;

    private final Set<String> unavailable;

    private ServedKinds(Map<String, List<ApiResource>> kinds, Set<String> unavailable) {
        this.kinds = kinds;
        this.unavailable = Set.copyOf(unavailable);
    }

    /**
     * What a server serves.
     *
     * @param resources group by group, in the order in which the server prefers their versions
     */
    static ServedKinds of(List<ApiResource> resources, Set<String> unavailable) {
        Map<String, List<ApiResource>> kinds = new LinkedHashMap<>();
        for (ApiResource resource : resources) {
            kinds.computeIfAbsent(key(resource.group(), resource.kind()), key -> new ArrayList<>())
                    .add(resource);
        }
        return new ServedKinds(kinds, unavailable);
    }

    @Override
    public Optional<ApiResource> resource(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        return all(slash < 0 ? "" : apiVersion.substring(0, slash), kind).stream()
                .filter(resource -> resource.apiVersion().equals(apiVersion))
                .findFirst();
    }

    @Override
    public Optional<ApiResource> preferred(String group, String kind) {
        return all(group, kind).stream().findFirst();
    }

    @Override
    public List<String> versions(String group, String kind) {
        return all(group, kind).stream().map(ApiResource::apiVersion).distinct().toList();
    }

    @Override
    public List<ApiResource> all() {
        return kinds.values().stream()
                .map(versions -> versions.get(0))
                .filter(resource -> resource.verbs().contains("list"))
                .toList();
    }

    @Override
    public Set<String> unavailableGroups() {
        return unavailable;
    }

    private List<ApiResource> all(String group, String kind) {
        return kinds.getOrDefault(key(group, kind), List.of());
    }

    private static String key(String group, String kind) {
        return group + "/" + kind;
    }
}
