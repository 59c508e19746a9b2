package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.check.Manifest;
import dev.gantry.field.FieldDifference;
import dev.gantry.finding.Origin;
import dev.gantry.output.Experiment;
import dev.gantry.output.ExperimentResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what stands in the way of a template, so that people know what to change: which settings, where, at which line. */
final class Obstacles {

    private static final int MOST_EXAMPLES = 4;
    private static final int LONGEST = 40;

    private final Laboratory laboratory;
    private final List<Trial> trials;

    Obstacles(Laboratory laboratory, List<Trial> trials) {
        this.laboratory = laboratory;
        this.trials = trials;
    }

    /** Of what was observed at one field. */
    Obstacle of(CallSite site, Inexpressible problem) {
        Map<Trial, @Nullable JsonNode> values = new LinkedHashMap<>();
        for (Observation observation : problem.observations()) {
            values.putIfAbsent(observation.trial(), observation.value());
        }
        Set<String> settings = new LinkedHashSet<>();
        List<String> examples = new ArrayList<>();
        for (Map.Entry<Trial, @Nullable JsonNode> entry : values.entrySet()) {
            Trial trial = entry.getKey();
            Trial base = trial.base();
            Ref changed = trial.changed();
            if (base != null
                    && changed != null
                    && values.containsKey(base)
                    && !Objects.equals(values.get(base), entry.getValue())) {
                settings.add(changed.toString());
                if (examples.size() < MOST_EXAMPLES) {
                    examples.add(example(base, changed, values.get(base), problem));
                    examples.add(example(trial, changed, entry.getValue(), problem));
                }
            }
        }
        Trial seen = problem.observations().get(0).trial();
        for (Observation observation : problem.observations()) {
            if (id(observation.trial(), site) != null) {
                seen = observation.trial();
                break;
            }
        }
        return obstacle(
                site,
                seen,
                problem.field(),
                List.copyOf(settings),
                examples.stream().distinct().toList());
    }

    private static String example(Trial trial, Ref changed, @Nullable JsonNode value, Inexpressible problem) {
        JsonNode given = Given.of(trial.settings()).get(changed);
        String made = value == null ? "nothing" : shown(value);
        return changed + ": " + shown(given) + " makes " + made + (problem.isCount() ? " elements" : "");
    }

    private static String shown(JsonNode value) {
        String text =
                value.isMissingNode() ? "nothing" : value.isTextual() ? '"' + value.asText() + '"' : value.toString();
        String line = text.replace('\n', ' ');
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /** Of a template that some run always contradicts. */
    Obstacle unsettled(CallSite site, Trial test, List<JsonNode> made) {
        List<ObjectNode> expected = test.trees(site);
        String field = "";
        for (int i = 0; i < Math.min(expected.size(), made.size()) && field.isEmpty(); i++) {
            List<FieldDifference> differences = FieldDifference.between(expected.get(i), made.get(i));
            field = differences.isEmpty() ? "" : differences.get(0).path();
        }
        return obstacle(site, test, field, List.of(), List.of());
    }

    private Obstacle obstacle(CallSite site, Trial trial, String field, List<String> settings, List<String> examples) {
        ResourceId id = id(trial, site);
        for (Trial other : trials) {
            id = id == null ? id(other, site) : id;
        }
        ResourceId known = id == null ? new ResourceId(site.apiVersion(), site.kind(), null, "?") : id;
        String path = field.startsWith("[") ? field.substring(field.indexOf(']') + 1) : field;
        String shown = path.startsWith(".") ? path.substring(1) : path;
        return new Obstacle(site.stack(), known, shown, settings, examples, line(trial, site, shown));
    }

    private static @Nullable ResourceId id(Trial trial, CallSite site) {
        for (Trial.Made made : trial.made()) {
            if (made.site().equals(site)) {
                return made.id();
            }
        }
        return null;
    }

    private @Nullable Origin line(Trial trial, CallSite site, String field) {
        String environment = laboratory.program().environments().get(0).name();
        ExperimentResult result =
                laboratory.program().trace(new Experiment(environment, trial.settings(), trial.releases()));
        if (result instanceof ExperimentResult.Made made) {
            for (int i = 0; i < made.manifests().size(); i++) {
                Manifest manifest = made.manifests().get(i);
                if (made.calls().get(i).equals(site.calls())
                        && manifest.id().kind().equals(site.kind())
                        && manifest.stack().equals(site.stack())) {
                    return manifest.lineOf(field);
                }
            }
        }
        return null;
    }
}
