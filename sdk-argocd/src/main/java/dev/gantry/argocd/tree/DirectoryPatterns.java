package dev.gantry.argocd.tree;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import dev.gantry.output.EnvironmentOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The folders of a repository for which ApplicationSets make Applications. */
final class DirectoryPatterns {

    private final List<String> included = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();

    private DirectoryPatterns() {}

    /** Those of all environments: one Argo CD may run the clusters of many. */
    static DirectoryPatterns of(List<EnvironmentOutput> environments) {
        DirectoryPatterns patterns = new DirectoryPatterns();
        for (EnvironmentOutput environment : environments) {
            for (Manifest manifest : environment.manifests()) {
                if (manifest.id().kind().equals("ApplicationSet")
                        && manifest.id().group().equals("argoproj.io")) {
                    patterns.collect(manifest.tree().path("spec"));
                }
            }
        }
        return patterns;
    }

    /** Generators may have others in them. */
    private void collect(JsonNode owner) {
        for (JsonNode generator : owner.path("generators")) {
            for (JsonNode directory : generator.path("git").path("directories")) {
                (directory.path("exclude").asBoolean() ? excluded : included)
                        .add(directory.path("path").asText());
            }
            collect(generator.path("matrix"));
            collect(generator.path("merge"));
        }
    }

    boolean match(String folder) {
        return included.stream().anyMatch(pattern -> matches(pattern, folder, false))
                && excluded.stream().noneMatch(pattern -> matches(pattern, folder, false));
    }

    /**
     * Whether a pattern with {@code *} is true of a folder.
     *
     * @param across whether {@code *} may stand for several folders
     */
    static boolean matches(String pattern, String folder, boolean across) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean twice = c == '*' && i + 1 < pattern.length() && pattern.charAt(i + 1) == '*';
            regex.append(
                    c != '*' ? c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)) : twice || across ? ".*" : "[^/]*");
            i += twice ? 1 : 0;
        }
        return Pattern.matches(regex.toString(), folder);
    }
}
