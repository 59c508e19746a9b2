package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.check.Manifest;
import dev.gantry.field.FieldDifference;
import dev.gantry.finding.Origin;
import dev.gantry.output.Experiment;
import dev.gantry.output.ExperimentResult;
import dev.gantry.settings.SettingComponent.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Tells what stands in the way of a template, so that people know what to change: which settings, where, at which line. */
final class Obstacles {

    private static final int MOST_EXAMPLES = 4;
    private static final int LONGEST = 40;

    private final Laboratory laboratory;
    private final List<Trial> trials;
    private final @Nullable Knobs knobs;

    /**
     * Obstacles.
     *
     * @param knobs whose values are tried one by one where it is not seen which of them matters; {@code null} to try none
     */
    Obstacles(Laboratory laboratory, List<Trial> trials, @Nullable Knobs knobs) {
        this.laboratory = laboratory;
        this.trials = trials;
        this.knobs = knobs;
    }

    /** Of what was observed at one field. */
    Obstacle of(CallSite site, Inexpressible problem) {
        Map<Trial, @Nullable JsonNode> values = new LinkedHashMap<>();
        for (Observation observation : problem.observations()) {
            values.putIfAbsent(observation.trial(), observation.value());
        }
        Set<String> settings = new LinkedHashSet<>();
        Set<Ref> moving = new LinkedHashSet<>();
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
                moving.add(changed);
                if (examples.size() < MOST_EXAMPLES) {
                    examples.add(example(base, Set.of(changed), values.get(base), problem));
                    examples.add(example(trial, Set.of(changed), entry.getValue(), problem));
                }
            }
        }
        for (Trial trial : List.copyOf(values.keySet())) {
            if (trial.base() == null && !trials.contains(trial)) {
                if (moving.isEmpty()) {
                    tellAlone(site, trial, shown(problem.field()), settings, examples);
                } else {
                    examples.add(0, example(trial, moving, values.get(trial), problem));
                }
                break;
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

    private static String example(Trial trial, Set<Ref> moving, @Nullable JsonNode value, Inexpressible problem) {
        StringJoiner given = new StringJoiner(", ");
        moving.forEach(
                ref -> given.add(ref + ": " + shown(Given.of(trial.settings()).get(ref))));
        String made = value == null ? "nothing" : shown(value);
        String unit = !problem.isCount() ? "" : made.equals("1") ? " element" : " elements";
        return given + " makes " + made + unit;
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
        Set<String> settings = new LinkedHashSet<>();
        List<String> examples = new ArrayList<>();
        tellAlone(site, test, field, settings, examples);
        return obstacle(site, test, field, List.copyOf(settings), examples);
    }

    /** Which values of a run that contradicts the others move a field by themselves, and what is made of them. */
    private void tellAlone(CallSite site, Trial contrary, String field, Set<String> settings, List<String> examples) {
        if (knobs == null || trials.isEmpty()) {
            return;
        }
        Trial base = trials.get(0);
        Given given = Given.of(contrary.settings());
        int told = 0;
        for (Knob knob : knobs.all()) {
            Ref ref = knob.ref();
            boolean single =
                    ref.root() == Ref.Root.SETTINGS && !ref.path().contains(Ref.FIRST) && knob.form() != Form.GROUP;
            JsonNode value = single ? given.get(ref) : MissingNode.getInstance();
            Trial one = value.isMissingNode() ? null : alone(base, ref, value);
            FieldDifference moved = one == null ? null : difference(base.trees(site), one.trees(site), field);
            if (moved != null) {
                settings.add(ref.toString());
                String made = moved.to() == null ? "nothing" : shown(moved.to());
                examples.add(told++, ref + ": " + shown(value) + " makes " + made);
            }
        }
    }

    private @Nullable Trial alone(Trial base, Ref ref, JsonNode value) {
        ObjectNode settings = Laboratory.with(base.settings(), ref, value);
        return settings.equals(base.settings()) ? null : laboratory.any(ref + " alone", settings, base.releases());
    }

    /** What differs at a field, or within it; {@code null} if nothing does. */
    private static @Nullable FieldDifference difference(List<ObjectNode> before, List<ObjectNode> after, String field) {
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            for (FieldDifference difference : FieldDifference.between(before.get(i), after.get(i))) {
                String path = difference.path().replace("[\"", ".").replace("\"]", "");
                if (path.equals(field) || path.startsWith(field + ".") || path.startsWith(field + "[")) {
                    return difference;
                }
            }
        }
        return null;
    }

    private Obstacle obstacle(CallSite site, Trial trial, String field, List<String> settings, List<String> examples) {
        ResourceId id = id(trial, site);
        for (Trial other : trials) {
            id = id == null ? id(other, site) : id;
        }
        ResourceId known = id == null ? new ResourceId(site.apiVersion(), site.kind(), null, "?") : id;
        String shown = shown(field);
        List<String> unsorted = unsorted(site, trial, shown);
        return new Obstacle(site.stack(), known, shown, settings, examples, unsorted, line(trial, site, shown));
    }

    private List<String> unsorted(CallSite site, Trial trial, String field) {
        List<Trial> tried = new ArrayList<>(List.of(trial));
        tried.addAll(trials);
        return knobs == null ? List.of() : new KeyOrder(laboratory, knobs).moving(site, field, tried);
    }

    /** A path within the resource. */
    private static String shown(String field) {
        String path = field.startsWith("[") ? field.substring(field.indexOf(']') + 1) : field;
        return path.startsWith(".") ? path.substring(1) : path;
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
