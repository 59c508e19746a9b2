package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The subsets of the program's DestinationRules by their hosts, and which of them routes name. */
final class Subsets {

    private final Map<String, List<Manifest>> rules = new HashMap<>();
    private final Map<String, Set<String>> named = new HashMap<>();
    private final List<String> patterns = new ArrayList<>(0);

    Subsets(List<Manifest> destinationRules) {
        for (Manifest rule : destinationRules) {
            String host = MeshHosts.canonical(hostOf(rule), rule.id().namespace());
            rules.computeIfAbsent(host, x -> new ArrayList<>(1)).add(rule);
            if (host.startsWith("*")) {
                patterns.add(hostOf(rule));
            }
        }
    }

    static String hostOf(Manifest rule) {
        return rule.tree().path("spec").path("host").asText();
    }

    /** The DestinationRules for a host. */
    List<Manifest> rules(String host, @Nullable String namespace) {
        return rules.getOrDefault(MeshHosts.canonical(host, namespace), List.of());
    }

    /** Whether a DestinationRule with a {@code *} may be for a host too. */
    boolean isCovered(String host) {
        return patterns.stream().anyMatch(pattern -> MeshHosts.covers(pattern, host));
    }

    /** The names of the subsets of these rules. */
    static List<String> names(List<Manifest> rules) {
        List<String> names = new ArrayList<>();
        for (Manifest rule : rules) {
            for (JsonNode subset : rule.tree().path("spec").path("subsets")) {
                names.add(subset.path("name").asText());
            }
        }
        return names;
    }

    /** Remembers that a route leads to a host, and to which subset of it; to no particular one if the name is empty. */
    void name(String host, @Nullable String namespace, String subset) {
        named.computeIfAbsent(MeshHosts.canonical(host, namespace), x -> new HashSet<>())
                .add(subset);
    }

    /** The subsets of a host that routes name and that there are, in the order of their names. */
    SortedSet<String> named(String host, @Nullable String namespace) {
        String known = MeshHosts.canonical(host, namespace);
        SortedSet<String> names = new TreeSet<>(named.getOrDefault(known, Set.of()));
        names.retainAll(names(rules.getOrDefault(known, List.of())));
        return names;
    }
}
