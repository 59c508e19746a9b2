package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.chart.Release;
import dev.gantry.check.Manifest;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.Experiment;
import dev.gantry.output.ExperimentResult;
import dev.gantry.output.ProgramOutput;
import dev.gantry.output.StackOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs the program with settings, and keeps what came of it. Trees that are equal are kept once: most runs change little.
 */
final class Laboratory {

    private final ProgramOutput program;
    private final SortedMap<String, Release> releases = new TreeMap<>();
    /** One name for all runs: what follows it is no matter of the settings. */
    private final String environment;

    private final Map<JsonNode, ObjectNode> trees = new HashMap<>();
    private final Map<String, String> calls = new HashMap<>();
    /** Only hashes keep the ConfigMaps of a run. */
    private final Map<Object, CallSite> configMaps = new WeakHashMap<>();

    private final Set<List<Object>> tried = new HashSet<>();
    private int runs;
    private int rejected;

    Laboratory(ProgramOutput program) {
        this.program = program;
        this.environment = program.environments().get(0).name();
        for (EnvironmentOutput environment : program.environments()) {
            for (StackOutput stack : environment.stacks()) {
                releases.put(stack.name(), stack.release());
            }
        }
    }

    ProgramOutput program() {
        return program;
    }

    /** How often the program ran. */
    int runs() {
        return runs;
    }

    /** How many of the runs came to nothing, since the settings are not possible. */
    int rejected() {
        return rejected;
    }

    /** Which place of the program has made a ConfigMap. */
    Map<Object, CallSite> configMaps() {
        return configMaps;
    }

    /** The releases of an environment, as they are in every output but a chart. */
    SortedMap<String, Release> releases(EnvironmentOutput environment) {
        SortedMap<String, Release> usual = new TreeMap<>(releases);
        environment.stacks().forEach(stack -> usual.put(stack.name(), stack.release()));
        return usual;
    }

    /** The run of an environment. */
    @Nullable
    Trial environment(EnvironmentOutput output) {
        SortedMap<String, Release> usual = releases(output);
        return run("environment " + output.name(), output.settings(), usual, null, null);
    }

    /** A run with one value changed; {@code null} if it is not possible, or was tried before. */
    @Nullable
    Trial changed(Trial base, Ref ref, @Nullable JsonNode value) {
        ObjectNode settings = with(base.settings(), ref, value);
        if (!tried.add(List.of(settings, base.releases()))) {
            return null;
        }
        return run(base.name() + " with " + ref, settings, base.releases(), base, ref);
    }

    /** A run with any values; {@code null} if it is not possible. */
    @Nullable
    Trial any(String name, ObjectNode settings, SortedMap<String, Release> others) {
        return run(name, settings, others, null, null);
    }

    private @Nullable Trial run(
            String name,
            ObjectNode settings,
            SortedMap<String, Release> others,
            @Nullable Trial base,
            @Nullable Ref changed) {
        runs++;
        ExperimentResult result = program.run(new Experiment(environment, settings, others));
        if (!(result instanceof ExperimentResult.Made made)) {
            rejected++;
            return null;
        }
        List<Trial.Made> all = new ArrayList<>(made.manifests().size());
        for (int i = 0; i < made.manifests().size(); i++) {
            Manifest manifest = made.manifests().get(i);
            if (!releases.containsKey(manifest.stack())) {
                continue; // a stack that no environment has becomes no chart
            }
            CallSite site = new CallSite(
                    manifest.stack(),
                    made.calls().get(i).isEmpty()
                            ? manifest.id().toString()
                            : calls.computeIfAbsent(made.calls().get(i), text -> text),
                    manifest.id().apiVersion(),
                    manifest.id().kind());
            if (site.kind().equals("ConfigMap")) {
                configMaps.put(manifest.resource(), site);
            }
            all.add(new Trial.Made(manifest.id(), kept(manifest.tree()), site));
        }
        return new Trial(name, settings, others, all, base, changed);
    }

    private ObjectNode kept(ObjectNode tree) {
        ObjectNode known = trees.putIfAbsent(tree, tree);
        return known == null ? tree : known;
    }

    /** Settings with another value; {@code null} for none. */
    static ObjectNode with(ObjectNode settings, Ref ref, @Nullable JsonNode value) {
        ObjectNode changed = settings.deepCopy();
        set(changed, ref.path(), value);
        return changed;
    }

    private static void set(ObjectNode settings, List<String> path, @Nullable JsonNode value) {
        ObjectNode node = settings;
        for (String key : path.subList(0, path.size() - 1)) {
            if (!(node.get(key) instanceof ObjectNode next)) {
                return;
            }
            node = next;
        }
        String key = path.get(path.size() - 1);
        if (value == null) {
            node.remove(key);
        } else {
            node.set(key, value);
        }
    }
}
