package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.chart.Release;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.program.ComparedConstants;
import dev.gantry.settings.SettingComponent;
import dev.gantry.settings.SettingComponent.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which runs show how the output depends on the settings: every environment; every setting changed by itself; every combination of
 * switches that act on the same resources; and every two states of every two settings, in runs in which everything else is
 * different, with values on both sides of whatever the program compares them with.
 */
final class Plan {

    /** Combinations of switches that are tried at most: beyond that, only those that random runs have. */
    private static final int MOST_COMBINATIONS = 4_096;

    private static final int MOST_PAIR_RUNS = 200;
    /** In how many runs everything is different at least: few settings have few pairs. */
    private static final int LEAST_MIXED = 20;

    private static final int ATTEMPTS = 20;
    private static final int FEW_ATTEMPTS = 3;

    private final Laboratory laboratory;
    private final Knobs knobs;
    private final Probes probes;
    private final ComparedConstants constants;
    private final List<EnvironmentOutput> environments;
    private final List<Trial> bases = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    private final Set<Ref> neverEmpty = new LinkedHashSet<>();
    private States states;
    private final Map<Ref, Set<CallSite>> reach = new LinkedHashMap<>();

    Plan(Laboratory laboratory, Knobs knobs, Probes probes) {
        this.laboratory = laboratory;
        this.knobs = knobs;
        this.probes = probes;
        this.constants = laboratory.program().constants();
        this.environments = laboratory.program().environments();
        this.states = new States(laboratory.program().settings(), probes, constants, neverEmpty);
    }

    /** The runs. */
    List<Trial> trials() {
        for (EnvironmentOutput environment : environments) {
            Trial base = laboratory.environment(environment);
            if (base != null) {
                bases.add(base);
                trials.add(base);
            }
        }
        for (int i = 0; i < bases.size(); i++) {
            changeEach(bases.get(i), i > 0);
        }
        if (!bases.isEmpty()) {
            combine(bases.get(0));
        }
        for (int i = pair(); i < LEAST_MIXED; i++) {
            Trial joint = joint("run " + i, true);
            if (joint != null) {
                trials.add(joint);
            }
        }
        return trials;
    }

    /** Those of the environments as they are. */
    List<Trial> bases() {
        return Collections.unmodifiableList(bases);
    }

    /** Every two states of every two settings in one run, while everything else is different; answers how many runs there were. */
    private int pair() {
        states = new States(laboratory.program().settings(), probes, constants, neverEmpty);
        int number = 0;
        int possible = 0;
        for (int[] chosen : new PairRuns(states.counts(), probes.random()).runs(MOST_PAIR_RUNS)) {
            Trial trial = inStates("pairs " + number++, chosen, true);
            if (trial != null) {
                trials.add(trial);
                possible++;
            }
        }
        return possible;
    }

    private @Nullable Trial inStates(String name, int[] chosen, boolean packaged) {
        for (int attempt = 0; attempt < FEW_ATTEMPTS; attempt++) {
            EnvironmentOutput like = environments.get(probes.pick(environments.size()));
            ObjectNode settings = states.settings(laboratory.program().settings(), chosen, like.settings());
            Trial trial = laboratory.any(name, settings, others(like, packaged));
            if (trial != null) {
                return trial;
            }
        }
        return null;
    }

    /** A run in which everything is different, in some state; {@code null} if no such run is possible. */
    @Nullable
    Trial sample(String name) {
        int[] chosen = states.counts().stream().mapToInt(probes::pick).toArray();
        Trial trial = probes.chance(50) ? inStates(name, chosen, false) : null;
        return trial == null ? joint(name, false) : trial;
    }

    /** Runs with values that are unlike those of the first environment. */
    List<Trial> contrasts() {
        List<Trial> contrasting = new ArrayList<>();
        List<List<Contrasts.Change>> changes = new Contrasts(probes, constants).changes();
        for (int i = 0; i < changes.size(); i++) {
            contrast("contrast " + i, environments.get(0), changes.get(i), contrasting);
        }
        return contrasting;
    }

    /** All values at once; where that is not possible, one after the other. */
    private void contrast(
            String name, EnvironmentOutput environment, List<Contrasts.Change> changes, List<Trial> contrasting) {
        SettingComponent settings = laboratory.program().settings();
        Trial all = contrast(name, environment, Contrasts.all(settings, environment.settings(), changes.get(0)));
        if (all != null) {
            contrasting.add(all);
            return;
        }
        for (Knob knob : knobs.all()) {
            if (knob.ref().root() == Ref.Root.SETTINGS && !knob.ref().path().contains(Ref.FIRST)) {
                for (Contrasts.Change change : changes) {
                    JsonNode value = change.apply(
                            knob.component(), Given.of(environment.settings()).get(knob.ref()));
                    Trial one = value == null
                            ? null
                            : contrast(
                                    name + " of " + knob.ref(),
                                    environment,
                                    Laboratory.with(environment.settings(), knob.ref(), value));
                    if (one != null) {
                        contrasting.add(one);
                    }
                }
            }
        }
    }

    private @Nullable Trial contrast(String name, EnvironmentOutput environment, ObjectNode settings) {
        return settings.equals(environment.settings())
                ? null
                : laboratory.any(name, settings, laboratory.releases(environment));
    }

    private @Nullable Trial joint(String name, boolean packaged) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            EnvironmentOutput like = environments.get(probes.pick(environments.size()));
            ObjectNode settings = mixed(laboratory.program().settings(), like.settings(), attempt);
            Trial trial = laboratory.any(name, settings, others(like, packaged));
            if (trial != null) {
                return trial;
            }
        }
        return null;
    }

    /** The longer it is rejected, the more is left as it is in an environment. */
    private ObjectNode mixed(SettingComponent group, JsonNode like, int attempt) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        for (SettingComponent component : group.components()) {
            JsonNode known = like.path(component.name());
            boolean keep = probes.chance(attempt * 5) && !known.isMissingNode();
            if (component.form() == Form.GROUP && !known.isMissingNode()) {
                settings.set(component.name(), mixed(component, known, attempt));
            } else if (keep) {
                settings.set(component.name(), known);
            } else if (!component.optional() || probes.chance(70)) {
                settings.set(component.name(), probes.value(component, known));
            }
        }
        return settings;
    }

    /** Other releases; a chart that is only rendered has its own version of the application. */
    private SortedMap<String, Release> others(EnvironmentOutput environment, boolean packaged) {
        SortedMap<String, Release> others = new TreeMap<>();
        laboratory.releases(environment).forEach((stack, release) -> {
            String name = probes.altered(release.name());
            others.put(
                    stack,
                    new Release(
                            probes.chance(50) ? name + "-" + release.chart() : name,
                            probes.altered(release.namespace()),
                            release.chart(),
                            packaged ? probes.altered(release.appVersion()) : release.appVersion()));
        });
        return others;
    }

    private void changeEach(Trial base, boolean briefly) {
        Given scope = Given.of(base.settings());
        for (Knob knob : knobs.all()) {
            if (knob.ref().root() == Ref.Root.SETTINGS && !knob.ref().path().contains(Ref.FIRST)) {
                JsonNode present = scope.get(knob.ref());
                if (briefly && reach.containsKey(knob.ref())) {
                    continue; // how it acts together with others, the runs with many changes show
                }
                for (JsonNode value : values(knob.component(), present, briefly)) {
                    boolean possible = change(base, knob.ref(), value);
                    if (!possible && value.isTextual() && value.textValue().isEmpty() && !present.equals(value)) {
                        neverEmpty.add(knob.ref());
                    }
                }
                if (knob.component().optional() && !present.isMissingNode()) {
                    change(base, knob.ref(), null);
                }
            }
        }
    }

    private boolean change(Trial base, Ref ref, @Nullable JsonNode value) {
        Trial trial = laboratory.changed(base, ref, value);
        if (trial != null) {
            trials.add(trial);
            reach.computeIfAbsent(ref, key -> new LinkedHashSet<>()).addAll(Differences.sites(base, trial));
        }
        return trial != null;
    }

    private List<JsonNode> values(SettingComponent component, JsonNode present, boolean briefly) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        List<JsonNode> values = new ArrayList<>();
        switch (component.form()) {
            case GROUP -> {
                if (present.isMissingNode()) {
                    values.add(probes.value(component, present));
                }
            }
            case BOOLEAN -> values.add(nodes.booleanNode(!present.asBoolean()));
            case CONSTANT -> component.constants().forEach(constant -> values.add(nodes.textNode(constant)));
            case LIST -> {
                for (int size = 0; size <= 3; size++) {
                    values.add(probes.list(component, present, size));
                }
            }
            case MAP -> {
                for (int size = 0; size <= 2; size++) {
                    values.add(probes.map(component, present, size));
                }
            }
            case DECIMAL -> values.add(probes.value(component, present));
            case TEXT -> {
                values.add(probes.value(component, present));
                if (!briefly) {
                    values.add(nodes.textNode(""));
                    if (!States.know(constants.texts())) {
                        constants.texts().forEach(text -> values.add(nodes.textNode(text)));
                    }
                }
            }
            case WHOLE -> {
                values.add(probes.value(component, present));
                if (!briefly && !States.know(constants.numbers())) {
                    Set<Long> numbers = new LinkedHashSet<>();
                    for (long number : constants.numbers()) {
                        numbers.addAll(List.of(number - 1, number, number + 1));
                    }
                    numbers.forEach(number -> values.add(Probes.number(number)));
                }
            }
        }
        return values;
    }

    /** Every combination of switches that were seen to move the same resources. */
    private void combine(Trial base) {
        for (List<Knob> switches : Differences.groups(switches(), reach)) {
            long combinations = 1;
            for (Knob knob : switches) {
                combinations = Math.min(MOST_COMBINATIONS + 1L, combinations * states(knob));
            }
            if (switches.size() > 1 && combinations <= MOST_COMBINATIONS) {
                combine(base, switches);
            }
        }
    }

    private void combine(Trial start, List<Knob> switches) {
        List<Trial> all = List.of(start);
        for (Knob knob : switches) {
            List<Trial> more = new ArrayList<>(all);
            for (Trial base : all) {
                Given scope = Given.of(base.settings());
                for (JsonNode value : values(knob.component(), scope.get(knob.ref()), true)) {
                    Trial trial = laboratory.changed(base, knob.ref(), value);
                    if (trial != null) {
                        more.add(trial);
                        trials.add(trial);
                    }
                }
            }
            all = more;
        }
    }

    private List<Knob> switches() {
        List<Knob> switches = new ArrayList<>();
        for (Knob knob : knobs.all()) {
            boolean decides = knob.form() == Form.BOOLEAN
                    || knob.form() == Form.CONSTANT
                    || (knob.component().optional() && knob.form() != Form.LIST && knob.form() != Form.MAP);
            if (decides && !knob.ref().path().contains(Ref.FIRST) && reach.containsKey(knob.ref())) {
                switches.add(knob);
            }
        }
        return switches;
    }

    private static int states(Knob knob) {
        int values = knob.form() == Form.CONSTANT ? knob.component().constants().size() : 2;
        return values + (knob.component().optional() ? 1 : 0);
    }
}
