package dev.gantry.raw;

import dev.gantry.bundle.ResourceId;
import dev.gantry.extension.Origins;
import dev.gantry.extension.ProgramRule;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads objects from files, and makes of them what the program asks for. */
final class RawFiles {

    private final Run run;
    private final @Nullable Origin here = Origins.here();
    private final List<ManifestFile.Entry> entries = new ArrayList<>();
    private final Map<Integer, List<Integer>> after = new HashMap<>(0);
    private boolean complete = true;

    private RawFiles(Run run) {
        this.run = run;
    }

    static RawObjects file(Path file, Run run, RawObjects.Builder options) {
        RawFiles files = new RawFiles(run);
        files.read(file);
        return files.objects(run.nameOf(file), options);
    }

    static RawObjects text(String source, String text, Run run, RawObjects.Builder options) {
        RawFiles files = new RawFiles(run);
        files.take(ManifestFile.read(source, text.getBytes(StandardCharsets.UTF_8), run.isTracingLines()));
        return files.objects(source, options);
    }

    static RawObjects folder(Path folder, Run run, RawObjects.Builder options) {
        RawFiles files = new RawFiles(run);
        files.readFolder(folder, options.skips());
        return files.objects("the folder " + run.nameOf(folder), options);
    }

    static RawObjects made(String source, List<MadeObject> objects, Run run, RawObjects.Builder options) {
        RawFiles files = new RawFiles(run);
        files.takeMade(source, objects, options.skips());
        return files.objects(source, options);
    }

    private void takeMade(String source, List<MadeObject> objects, List<FileSkip> skips) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < objects.size(); i++) {
            MadeObject object = objects.get(i);
            Path file = Path.of(object.file());
            if (skips.stream().noneMatch(skip -> skip.leavesOut(file)) && isComplete(object)) {
                places.put(i, entries.size());
                after.put(
                        entries.size(),
                        object.after().stream()
                                .filter(places::containsKey)
                                .map(places::get)
                                .toList());
                entries.add(new ManifestFile.Entry(
                        object.tree(), object.origin(), Collections.emptySortedMap(), List.of()));
            }
        }
        for (FileSkip skip : skips) {
            if (objects.stream().noneMatch(object -> skip.leavesOut(Path.of(object.file())))) {
                report(skip.unused(source));
            }
        }
    }

    private boolean isComplete(MadeObject object) {
        for (String field : List.of("/apiVersion", "/kind", "/metadata/name")) {
            if (object.tree().at(field).asText("").isEmpty()) {
                String shown = field.substring(1).replace('/', '.');
                report(Finding.of(RawRule.INCOMPLETE, "An object of " + object.file() + " has no " + shown + ".")
                        .hint("Leave it out with skip(\"" + object.file()
                                + "\"), or have it repaired where it is from.")
                        .at(object.origin()));
                return false;
            }
        }
        return true;
    }

    private void readFolder(Path folder, List<FileSkip> skips) {
        if (Files.isRegularFile(run.resolve(folder))) {
            report(Finding.of(ProgramRule.FILE, run.nameOf(folder) + " is a file, and no folder.")
                    .hint("Read it with Raw.yaml(...).")
                    .at(here));
            return;
        }
        List<Path> all;
        try {
            all = run.walk(folder);
        } catch (FindingsException e) {
            e.findings().forEach(this::report);
            return;
        }
        List<Path> files = new ArrayList<>();
        for (Path file : all) {
            if (skips.stream().noneMatch(skip -> skip.leavesOut(folder.relativize(file)))) {
                files.add(file);
            }
        }
        for (FileSkip skip : skips) {
            if (all.stream().noneMatch(file -> skip.leavesOut(folder.relativize(file)))) {
                run.report(List.of(skip.unused("the folder " + run.nameOf(folder))));
            }
        }
        Map<Path, Path> strange = strangeFolders(files);
        boolean any = !strange.isEmpty();
        for (Path file : files) {
            if (isManifest(file) && !isWithin(strange.keySet(), file)) {
                any = true;
                read(file);
            }
        }
        if (!any && complete) {
            report(Finding.of(
                            RawRule.NO_FILES,
                            "In the folder " + run.nameOf(folder) + " and below it is no file *.yaml, *.yml or *.json.")
                    .hint("Name the folder that has the manifests.")
                    .at(here));
        }
    }

    /** The folders that are something else as a whole, each with the file that tells. */
    private Map<Path, Path> strangeFolders(List<Path> files) {
        Map<Path, Path> strange = new TreeMap<>();
        for (Path file : files) {
            Path folder = file.getParent();
            Stranger stranger = Stranger.ofFolder(file.getFileName().toString());
            if (folder != null && stranger != null && !isWithin(strange.keySet(), file)) {
                strange.put(folder, file);
                String what = Character.toUpperCase(stranger.what().charAt(0))
                        + stranger.what().substring(1);
                report(Finding.of(
                                RawRule.STRANGER,
                                what.replaceFirst(",.*", "") + " is in this folder, which holds no manifests then.")
                        .hint(stranger.hint())
                        .at(Origin.file(run.nameOf(file), 1, 1))
                        .related(here, "the folder is read here"));
            }
        }
        return strange;
    }

    private static boolean isWithin(Set<Path> folders, Path file) {
        return folders.stream().anyMatch(file::startsWith);
    }

    private static boolean isManifest(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private void read(Path path) {
        byte[] bytes;
        try {
            bytes = run.read(path);
        } catch (FindingsException e) {
            e.findings().forEach(this::report);
            return;
        }
        take(ManifestFile.read(run.nameOf(path), bytes, run.isTracingLines()));
    }

    private void take(ManifestFile file) {
        for (Finding finding : file.mistakes().findings()) {
            report(finding.related(here, "the file is read here"));
        }
        entries.addAll(file.entries());
    }

    private void report(Finding finding) {
        complete &= !finding.isError();
        run.report(List.of(finding));
    }

    private RawObjects objects(String source, RawObjects.Builder options) {
        boolean all = complete;
        List<ResourceId> ids = entries.stream().map(RawFiles::id).toList();
        Set<Integer> leftOut = new HashSet<>();
        for (Selection selection : options.leftOut()) {
            Integer place = place(selection, source, ids, all);
            if (place != null) {
                leftOut.add(place);
            }
        }
        List<List<RawObjects.Edit>> edits = new ArrayList<>();
        ids.forEach(id -> edits.add(new ArrayList<>(options.edits().size())));
        for (RawObjects.Edit edit : options.edits()) {
            if (edit.selection() == null) {
                edits.forEach(each -> each.add(edit));
            } else {
                Integer place = place(edit.selection(), source, ids, all);
                if (place != null) {
                    edits.get(place).add(edit);
                }
            }
        }
        List<Raw> objects = new ArrayList<>(entries.size());
        Map<Integer, Raw> made = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!leftOut.contains(i)) {
                List<RawObjects.Edit> own = edits.get(i);
                List<Integer> earlier = after.getOrDefault(i, List.of());
                Raw one = Raw.of(entries.get(i), object -> {
                    earlier.stream().map(made::get).filter(Objects::nonNull).forEach(object::dependsOn);
                    own.forEach(edit -> edit.options().accept(object));
                });
                made.put(i, one);
                objects.add(one);
            }
        }
        return new RawObjects(source, objects, all);
    }

    private @Nullable Integer place(Selection selection, String source, List<ResourceId> ids, boolean all) {
        List<Integer> places = selection.among(ids);
        if (places.size() == 1) {
            return places.get(0);
        }
        if (all || !places.isEmpty()) {
            run.report(List.of(Unfound.of(selection, source, ids, places)));
        }
        return null;
    }

    private static ResourceId id(ManifestFile.Entry entry) {
        String namespace = entry.tree().path("metadata").path("namespace").asText("");
        return new ResourceId(
                entry.tree().path("apiVersion").asText(),
                entry.tree().path("kind").asText(),
                namespace.isEmpty() ? null : namespace,
                entry.tree().path("metadata").path("name").asText());
    }
}
