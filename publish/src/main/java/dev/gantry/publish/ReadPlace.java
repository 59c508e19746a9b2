package dev.gantry.publish;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where an Application, or an ApplicationSet, reads a folder of the tree.
 *
 * @param reader as people name it
 * @param path in the repository, as the manifest says it
 * @param folder of the tree, which the path ends with
 * @param revision as the manifest says it; empty if it does not
 */
record ReadPlace(String reader, String path, String folder, String revision) {

    private static final String RENDERED = "rendered/";

    /**
     * Whether all that is published is read from where it is published.
     *
     * @return warnings
     * @throws FindingsException if something is read from another folder
     */
    static List<Finding> check(SortedMap<String, byte[]> files, WorkingCopy copy) throws IOException {
        List<ReadPlace> places = of(files);
        String prefix = copy.prefix();
        List<ReadPlace> elsewhere = places.stream()
                .filter(place -> !place.path().equals(prefix + place.folder()))
                .toList();
        if (!elsewhere.isEmpty()) {
            throw new FindingsException(elsewhere.get(0).otherPlace(prefix, elsewhere.size()));
        }
        String branch = copy.branch();
        List<ReadPlace> other = new ArrayList<>();
        for (ReadPlace place : places) {
            String read = place.revision().replaceFirst("^refs/heads/", "");
            if (!read.equals(branch) && copy.hasBranch(read)) {
                other.add(place);
            }
        }
        return other.isEmpty() ? List.of() : List.of(other.get(0).otherBranch(branch, other.size()));
    }

    private Finding otherPlace(String prefix, int count) {
        String root = path.substring(0, path.length() - folder.length());
        String published = prefix.isEmpty() ? "the root of the repository" : "the folder " + prefix;
        return Finding.of(
                        PublishRule.OTHER_PLACE,
                        reader + " reads " + path + ", which is published at " + prefix + folder + more(count))
                .hint((prefix.isEmpty()
                                ? "Leave out the option root of GitOps in the program, as it is published to "
                                        + published
                                : "Say in the program that it is published to " + published
                                        + ", with GitOps.of(..., g -> g.root(\""
                                        + prefix.substring(0, prefix.length() - 1) + "\"))")
                        + ", or publish to "
                        + (root.isEmpty() ? "the root of the repository." : "the folder " + root + " of it."));
    }

    private Finding otherBranch(String branch, int count) {
        return Finding.of(
                        PublishRule.OTHER_BRANCH,
                        reader + " reads the branch " + revision + ", and " + branch + " is published to" + more(count))
                .hint("Check out " + revision + " in the working copy, or merge " + branch
                        + " into it: Argo CD sees nothing of this before.");
    }

    private static String more(int count) {
        return count == 1 ? "." : "; " + (count - 1) + (count == 2 ? " other does so, too." : " others do so, too.");
    }

    private static List<ReadPlace> of(SortedMap<String, byte[]> files) {
        SortedSet<String> folders = new TreeSet<>();
        for (String path : files.keySet()) {
            for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
                folders.add(path.substring(0, end));
            }
        }
        List<ReadPlace> places = new ArrayList<>();
        files.forEach((path, content) -> {
            ManifestText manifest = ManifestText.of(path, content);
            if (manifest.kind().equals("Application") || manifest.kind().equals("ApplicationSet")) {
                JsonNode spec = manifest.tree().path("spec");
                JsonNode application = manifest.kind().equals("Application")
                        ? spec
                        : spec.path("template").path("spec");
                add(manifest, application.path("source"), folders, places);
                application.path("sources").forEach(source -> add(manifest, source, folders, places));
            }
        });
        return places;
    }

    private static void add(ManifestText manifest, JsonNode source, SortedSet<String> folders, List<ReadPlace> places) {
        String path =
                source.path("path").asText().replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", "");
        for (int at = path.indexOf(RENDERED); at >= 0; at = path.indexOf(RENDERED, at + 1)) {
            String folder = path.substring(at);
            if ((at == 0 || path.charAt(at - 1) == '/') && folders.contains(folder)) {
                String revision = source.path("targetRevision").asText();
                places.add(new ReadPlace(manifest.name(), path, folder, revision));
                return;
            }
        }
    }
}
