package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.ContentDigest;
import dev.gantry.extension.FieldPositions;
import dev.gantry.output.ProgramOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds templates for everything that a program makes. Runs of the program suggest them; other runs, with settings that were not
 * looked at, test them, and what contradicts a template is looked at in its turn. What is left is either a template that all runs
 * agree with, or an obstacle.
 */
public final class Differencing {

    private static final long SEED = 20_260_101;
    private static final int MOST_ROUNDS = 8;
    private static final int MOST_COUNTEREXAMPLES = 12;
    private static final int MOST_EXPLAINED = 5;

    private final Laboratory laboratory;
    private final Knobs knobs;
    private final Plan plan;
    private final List<Trial> trials = new ArrayList<>();
    private final Map<CallSite, List<Trial>> own = new HashMap<>();
    private final Map<CallSite, SiteTemplate> templates = new LinkedHashMap<>();
    private final Map<List<Object>, Template> learnt = new HashMap<>();
    private final List<Obstacle> obstacles = new ArrayList<>();
    private final List<Trial> tests = new ArrayList<>();
    /** Further runs that test the result, with values unlike those of the environments. */
    private final List<Trial> contrasts = new ArrayList<>();
    /** The places in whose trees there are hashes of what ConfigMaps hold. */
    private final Set<CallSite> hashed = new HashSet<>();

    private Differencing(ProgramOutput program) {
        this.laboratory = new Laboratory(program);
        this.knobs = Knobs.of(program.settings());
        this.plan = new Plan(laboratory, knobs, new Probes(program.constants(), SEED));
    }

    /**
     * Looks at a program.
     *
     * @param samples how many runs with settings of every sort test the result
     */
    public static Differencing of(ProgramOutput program, int samples) {
        Differencing differencing = new Differencing(program);
        differencing.run(samples);
        return differencing;
    }

    /** What each place of the program makes, in the order of the program. */
    public List<SiteTemplate> templates() {
        return List.copyOf(templates.values());
    }

    /** What no template can say. */
    public List<Obstacle> obstacles() {
        return Collections.unmodifiableList(obstacles);
    }

    /** How often the program ran. */
    public int runs() {
        return laboratory.runs();
    }

    /** Whether settings were refused by the program. */
    public boolean sawRejections() {
        return laboratory.rejected() > 0;
    }

    /** The environments, and the runs that tested the result. */
    public List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        plan.bases().forEach(base -> samples.add(sample(base)));
        tests.forEach(test -> samples.add(sample(test)));
        return samples;
    }

    /** All runs that test the result. */
    private List<Trial> all() {
        List<Trial> all = new ArrayList<>(tests);
        all.addAll(contrasts);
        return all;
    }

    private static Sample sample(Trial trial) {
        SortedMap<String, List<ObjectNode>> trees = new TreeMap<>();
        for (Trial.Made made : trial.made()) {
            trees.computeIfAbsent(made.site().stack(), stack -> new ArrayList<>())
                    .add(made.tree());
        }
        return new Sample(trial.name(), trial.settings(), trial.releases(), trees);
    }

    private void run(int samples) {
        trials.addAll(plan.trials());
        for (int i = 1; i <= samples; i++) {
            Trial test = plan.sample("sample " + i);
            if (test != null) {
                tests.add(test);
            }
        }
        contrasts.addAll(plan.contrasts());
        Set<CallSite> sites = new LinkedHashSet<>();
        for (Trial trial : trials) {
            sites.addAll(trial.sites());
        }
        all().forEach(test -> sites.addAll(test.sites()));
        for (CallSite site : sites) {
            SiteTemplate template = settled(site);
            if (template != null) {
                templates.put(site, template);
            }
        }
        testHashes();
    }

    /** A template that all runs agree with; {@code null} after an obstacle. */
    private @Nullable SiteTemplate settled(CallSite site) {
        List<Trial> looked = own.computeIfAbsent(site, key -> new ArrayList<>(trials));
        for (int round = 0; ; round++) {
            SiteTemplate template = template(site, looked);
            if (template == null) {
                return null;
            }
            List<Trial> counterexamples = new ArrayList<>();
            for (Trial test : all()) {
                if (counterexamples.size() < MOST_COUNTEREXAMPLES && !agrees(template, test)) {
                    counterexamples.add(test);
                }
            }
            if (counterexamples.isEmpty()) {
                return template;
            }
            if (round == MOST_ROUNDS) {
                obstacles.add(obstaclesSeen()
                        .unsettled(site, counterexamples.get(0), made(template, counterexamples.get(0), Hashes.NONE)));
                return null;
            }
            looked.addAll(counterexamples);
        }
    }

    private @Nullable SiteTemplate template(CallSite site, List<Trial> looked) {
        List<Sequences.Row> rows = new ArrayList<>();
        List<List<String>> names = new ArrayList<>();
        for (Trial trial : looked) {
            List<JsonNode> trees = new ArrayList<>();
            List<String> named = new ArrayList<>();
            for (Trial.Made made : trial.made()) {
                if (made.site().equals(site)) {
                    trees.add(made.tree());
                    named.add(made.id().name());
                }
            }
            rows.add(new Sequences.Row(trial, trial.scope(site.stack()), trees));
            if ((plan.bases().contains(trial) || trial.base() != null) && !named.isEmpty()) {
                names.add(named);
            }
        }
        Structures structures =
                new Structures(knobs, laboratory.program().constants(), laboratory.configMaps(), learnt);
        try {
            List<Template.Item> items = new Sequences(structures).items("", rows);
            FieldPositions positions = FieldPositions.of(site.apiVersion(), site.kind());
            return new SiteTemplate(site, lasting(names), MemberOrder.of(items, positions));
        } catch (Inexpressible e) {
            obstacles.add(obstaclesSeen().of(site, e));
            return null;
        }
    }

    /** The names of the resources, if settings do not change them; some of the resources may be left out by settings. */
    private static List<String> lasting(List<List<String>> names) {
        List<String> longest = List.of();
        for (List<String> some : names) {
            longest = some.size() > longest.size() ? some : longest;
        }
        for (List<String> some : names) {
            if (!some.get(0).equals(longest.get(0))) {
                return List.of();
            }
        }
        return longest;
    }

    private boolean agrees(SiteTemplate template, Trial test) {
        Trees.ButHashes trees = new Trees.ButHashes();
        boolean agrees = trees.areSame(test.trees(template.site()), made(template, test, Hashes.NONE));
        if (trees.met()) {
            hashed.add(template.site());
        }
        return agrees;
    }

    private static List<JsonNode> made(SiteTemplate template, Trial test, Hashes hashes) {
        return template.made(test.scope(template.site().stack()), hashes);
    }

    /** For the first few, it is worth the runs to find out what they follow from. */
    private Obstacles obstaclesSeen() {
        return new Obstacles(laboratory, trials, obstacles.size() < MOST_EXPLAINED ? knobs : null);
    }

    /** The hash of what the template of a ConfigMap makes. */
    private void testHashes() {
        Hashes hashes = (site, scope) -> {
            SiteTemplate configMap = templates.get(site);
            List<JsonNode> made = configMap == null ? List.of() : configMap.made(scope, Hashes.NONE);
            return made.size() == 1 && made.get(0) instanceof ObjectNode tree ? ContentDigest.of(tree) : "";
        };
        for (SiteTemplate template : List.copyOf(templates.values())) {
            if (hashed.contains(template.site())) {
                testHashes(template, hashes);
            }
        }
    }

    private void testHashes(SiteTemplate template, Hashes hashes) {
        for (Trial test : all()) {
            List<JsonNode> made = made(template, test, hashes);
            if (!Trees.same(test.trees(template.site()), made)) {
                templates.remove(template.site());
                obstacles.add(obstaclesSeen().unsettled(template.site(), test, made));
                return;
            }
        }
    }
}
