package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.program.ComparedConstants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds templates for whole trees: descends into objects and lists, and asks where they differ. */
final class Structures {

    /** How often it may be asked whether something is there: that is soon answered. */
    private static final int MANY = 1_500;

    /** How often a value may be looked at for an expression. */
    private static final int FEW = 300;

    private final Knobs knobs;
    private final ComparedConstants constants;
    private final Map<Object, CallSite> configMaps;
    private final Map<List<Object>, Template> learnt;
    private final Explanations explanations;
    private final Questions questions;

    /**
     * Structures.
     *
     * @param configMaps which place of the program has made a ConfigMap
     * @param learnt takes what was found, for resources that are alike; by runs and values
     */
    Structures(
            Knobs knobs,
            ComparedConstants constants,
            Map<Object, CallSite> configMaps,
            Map<List<Object>, Template> learnt) {
        this.knobs = knobs;
        this.constants = constants;
        this.configMaps = configMaps;
        this.learnt = learnt;
        this.explanations = new Explanations(knobs, configMaps);
        this.questions = new Questions(knobs, constants);
    }

    Knobs knobs() {
        return knobs;
    }

    /** Finds single expressions. */
    Explanations explanations() {
        return explanations;
    }

    /** The same within a loop over a list or a mapping. */
    Structures within(Knob list) {
        return new Structures(knobs.within(list), constants, configMaps, learnt);
    }

    /** What may be asked of the element of the innermost loop. */
    List<Predicate> questionsOfElement(List<Observation> elements) {
        Ref element = Ref.element(knobs.depth() - 1);
        return questions.about(elements).stream()
                .filter(question -> question.ref().root() == Ref.Root.ELEMENT
                        && question.ref().depth() == element.depth())
                .toList();
    }

    /** A template for what may be missing in some runs. */
    Template optional(String field, List<Observation> observations) throws Inexpressible {
        List<Observation> there =
                observations.stream().filter(o -> o.value() != null).toList();
        if (there.isEmpty()) {
            return Template.NOTHING;
        }
        if (there.size() == observations.size()) {
            return template(field, observations);
        }
        Condition condition = presence(field, observations);
        return new Template.Choice(condition, template(field, there), Template.NOTHING);
    }

    private Condition presence(String field, List<Observation> observations) throws Inexpressible {
        List<Observation> presence = Relevance.relevant(observations).stream()
                .map(o -> o.with(BooleanNode.valueOf(o.value() != null)))
                .toList();
        Decision<Boolean> decision = Decision.find(presence, questions, MANY, Structures::same);
        if (decision == null) {
            throw new Inexpressible(field, observations, false, false);
        }
        return condition(decision);
    }

    private static @Nullable Boolean same(List<Observation> observations) {
        boolean first = Objects.requireNonNull(observations.get(0).value()).asBoolean();
        return observations.stream()
                        .allMatch(o -> Objects.requireNonNull(o.value()).asBoolean() == first)
                ? first
                : null;
    }

    private static Condition condition(Decision<Boolean> decision) {
        if (decision instanceof Decision.Fork<Boolean> fork) {
            return Condition.choose(fork.predicate(), condition(fork.yes()), condition(fork.no()));
        }
        return ((Decision.Leaf<Boolean>) decision).answer() ? Condition.ALWAYS : Condition.NEVER;
    }

    /** A template for what is there in every run. */
    Template template(String field, List<Observation> all) throws Inexpressible {
        if (Explanations.isSame(all)) {
            return new Template.Literal(value(all.get(0)));
        }
        List<Observation> observations = Relevance.relevant(all);
        List<Object> seen = seen(observations);
        Template known = seen.isEmpty() ? null : learnt.get(seen);
        if (known == null) {
            known = found(field, observations);
            if (!seen.isEmpty()) {
                learnt.put(seen, known);
            }
        }
        return known;
    }

    /** What was seen in which run, of a single value outside of any loop; else nothing. */
    private List<Object> seen(List<Observation> observations) {
        if (knobs.depth() > 0 || value(observations.get(0)).isContainerNode()) {
            return List.of();
        }
        List<Object> seen = new ArrayList<>(2 * observations.size());
        for (Observation observation : observations) {
            seen.add(observation.trial());
            seen.add(value(observation));
        }
        return seen;
    }

    private Template found(String field, List<Observation> observations) throws Inexpressible {
        Template simple = explanations.explain(observations);
        if (simple != null) {
            return simple;
        }
        Template whole = explanations.whole(observations);
        if (whole != null) {
            return whole;
        }
        if (all(observations, ObjectNode.class) || all(observations, ArrayNode.class)) {
            return isEvenlyFilled(observations) ? filled(field, observations) : divided(field, observations);
        }
        Decision<Template> decision = Decision.find(observations, questions, FEW, explanations::explain);
        if (decision == null) {
            throw new Inexpressible(field, observations, false, false);
        }
        return choice(decision);
    }

    private Template filled(String field, List<Observation> observations) throws Inexpressible {
        if (value(observations.get(0)).isObject()) {
            return new Mappings(this).members(field, observations);
        }
        try {
            return items(field, observations);
        } catch (Inexpressible e) {
            if (!e.isAboutElements()) {
                throw e;
            }
            Decision<Boolean> decision =
                    Decision.find(observations, questions, MANY, part -> regular(part) ? true : null);
            if (decision == null || decision instanceof Decision.Leaf<Boolean>) {
                throw e;
            }
            return division(field, decision);
        }
    }

    /** Whether lists have the same size, or one that follows a setting's. */
    private boolean regular(List<Observation> observations) {
        return new Sequences(this).areRegular(rows(observations));
    }

    /** What has nothing in it is told from what has. */
    private Template divided(String field, List<Observation> observations) throws Inexpressible {
        Decision<Boolean> decision =
                Decision.find(observations, questions, MANY, part -> isEvenlyFilled(part) ? true : null);
        if (decision == null) {
            throw new Inexpressible(field, observations, false, false);
        }
        return division(field, decision);
    }

    private Template division(String field, Decision<Boolean> decision) throws Inexpressible {
        if (decision instanceof Decision.Fork<Boolean> fork) {
            return new Template.Choice(
                    new Condition.Asked(fork.predicate()), division(field, fork.yes()), division(field, fork.no()));
        }
        return template(field, ((Decision.Leaf<Boolean>) decision).observations());
    }

    private Template items(String field, List<Observation> observations) throws Inexpressible {
        return new Template.Items(new Sequences(this).items(field, rows(observations)));
    }

    private static List<Sequences.Row> rows(List<Observation> observations) {
        List<Sequences.Row> rows = new ArrayList<>();
        for (Observation observation : observations) {
            List<JsonNode> elements = new ArrayList<>();
            value(observation).forEach(elements::add);
            rows.add(new Sequences.Row(observation.trial(), observation.scope(), elements));
        }
        return rows;
    }

    /** What has nothing in it is written otherwise than what has. */
    private static boolean isEvenlyFilled(List<Observation> observations) {
        boolean empty = value(observations.get(0)).isEmpty();
        return observations.stream().allMatch(o -> value(o).isEmpty() == empty);
    }

    private static Template choice(Decision<Template> decision) {
        if (decision instanceof Decision.Fork<Template> fork) {
            return new Template.Choice(new Condition.Asked(fork.predicate()), choice(fork.yes()), choice(fork.no()));
        }
        return ((Decision.Leaf<Template>) decision).answer();
    }

    private static boolean all(List<Observation> observations, Class<? extends JsonNode> type) {
        return observations.stream().allMatch(o -> type.isInstance(o.value()));
    }

    private static JsonNode value(Observation observation) {
        return Objects.requireNonNull(observation.value());
    }
}
