package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every workload of the program, to be found by the labels of its pods. Ask {@link Model#workloads()} for it. */
public final class Workloads {

    private final List<Workload> all = new ArrayList<>();
    private final Map<Manifest, Workload> byManifest = new HashMap<>();
    private final Map<Label, List<Workload>> byLabel = new HashMap<>();
    private @Nullable Map<@Nullable String, List<Workload>> byNamespace;

    /** Compared by hand, as a record's own methods have to be made when a run first needs them. */
    private record Label(@Nullable String namespace, String key, String value) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Label label
                    && value.equals(label.value)
                    && key.equals(label.key)
                    && Objects.equals(namespace, label.namespace);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * value.hashCode() + key.hashCode()) + Objects.hashCode(namespace);
        }
    }

    Workloads(Model model) {
        for (Manifest manifest : model.manifests()) {
            Workload workload = Workload.of(manifest);
            if (workload != null) {
                all.add(workload);
                byManifest.put(manifest, workload);
                for (Map.Entry<String, JsonNode> label : workload.labels().properties()) {
                    Label key = new Label(
                            manifest.id().namespace(),
                            label.getKey(),
                            label.getValue().asText());
                    byLabel.computeIfAbsent(key, x -> new ArrayList<>(2)).add(workload);
                }
            }
        }
    }

    /** All of them, in the order of stacks and of adding. */
    public List<Workload> all() {
        return Collections.unmodifiableList(all);
    }

    /** The workload that a manifest is; {@code null} if it is none. */
    public @Nullable Workload of(Manifest manifest) {
        return byManifest.get(manifest);
    }

    /** The workloads of a namespace whose pods carry all of these labels; there must be at least one label. */
    public List<Workload> selectedBy(@Nullable String namespace, JsonNode selector) {
        List<Workload> fewest = List.of();
        for (Iterator<Map.Entry<String, JsonNode>> labels =
                        selector.properties().iterator();
                labels.hasNext(); ) {
            Map.Entry<String, JsonNode> label = labels.next();
            List<Workload> those = byLabel.getOrDefault(
                    new Label(namespace, label.getKey(), label.getValue().asText()), List.of());
            if (those.isEmpty()) {
                return those;
            }
            fewest = fewest.isEmpty() || those.size() < fewest.size() ? those : fewest;
        }
        List<Workload> selected = new ArrayList<>(fewest.size());
        for (Workload candidate : fewest) {
            if (candidate.matches(selector)) {
                selected.add(candidate);
            }
        }
        return selected;
    }

    /** The workloads of a namespace that a selector with {@code matchLabels} or {@code matchExpressions} takes. */
    public List<Workload> select(@Nullable String namespace, JsonNode selector) {
        JsonNode labels = selector.path("matchLabels");
        List<Workload> candidates = labels.isEmpty() ? in(namespace) : selectedBy(namespace, labels);
        if (selector.path("matchExpressions").isEmpty()) {
            return candidates;
        }
        List<Workload> selected = new ArrayList<>();
        for (Workload candidate : candidates) {
            if (Selectors.matchesExpressions(selector, candidate.labels())) {
                selected.add(candidate);
            }
        }
        return selected;
    }

    private List<Workload> in(@Nullable String namespace) {
        Map<@Nullable String, List<Workload>> known = byNamespace;
        if (known == null) {
            known = new HashMap<>();
            for (Workload workload : all) {
                known.computeIfAbsent(workload.manifest().id().namespace(), x -> new ArrayList<>())
                        .add(workload);
            }
            byNamespace = known;
        }
        return known.getOrDefault(namespace, List.of());
    }
}
