package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.differencing.Formula.Part;
import dev.gantry.differencing.TextParser.Candidate;
import dev.gantry.extension.ContentHashNode;
import dev.gantry.field.FieldDifference;
import dev.gantry.settings.SettingComponent;
import dev.gantry.settings.SettingComponent.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds single expressions that say what a place of the output was in every run. */
final class Explanations {

    private final Knobs knobs;
    private final Map<Object, CallSite> configMaps;

    /**
     * Explanations.
     *
     * @param configMaps which place of the program has made a ConfigMap whose hash is in the output
     */
    Explanations(Knobs knobs, Map<Object, CallSite> configMaps) {
        this.knobs = knobs;
        this.configMaps = configMaps;
    }

    /** A template for values that are there in every run; {@code null} if there is none without a choice. */
    @Nullable
    Template explain(List<Observation> observations) {
        if (isSame(observations)) {
            return new Template.Literal(value(observations.get(0)));
        }
        if (observations.stream().allMatch(o -> o.value() instanceof ContentHashNode)) {
            return hash(observations);
        }
        if (observations.stream().allMatch(o -> value(o).isTextual())) {
            Formula text =
                    text(observations.stream().map(o -> value(o).textValue()).toList(), observations);
            return text == null ? null : new Template.Computed(text);
        }
        if (observations.stream().allMatch(o -> value(o).isBoolean())) {
            return flag(observations);
        }
        if (observations.stream().allMatch(o -> value(o).isNumber())) {
            return number(observations);
        }
        return null;
    }

    /** Whether every run has the same there. */
    static boolean isSame(List<Observation> observations) {
        JsonNode first = value(observations.get(0));
        for (Observation observation : observations) {
            if (!value(observation).equals(first)) {
                return false;
            }
        }
        return true;
    }

    /** An expression for texts of several runs; {@code null} if there is none. */
    @Nullable
    Formula text(List<String> texts, List<Observation> observations) {
        List<Knob> varying = knobs.in(observations);
        List<Candidate> candidates = candidates(varying, observations);
        candidates.addAll(elements(varying, texts, observations));
        List<Part> parts = TextParser.parse(texts, candidates);
        if (parts == null) {
            candidates.addAll(orElse(varying, observations));
            parts = TextParser.parse(texts, candidates);
        }
        return parts == null ? null : new Formula.Joined(parts);
    }

    /** A record, list or mapping of the settings that stands there as it is; {@code null} if none does. */
    @Nullable
    Template whole(List<Observation> observations) {
        for (Knob knob : knobs.in(observations)) {
            if (!knob.isScalar()
                    && !knob.ref().path().isEmpty()
                    && varies(knob.ref(), observations)
                    && isSame(knob.ref(), observations)) {
                return new Template.Whole(knob.ref());
            }
        }
        return null;
    }

    private static boolean isSame(Ref ref, List<Observation> observations) {
        for (Observation observation : observations) {
            JsonNode given = observation.scope().get(ref);
            if (given.isEmpty() || !FieldDifference.areSame(given, value(observation))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Template hash(List<Observation> observations) {
        CallSite site = null;
        for (Observation observation : observations) {
            Object configMap = ((ContentHashNode) value(observation)).configMap();
            CallSite made = configMaps.get(configMap);
            if (made == null || (site != null && !site.equals(made))) {
                return null;
            }
            site = made;
        }
        return site == null ? null : new Template.Hash(site);
    }

    private static List<Candidate> candidates(List<Knob> varying, List<Observation> observations) {
        List<Candidate> candidates = new ArrayList<>();
        for (Knob knob : varying) {
            if (knob.isScalar() && isPresent(knob.ref(), observations)) {
                List<String> shown = observations.stream()
                        .map(o -> Trees.text(o.scope().get(knob.ref())))
                        .toList();
                candidates.add(new Candidate(new Part.Value(knob), shown));
            }
        }
        return candidates;
    }

    /** Lists of texts, with what stands between the first two elements of one of them. */
    private static List<Candidate> elements(List<Knob> varying, List<String> texts, List<Observation> observations) {
        List<Candidate> candidates = new ArrayList<>();
        for (Knob knob : varying) {
            SettingComponent element = knob.component().element();
            if (knob.form() == Form.LIST
                    && element != null
                    && (element.form() == Form.TEXT || element.form() == Form.CONSTANT)
                    && isPresent(knob.ref(), observations)) {
                String separator = separator(knob.ref(), texts, observations);
                if (separator != null) {
                    List<String> shown = observations.stream()
                            .map(o -> Trees.joined(o.scope().get(knob.ref()), separator))
                            .toList();
                    candidates.add(new Candidate(new Part.Elements(knob, separator), shown));
                }
            }
        }
        return candidates;
    }

    private static @Nullable String separator(Ref list, List<String> texts, List<Observation> observations) {
        for (int i = 0; i < texts.size(); i++) {
            JsonNode given = observations.get(i).scope().get(list);
            if (given.size() > 1) {
                return between(texts.get(i), given.get(0).asText(), given.get(1).asText());
            }
        }
        return null;
    }

    /** The least that stands between two texts in a third. */
    private static @Nullable String between(String text, String one, String other) {
        String least = null;
        for (int start = text.indexOf(one); start >= 0; start = text.indexOf(one, start + 1)) {
            int from = start + one.length();
            int end = text.indexOf(other, from);
            if (end >= 0 && (least == null || end - from < least.length())) {
                least = text.substring(from, end);
            }
        }
        return least;
    }

    /** Texts that are sometimes empty, with others in their place. */
    private static List<Candidate> orElse(List<Knob> varying, List<Observation> observations) {
        List<Knob> texts = varying.stream()
                .filter(knob -> knob.form() == Form.TEXT && isPresent(knob.ref(), observations))
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (Knob knob : texts) {
            if (observations.stream()
                    .anyMatch(o -> o.scope().get(knob.ref()).asText().isEmpty())) {
                texts.stream()
                        .filter(other -> !other.equals(knob))
                        .forEach(other -> candidates.add(orElse(knob, other, observations)));
            }
        }
        return candidates;
    }

    private static Candidate orElse(Knob knob, Knob other, List<Observation> observations) {
        List<String> shown = new ArrayList<>();
        for (Observation observation : observations) {
            String text = observation.scope().get(knob.ref()).asText();
            shown.add(text.isEmpty() ? observation.scope().get(other.ref()).asText() : text);
        }
        return new Candidate(new Part.OrElse(knob, other), shown);
    }

    private @Nullable Template flag(List<Observation> observations) {
        for (Knob knob : knobs.in(observations)) {
            if (knob.form() == Form.BOOLEAN && isPresent(knob.ref(), observations)) {
                boolean negated = isTrue(observations.get(0))
                        != observations.get(0).scope().get(knob.ref()).asBoolean();
                if (observations.stream()
                        .allMatch(o -> isTrue(o) == (o.scope().get(knob.ref()).asBoolean() ^ negated))) {
                    return new Template.Computed(new Formula.Flag(knob.ref(), negated));
                }
            }
        }
        return null;
    }

    private static boolean isTrue(Observation observation) {
        return value(observation).asBoolean();
    }

    private @Nullable Template number(List<Observation> observations) {
        List<Knob> numbers = new ArrayList<>();
        for (Knob knob : knobs.in(observations)) {
            boolean number = knob.form() == Form.WHOLE || knob.form() == Form.DECIMAL;
            if (number && isPresent(knob.ref(), observations)) {
                if (observations.stream()
                        .allMatch(o -> FieldDifference.areSame(o.scope().get(knob.ref()), value(o)))) {
                    return new Template.Computed(new Formula.Same(knob));
                }
                if (knob.form() == Form.WHOLE) {
                    numbers.add(knob);
                }
            }
        }
        if (observations.stream().anyMatch(o -> !Trees.isWhole(value(o)))) {
            return null;
        }
        List<Ref> refs = numbers.stream()
                .map(Knob::ref)
                .filter(ref -> varies(ref, observations))
                .toList();
        Formula sum = LinearFit.of(observations, refs);
        return sum == null ? null : new Template.Computed(sum);
    }

    private static boolean isPresent(Ref ref, List<Observation> observations) {
        for (Observation observation : observations) {
            if (observation.scope().get(ref).isMissingNode()) {
                return false;
            }
        }
        return true;
    }

    static boolean varies(Ref ref, List<Observation> observations) {
        JsonNode first = observations.get(0).scope().get(ref);
        for (Observation observation : observations) {
            if (!observation.scope().get(ref).equals(first)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode value(Observation observation) {
        return Objects.requireNonNull(observation.value());
    }
}
