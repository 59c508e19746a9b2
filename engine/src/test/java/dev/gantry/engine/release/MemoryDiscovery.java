package dev.gantry.engine.release;

import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Discovery;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of a {@link MemoryCluster}. */
record MemoryDiscovery(List<ApiResource> all, Set<String> unavailableGroups) implements Discovery {

    @Override
    public Optional<ApiResource> resource(String apiVersion, String kind) {
        return all.stream()
                .filter(each ->
                        each.apiVersion().equals(apiVersion) && each.kind().equals(kind))
                .findFirst();
    }

    @Override
    public Optional<ApiResource> preferred(String group, String kind) {
        return all.stream()
                .filter(each -> each.group().equals(group) && each.kind().equals(kind))
                .findFirst();
    }

    @Override
    public List<String> versions(String group, String kind) {
        return preferred(group, kind).map(each -> List.of(each.apiVersion())).orElse(List.of());
    }
}
