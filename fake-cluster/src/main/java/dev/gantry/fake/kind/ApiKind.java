package dev.gantry.fake.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.schema.Type;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind in one version.
 *
 * @param group empty for the core group
 * @param version such as {@code v1}
 * @param kind such as {@code Deployment}
 * @param names by which else it goes
 * @param namespaced whether its objects live in namespaces
 * @param subresources such as {@code status}
 * @param type its fields
 * @param countsGenerations whether {@code metadata.generation} tells changes of the specification
 * @param kept whether objects are kept; otherwise they can only be created, for the sake of the answer
 * @param definition the CustomResourceDefinition that it comes from
 */
public record ApiKind(
        String group,
        String version,
        String kind,
        Names names,
        boolean namespaced,
        Set<String> subresources,
        Type type,
        boolean countsGenerations,
        boolean kept,
        @Nullable JsonNode definition) {

    /**
     * The names of a kind.
     *
     * @param plural as in paths
     * @param singular as kubectl's users may say
     * @param list the kind of lists
     * @param shortNames such as {@code cm}
     * @param categories such as {@code all}
     */
    public record Names(String plural, String singular, String list, List<String> shortNames, List<String> categories) {

        /** Copies the lists. */
        public Names {
            shortNames = List.copyOf(shortNames);
            categories = List.copyOf(categories);
        }
    }

    /** Copies the set. */
    public ApiKind {
        subresources = Set.copyOf(subresources);
    }

    /** Group and version, such as {@code apps/v1}, or {@code v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As in paths, such as {@code deployments}. */
    public String plural() {
        return names.plural();
    }

    /** Plural and group, which all versions share: {@code deployments.apps}, or {@code pods}. */
    public String resource() {
        return group.isEmpty() ? plural() : plural() + "." + group;
    }

    /** As in messages: {@code apps/v1, Kind=Deployment}. */
    public String described() {
        return group + "/" + version + ", Kind=" + kind;
    }

    /** What the definition says of this version; a missing node for a built-in kind. */
    public JsonNode versionDefinition() {
        if (definition != null) {
            for (JsonNode one : Json.at(definition, "spec", "versions")) {
                if (Json.text(one, "name").equals(version)) {
                    return one;
                }
            }
        }
        return MissingNode.getInstance();
    }

    /** The schema of this version; a missing node for a built-in kind. */
    public JsonNode schema() {
        return Json.at(versionDefinition(), "schema", "openAPIV3Schema");
    }

    /** Whether it comes from a CustomResourceDefinition. */
    public boolean isCustom() {
        return definition != null;
    }
}
