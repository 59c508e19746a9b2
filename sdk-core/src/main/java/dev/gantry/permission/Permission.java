package dev.gantry.permission;

import dev.gantry.access.ApiResource;
import dev.gantry.check.Manifest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody is allowed, by one rule of one role through one binding.
 *
 * @param verbs such as {@code get}; {@code *} for all
 * @param group the API group; empty for the core group, {@code *} for all
 * @param resource the plural, such as {@code pods} or {@code pods/log}; {@code *} for all; empty where {@code urls} are
 *     allowed
 * @param names of which objects; empty for all
 * @param urls the paths that are no resources; empty where a resource is allowed
 * @param wholeCluster whether it holds in every namespace and outside of them
 * @param namespace where it holds, if not in the whole cluster; {@code null} too where the namespace is left to whoever
 *     applies the binding
 * @param role the role that allows it; {@code null} for {@code cluster-admin}, which every cluster has
 * @param binding what binds the role
 */
public record Permission(
        List<String> verbs,
        String group,
        String resource,
        List<String> names,
        List<String> urls,
        boolean wholeCluster,
        @Nullable String namespace,
        @Nullable Manifest role,
        Manifest binding) {

    /** Copies the lists. */
    public Permission {
        verbs = List.copyOf(verbs);
        names = List.copyOf(names);
        urls = List.copyOf(urls);
    }

    /** Whether it allows a verb on a resource, wherever it holds. */
    boolean covers(String verb, ApiResource wanted) {
        return urls.isEmpty()
                && anyOrThat(verbs, verb)
                && (group.equals("*") || group.equals(wanted.group()))
                && coversResource(wanted.resource())
                && (names.isEmpty() || (!wanted.names().isEmpty() && names.containsAll(wanted.names())));
    }

    /** Whether it allows a verb on a path that is no resource. */
    boolean coversUrl(String verb, String path) {
        return wholeCluster
                && anyOrThat(verbs, verb)
                && urls.stream()
                        .anyMatch(url -> url.endsWith("*")
                                ? path.startsWith(url.substring(0, url.length() - 1))
                                : url.equals(path));
    }

    private boolean coversResource(String wanted) {
        if (resource.equals("*") || resource.equals(wanted)) {
            return true;
        }
        int slash = wanted.indexOf('/');
        return slash >= 0 && resource.equals("*" + wanted.substring(slash));
    }

    private static boolean anyOrThat(List<String> terms, String term) {
        return terms.contains("*") || terms.contains(term);
    }

    /** As people say it, such as {@code get, list deployments.apps in the namespace "shop"}. */
    @Override
    public String toString() {
        String what = urls.isEmpty()
                ? new ApiResource(group, resource, List.copyOf(names)).toString()
                : String.join(", ", urls);
        String where = wholeCluster
                ? "in the whole cluster"
                : namespace == null ? "in the namespace of " + binding : "in the namespace \"" + namespace + "\"";
        return String.join(", ", verbs) + " " + what + " " + where;
    }
}
