package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Likeness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The names of the parameters that a generator yields.
 *
 * @param names those that every set has; one with a dot at its end has more below it
 * @param open whether there may be others, such as those of files
 * @param sets the sets themselves, where they are listed; {@code null} if they are not known
 */
record Parameters(Set<String> names, boolean open, @Nullable List<JsonNode> sets) {

    private static final List<String> COMBINING = List.of("matrix", "merge");

    private static Parameters of(Set<String> names, boolean open) {
        return new Parameters(names, open, null);
    }

    /** Of a generator: its name, and its fields. */
    static Parameters of(JsonNode generator, boolean goTemplate) {
        Parameters found = of(Set.of(), true);
        for (Map.Entry<String, JsonNode> field : generator.properties()) {
            JsonNode content = field.getValue();
            switch (field.getKey()) {
                case "list" -> found = ofList(content, goTemplate);
                case "clusters" -> found = ofClusters(content, goTemplate);
                case "git" -> found = ofGit(content, goTemplate);
                case "matrix", "merge" -> found = combined(content.path("generators"), goTemplate);
                default -> {}
            }
        }
        boolean filtered = generator.has("selector");
        return filtered ? of(found.names(), found.open()) : found;
    }

    private static Parameters ofList(JsonNode list, boolean goTemplate) {
        Set<String> names = null;
        List<JsonNode> sets = new ArrayList<>();
        for (JsonNode element : list.path("elements")) {
            Set<String> own = new TreeSet<>();
            element.properties().forEach(parameter -> own.add(name(parameter, goTemplate)));
            if (names == null) {
                names = own;
            } else {
                names.retainAll(own);
            }
            sets.add(element);
        }
        if (list.has("elementsYaml") || names == null) {
            return of(Set.of(), true);
        }
        return new Parameters(names, false, sets);
    }

    private static String name(Map.Entry<String, JsonNode> parameter, boolean goTemplate) {
        boolean deep = parameter.getValue().isObject()
                && (goTemplate || parameter.getKey().equals("values"));
        return parameter.getKey() + (deep ? "." : "");
    }

    private static Parameters ofClusters(JsonNode clusters, boolean goTemplate) {
        if (clusters.path("flatList").asBoolean()) {
            return of(Set.of("clusters", "clusters."), false);
        }
        Set<String> names = new TreeSet<>(
                List.of("name", "nameNormalized", "server", "project", "metadata.labels.", "metadata.annotations."));
        if (goTemplate) {
            names.add("metadata");
        }
        addValues(clusters, names);
        return of(names, false);
    }

    private static Parameters ofGit(JsonNode git, boolean goTemplate) {
        Set<String> names = new TreeSet<>();
        String prefix = git.path("pathParamPrefix").asText("");
        String path = (prefix.isEmpty() ? "" : prefix + ".") + "path";
        boolean files = !git.path("files").isEmpty();
        if (goTemplate) {
            names.add(path + ".path");
            names.add(path + ".segments");
            names.add(path + ".segments.");
        } else {
            names.add(path);
            names.add(path + "[");
        }
        names.add(path + ".basename");
        names.add(path + ".basenameNormalized");
        if (files) {
            names.add(path + ".filename");
            names.add(path + ".filenameNormalized");
        }
        addValues(git, names);
        return of(names, files);
    }

    private static Parameters combined(JsonNode generators, boolean goTemplate) {
        Set<String> names = new LinkedHashSet<>();
        boolean open = false;
        for (JsonNode generator : generators) {
            Parameters one = of(generator, goTemplate);
            names.addAll(one.names());
            open |= one.open();
        }
        return of(names, open);
    }

    private static void addValues(JsonNode generator, Set<String> names) {
        generator.path("values").fieldNames().forEachRemaining(name -> names.add("values." + name));
    }

    /** Whether there is a parameter, as a template names it, such as {@code metadata.labels.stage}. */
    boolean has(String parameter) {
        if (open || names.contains(parameter)) {
            return true;
        }
        for (String name : names) {
            boolean prefix = name.endsWith(".") || name.endsWith("[");
            if (prefix && (parameter.startsWith(name) || parameter.equals(name.substring(0, name.length() - 1)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the sets may have a parameter. */
    boolean mayHave(String parameter) {
        return has(parameter) || (sets != null && sets.stream().anyMatch(set -> set.has(parameter)));
    }

    /** The names as people read them. */
    List<String> shown() {
        return names.stream()
                .filter(name -> !name.endsWith("["))
                .filter(name -> !names.contains(name + "."))
                .map(name -> name.endsWith(".") ? name + "<name>" : name)
                .distinct()
                .toList();
    }

    /** The parameter that was probably meant; {@code null} if none comes near. */
    @Nullable
    String closest(String parameter) {
        List<String> candidates = new ArrayList<>();
        for (String name : names) {
            if (name.endsWith(".")) {
                int rest =
                        after(parameter, name.length() - name.replace(".", "").length());
                candidates.add(name + (rest < 0 ? "<name>" : parameter.substring(rest)));
            } else if (!name.endsWith("[")) {
                candidates.add(name);
            }
        }
        return Likeness.closest(parameter, candidates);
    }

    /** Where a parameter goes on after so many dots; -1 if it has fewer. */
    private static int after(String parameter, int dots) {
        int at = 0;
        for (int i = 0; i < dots && at >= 0; i++) {
            int dot = parameter.indexOf('.', at);
            at = dot < 0 ? -1 : dot + 1;
        }
        return at;
    }

    /** Whether a generator is made of others. */
    static boolean isCombining(String name) {
        return COMBINING.contains(name);
    }
}
