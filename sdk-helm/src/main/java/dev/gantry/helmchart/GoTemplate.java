package dev.gantry.helmchart;

import dev.gantry.differencing.Condition;
import dev.gantry.differencing.Formula;
import dev.gantry.differencing.Formula.Part;
import dev.gantry.differencing.Formula.Term;
import dev.gantry.differencing.Knob;
import dev.gantry.differencing.Predicate;
import dev.gantry.differencing.Ref;
import dev.gantry.settings.SettingComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Expressions in the language of Helm's templates.
 *
 * @see <a href="https://helm.sh/docs/chart_template_guide/functions_and_pipelines/">Template functions</a>
 */
final class GoTemplate {

    private static final String ENTRY = "$value";

    private final String chart;
    private final SettingComponent values;
    private final List<String> valuesPath;
    private final LongTexts longTexts;
    private final List<String> variables;

    private GoTemplate(
            String chart,
            SettingComponent values,
            List<String> valuesPath,
            LongTexts longTexts,
            List<String> variables) {
        this.chart = chart;
        this.values = values;
        this.valuesPath = valuesPath;
        this.longTexts = longTexts;
        this.variables = variables;
    }

    /**
     * Expressions of a chart.
     *
     * @param chart its name
     * @param values the record that its values are
     * @param valuesPath where in the settings its values begin
     * @param longTexts settings that may have several lines
     */
    static GoTemplate of(String chart, SettingComponent values, List<String> valuesPath, LongTexts longTexts) {
        return new GoTemplate(chart, values, List.copyOf(valuesPath), longTexts, List.of());
    }

    /**
     * The same in a loop.
     *
     * @param variable the name of the element, or of the value of an entry
     */
    GoTemplate in(String variable) {
        List<String> more = new ArrayList<>(variables);
        more.add(variable);
        return new GoTemplate(chart, values, valuesPath, longTexts, List.copyOf(more));
    }

    /**
     * A name for what a loop goes through that no loop around has.
     *
     * @param entries whether it is a mapping
     */
    String variable(Ref list, boolean entries) {
        if (entries) {
            return ENTRY + (variables.isEmpty() ? "" : Integer.toString(variables.size()));
        }
        String name =
                list.path().isEmpty() ? "item" : list.path().get(list.path().size() - 1);
        String singular = name.endsWith("ses") || name.endsWith("xes")
                ? name.substring(0, name.length() - 2)
                : name.endsWith("s") && name.length() > 4 ? name.substring(0, name.length() - 1) : name + "Item";
        String variable = "$" + singular;
        return variables.contains(variable) ? variable + variables.size() : variable;
    }

    /** The context of the whole chart: within a loop the dot is something else. */
    String root() {
        return variables.isEmpty() ? "." : "$";
    }

    /** What a way leads to. */
    String ref(Ref ref) {
        String top = variables.isEmpty() ? "" : "$";
        return switch (ref.root()) {
            case SETTINGS ->
                followed(
                        top + ".Values",
                        ref.path().subList(valuesPath.size(), ref.path().size()));
            case ELEMENT -> element(variables.get(ref.depth()), ref.path());
            case RELEASE ->
                switch (ref.path().get(0)) {
                    case "name" -> top + ".Release.Name";
                    case "namespace" -> top + ".Release.Namespace";
                    case "appVersion" -> top + ".Chart.AppVersion";
                    default -> "(" + fullName() + ")";
                };
        };
    }

    /** What begins a loop. */
    String range(Ref list, boolean entries, String variable) {
        String variables = entries ? key(variable) + ", " + variable : variable;
        return "range " + variables + " := " + ref(list);
    }

    /** An entry has two variables, of which that of its value has a name of its own. */
    private static String element(String variable, List<String> path) {
        if (!variable.startsWith(ENTRY)) {
            return followed(variable, path);
        }
        return path.equals(List.of("key")) ? key(variable) : followed(variable, path.subList(1, path.size()));
    }

    private static String key(String variable) {
        return "$key" + variable.substring(ENTRY.length());
    }

    private String fullName() {
        return "include \"" + chart + ".fullname\" " + root();
    }

    private static String followed(String start, List<String> path) {
        String way = start;
        for (String key : path) {
            way = key.equals(Ref.FIRST) ? "(first " + way + ")" : way + "." + key;
        }
        return way;
    }

    /** What stands between the braces of an {@code if}. */
    String condition(Condition condition) {
        if (condition instanceof Condition.Asked asked) {
            return predicate(asked.predicate());
        } else if (condition instanceof Condition.Not not) {
            return not.condition() instanceof Condition.Asked asked && asked.predicate() instanceof Predicate.IsPresent
                    ? absent(asked.predicate())
                    : "not " + nested(not.condition());
        } else if (condition instanceof Condition.All all) {
            return all.conditions().isEmpty() ? "true" : joined("and", all.conditions());
        }
        List<Condition> any = ((Condition.Any) condition).conditions();
        return any.isEmpty() ? "false" : joined("or", any);
    }

    private String joined(String word, List<Condition> conditions) {
        return word + " " + conditions.stream().map(this::nested).collect(Collectors.joining(" "));
    }

    private String nested(Condition condition) {
        String text = condition(condition);
        return text.indexOf(' ') < 0 ? text : "(" + text + ")";
    }

    /** As {@link #ref}, where a record on the way may be missing: parentheses make nothing of it, and no failure. */
    private String safeRef(Ref ref) {
        if (ref.root() != Ref.Root.SETTINGS) {
            return ref(ref);
        }
        String way = variables.isEmpty() ? ".Values" : "$.Values";
        SettingComponent group = values;
        for (String key : ref.path().subList(valuesPath.size(), ref.path().size())) {
            boolean optional = group != null && group.optional();
            way = key.equals(Ref.FIRST) ? "(first " + way + ")" : (optional ? "(" + way + ")" : way) + "." + key;
            group = group == null ? null : component(group, key);
        }
        return way;
    }

    private static @Nullable SettingComponent component(SettingComponent group, String key) {
        for (SettingComponent component : group.components()) {
            if (component.name().equals(key)) {
                return component;
            }
        }
        return null;
    }

    private String absent(Predicate predicate) {
        return "kindIs \"invalid\" " + safeRef(predicate.ref());
    }

    private String predicate(Predicate predicate) {
        String ref = safeRef(predicate.ref());
        if (predicate instanceof Predicate.IsPresent) {
            return "not (" + absent(predicate) + ")";
        } else if (predicate instanceof Predicate.IsText is) {
            return "eq (toString " + ref + ") " + quoted(is.text());
        } else if (predicate instanceof Predicate.IsNumber is) {
            return "eq (int64 " + ref + ") " + is.number();
        } else if (predicate instanceof Predicate.IsAtLeast is) {
            return "ge (int64 " + ref + ") " + is.number();
        }
        return ref;
    }

    /** A single value, with its braces; a text is quoted. */
    String value(Formula expression) {
        if (expression instanceof Formula.Same same) {
            // What Helm has read as a floating number would come out with an exponent.
            boolean whole = same.knob().component().form() == SettingComponent.Form.WHOLE;
            return "{{ " + ref(same.knob().ref()) + (whole ? " | int64 }}" : " }}");
        } else if (expression instanceof Formula.Flag flag) {
            return flag.negated() ? "{{ not " + ref(flag.ref()) + " }}" : "{{ " + ref(flag.ref()) + " }}";
        } else if (expression instanceof Formula.Sum sum) {
            return "{{ " + sum(sum) + " }}";
        }
        return "{{ " + text(((Formula.Joined) expression).parts()) + " | quote }}";
    }

    private String text(List<Part> parts) {
        if (parts.size() == 1) {
            return bare(parts.get(0));
        }
        StringBuilder format = new StringBuilder();
        StringBuilder arguments = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Fixed fixed) {
                format.append(fixed.text().replace("%", "%%"));
            } else {
                format.append(verb(part));
                arguments.append(' ').append(argument(part));
            }
        }
        return "printf " + quoted(format.toString()) + arguments;
    }

    private static String verb(Part part) {
        return part instanceof Part.Value value
                ? switch (value.knob().component().form()) {
                    case WHOLE -> "%d";
                    case BOOLEAN -> "%t";
                    case DECIMAL -> "%v";
                    case TEXT, CONSTANT, GROUP, LIST, MAP -> "%s";
                }
                : "%s";
    }

    /** As one of several arguments. */
    private String argument(Part part) {
        String bare = bare(part);
        boolean call = !(part instanceof Part.Fixed) && !bare.startsWith("(") && bare.indexOf(' ') >= 0;
        return call ? "(" + bare + ")" : bare;
    }

    private String bare(Part part) {
        if (part instanceof Part.Value value) {
            Ref way = value.knob().ref();
            if (way.root() == Ref.Root.RELEASE && way.path().get(0).equals("fullName")) {
                return fullName();
            }
            String ref = ref(way);
            return value.knob().component().form() == SettingComponent.Form.WHOLE ? "int64 " + ref : ref;
        } else if (part instanceof Part.OrElse orElse) {
            return orElse(orElse.knob(), orElse.other());
        } else if (part instanceof Part.Elements elements) {
            return "join " + quoted(elements.separator()) + " "
                    + ref(elements.list().ref());
        }
        return quoted(((Part.Fixed) part).text());
    }

    private String orElse(Knob knob, Knob other) {
        return ref(knob.ref()) + " | default " + ref(other.ref());
    }

    /**
     * A part of a text that goes over several lines, where it stands without quotes.
     *
     * @param column where these lines begin
     */
    String inline(Part part, int column) {
        if (part instanceof Part.Fixed fixed) {
            return escaped(fixed.text());
        }
        boolean several = part instanceof Part.Elements elements
                ? elements.separator().contains("\n")
                : part instanceof Part.Value value && mayHaveLines(value.knob().ref());
        String lines = several ? " | replace \"\\n\" " + quoted("\n" + " ".repeat(column)) : "";
        return "{{ " + bare(part) + lines + " }}";
    }

    /** What elements of loops have is not told apart. */
    private boolean mayHaveLines(Ref ref) {
        return ref.root() == Ref.Root.SETTINGS && longTexts.contains(ref.path());
    }

    private String sum(Formula.Sum sum) {
        List<String> more = new ArrayList<>();
        List<String> less = new ArrayList<>();
        if (sum.constant() > 0) {
            more.add(Long.toString(sum.constant()));
        } else if (sum.constant() < 0) {
            less.add(Long.toString(-sum.constant()));
        }
        for (Term term : sum.terms()) {
            String value = "(int64 " + ref(term.ref()) + ")";
            long factor = Math.abs(term.factor());
            (term.factor() > 0 ? more : less).add(factor == 1 ? value : "(mul " + factor + " " + value + ")");
        }
        String total = more.isEmpty() ? "0" : more.size() == 1 ? more.get(0) : "(add " + String.join(" ", more) + ")";
        for (String value : less) {
            total = "(sub " + total + " " + value + ")";
        }
        return total.startsWith("(") ? total.substring(1, total.length() - 1) : total;
    }

    /** Text that stands in a template as it is. */
    static String escaped(String text) {
        if (!text.contains("{{")) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
            out.append(text, at, open);
            int close = text.indexOf("}}", open);
            String inner = close < 0 ? "" : text.substring(open, close + 2);
            if (close < 0 || inner.indexOf('`') >= 0 || inner.indexOf('\n') >= 0 || inner.indexOf("{{", 2) >= 0) {
                out.append("{{ \"{{\" }}");
                at = open + 2;
            } else {
                out.append("{{`").append(inner).append("`}}");
                at = close + 2;
            }
        }
        return out.append(text.substring(at)).toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
