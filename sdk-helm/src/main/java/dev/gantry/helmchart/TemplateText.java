package dev.gantry.helmchart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gantry.differencing.Condition;
import dev.gantry.differencing.Formula;
import dev.gantry.differencing.Formula.Part;
import dev.gantry.differencing.Template;
import dev.gantry.differencing.Template.Item;
import dev.gantry.differencing.Template.Member;
import dev.gantry.yaml.YamlPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes templates as lines of YAML with what Helm computes in them. */
final class TemplateText {

    /** Helm takes away what is blank at the end of a document, and templates what is blank before them. */
    private static final String END_OF_TEXT = "# the text ends here";

    /** A blank, or one before values, which may be empty. */
    private static final Pattern ENDS_BLANK = Pattern.compile("[ \\t](\\{\\{[^{}]*}})*\\z");

    private final GoTemplate go;
    private final NamedTemplates templates;
    private final List<String> lines;

    private TemplateText(GoTemplate go, NamedTemplates templates, List<String> lines) {
        this.go = go;
        this.templates = templates;
        this.lines = lines;
    }

    /** The documents of one file. */
    static String documents(GoTemplate go, NamedTemplates templates, List<Item> items) {
        TemplateText text = new TemplateText(go, templates, new ArrayList<>());
        boolean several = items.size() > 1 || items.get(0) instanceof Item.Each;
        for (Item item : items) {
            if (item instanceof Item.One one) {
                text.document(one.value(), several);
            } else if (item instanceof Item.Each each) {
                String variable = go.variable(each.list(), each.entries());
                text.control(0, go.range(each.list(), each.entries(), variable));
                TemplateText inner = new TemplateText(go.in(variable), templates, text.lines);
                each.values().forEach(value -> inner.document(value, true));
                text.control(0, "end");
            }
        }
        return joined(text.lines);
    }

    /** The fields of an object, from the first column on. */
    static String fields(GoTemplate go, NamedTemplates templates, List<Member> members) {
        TemplateText text = new TemplateText(go, templates, new ArrayList<>());
        text.members(members, 0);
        return joined(text.lines);
    }

    private static String joined(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private void document(Template template, boolean several) {
        if (template instanceof Template.Choice choice) {
            control(0, "if " + go.condition(choice.condition()));
            document(choice.then(), several);
            if (!(choice.otherwise() instanceof Template.Nothing)) {
                control(0, "else");
                document(choice.otherwise(), several);
            }
            control(0, "end");
        } else if (!(template instanceof Template.Nothing)) {
            if (several) {
                lines.add("---");
            }
            members(((Template.Members) template).members(), 0);
        }
    }

    private void control(int indent, String words) {
        lines.add(" ".repeat(indent) + "{{- " + words + " }}");
    }

    private void members(List<Member> members, int indent) {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (member instanceof Member.Spread spread) {
                control(indent, "with " + go.ref(spread.ref()));
                control(indent, "toYaml . | nindent " + indent);
                control(indent, "end");
            } else if (member instanceof Member.Named named) {
                named(named.name(), named.value(), indent);
            } else if (member instanceof Member.Repeated each) {
                String variable = go.variable(each.mapping(), true);
                control(indent, go.range(each.mapping(), true, variable));
                new TemplateText(go.in(variable), templates, lines).named(each.name(), each.value(), indent);
                control(indent, "end");
            } else if (member instanceof Member.Field field) {
                int end = sameCondition(members, i);
                if (end - i > 1) {
                    control(indent, "if " + go.condition(((Template.Choice) field.value()).condition()));
                    for (Member one : members.subList(i, end)) {
                        Member.Field inner = (Member.Field) one;
                        field(inner.name(), ((Template.Choice) inner.value()).then(), indent);
                    }
                    control(indent, "end");
                    i = end - 1;
                } else {
                    field(field.name(), field.value(), indent);
                }
            }
        }
    }

    /** A field whose name is computed. */
    private void named(Formula name, Template field, int indent) {
        choose(field, indent, value -> {
            lines.add(" ".repeat(indent) + go.value(name) + ":" + behind(value));
            nested(value, indent + 2);
        });
    }

    /** Where fields end that are there under one condition. */
    private static int sameCondition(List<Member> members, int start) {
        int end = start;
        Condition first = null;
        while (end < members.size()
                && members.get(end) instanceof Member.Field field
                && field.value() instanceof Template.Choice choice
                && choice.otherwise() instanceof Template.Nothing
                && (first == null || first.equals(choice.condition()))) {
            first = choice.condition();
            end++;
        }
        return end;
    }

    private void field(String name, Template value, int indent) {
        String include = templates.include(value);
        if (value instanceof Template.Literal literal) {
            literal(JsonNodeFactory.instance.objectNode().set(name, literal.value()), indent);
        } else if (value instanceof Template.Choice choice) {
            choice(choice, indent, branch -> field(name, branch, indent));
        } else if (value instanceof Template.Computed computed && isLong(computed)) {
            block(key(name), (Formula.Joined) computed.expression(), indent);
        } else if (value instanceof Template.Computed || value instanceof Template.Hash) {
            lines.add(" ".repeat(indent) + key(name) + " " + inline(value));
        } else if (!(value instanceof Template.Nothing)) {
            lines.add(" ".repeat(indent) + key(name));
            if (include != null) {
                control(indent + 2, "include \"" + include + "\" " + go.root() + " | nindent " + (indent + 2));
                members(templates.besides((Template.Members) value), indent + 2);
            } else {
                nested(value, indent + 2);
            }
        }
    }

    /** What stands on the line of its key. */
    private String behind(Template value) {
        if (value instanceof Template.Computed || value instanceof Template.Hash) {
            return " " + inline(value);
        }
        return value instanceof Template.Literal literal ? " " + literal.value() : "";
    }

    private void choose(Template value, int indent, Consumer<Template> writer) {
        if (value instanceof Template.Choice choice) {
            choice(choice, indent, branch -> choose(branch, indent, writer));
        } else if (!(value instanceof Template.Nothing)) {
            writer.accept(value);
        }
    }

    private void choice(Template.Choice choice, int indent, Consumer<Template> branch) {
        control(indent, "if " + go.condition(choice.condition()));
        branch.accept(choice.then());
        if (!(choice.otherwise() instanceof Template.Nothing)) {
            control(indent, "else");
            branch.accept(choice.otherwise());
        }
        control(indent, "end");
    }

    /** What stands below its key or dash. */
    private void nested(Template value, int indent) {
        if (value instanceof Template.Members members) {
            members(members.members(), indent);
        } else if (value instanceof Template.Items items) {
            items(items.items(), indent);
        } else if (value instanceof Template.Whole whole) {
            control(indent, "toYaml " + go.ref(whole.ref()) + " | nindent " + indent);
        }
    }

    private void items(List<Item> items, int indent) {
        for (Item item : items) {
            if (item instanceof Item.One one) {
                element(one.value(), indent);
            } else if (item instanceof Item.Each each) {
                String variable = go.variable(each.list(), each.entries());
                control(indent, go.range(each.list(), each.entries(), variable));
                TemplateText inner = new TemplateText(go.in(variable), templates, lines);
                each.values().forEach(value -> inner.element(value, indent));
                control(indent, "end");
            }
        }
    }

    private void element(Template value, int indent) {
        String dash = " ".repeat(indent) + "-";
        if (value instanceof Template.Choice choice) {
            choice(choice, indent, branch -> element(branch, indent));
        } else if (value instanceof Template.Literal literal) {
            literal(JsonNodeFactory.instance.arrayNode().add(literal.value()), indent);
        } else if (value instanceof Template.Computed computed && isLong(computed)) {
            block("-", (Formula.Joined) computed.expression(), indent);
        } else if (value instanceof Template.Computed || value instanceof Template.Hash) {
            lines.add(dash + " " + inline(value));
        } else if (value instanceof Template.Members members) {
            int start = lines.size();
            members(certainFirst(members.members()), indent + 2);
            String first = lines.get(start);
            if (first.strip().startsWith("{{-")) {
                lines.add(start, dash);
            } else {
                lines.set(start, dash + " " + first.substring(indent + 2));
            }
        } else if (!(value instanceof Template.Nothing)) {
            lines.add(dash);
            nested(value, indent + 2);
        }
    }

    /** A field that is always there goes first, so that it can stand behind the dash. */
    private static List<Member> certainFirst(List<Member> members) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i) instanceof Member.Field field && !(field.value() instanceof Template.Choice)) {
                List<Member> ordered = new ArrayList<>(members);
                ordered.add(0, ordered.remove(i));
                return ordered;
            }
        }
        return members;
    }

    private String inline(Template value) {
        if (value instanceof Template.Hash hash) {
            return templates.hash(hash.site(), go.root());
        }
        return go.value(((Template.Computed) value).expression());
    }

    private void literal(JsonNode tree, int indent) {
        for (String line : YamlPrinter.print(tree).split("\n", -1)) {
            lines.add(line.isEmpty() ? "" : " ".repeat(indent) + GoTemplate.escaped(line));
        }
        lines.remove(lines.size() - 1);
    }

    private static String key(String name) {
        String line = YamlPrinter.print(JsonNodeFactory.instance.objectNode().put(name, 0));
        return line.substring(0, line.lastIndexOf(' '));
    }

    /** Whether text has several lines, of which the last is not one that may turn out to be no line at all. */
    private static boolean isLong(Template.Computed computed) {
        return computed.expression() instanceof Formula.Joined text
                && text.parts().stream().anyMatch(TemplateText::hasLines)
                && !isValueAlone(text.parts(), text.parts().size() - 1);
    }

    private static boolean hasLines(Part part) {
        return part instanceof Part.Fixed fixed && fixed.text().contains("\n");
    }

    /** Whether parts up to this one, all of which may be empty, begin a line. */
    private static boolean isValueAlone(List<Part> parts, int index) {
        int before = index;
        while (before >= 0 && !(parts.get(before) instanceof Part.Fixed)) {
            before--;
        }
        return before >= 0
                && before < index
                && parts.get(before) instanceof Part.Fixed fixed
                && fixed.text().endsWith("\n");
    }

    /** Text of several lines, each computed where it stands. */
    private void block(String key, Formula.Joined text, int indent) {
        String whole =
                text.parts().stream().map(part -> go.inline(part, indent + 2)).collect(Collectors.joining());
        boolean endsLine = whole.endsWith("\n");
        boolean endsEmpty = whole.endsWith("\n\n")
                || isValueAlone(text.parts(), text.parts().size() - 2);
        String style = endsLine ? endsEmpty ? "|+" : "|" : "|-";
        String hint =
                whole.startsWith(" ") || whole.startsWith("\n") ? style.charAt(0) + "2" + style.substring(1) : style;
        lines.add(" ".repeat(indent) + key + " " + hint);
        String body = endsLine ? whole.substring(0, whole.length() - 1) : whole;
        for (String line : body.split("\n", -1)) {
            lines.add(line.isEmpty() ? "" : " ".repeat(indent + 2) + line);
        }
        if (endsEmpty || ENDS_BLANK.matcher(body).find()) {
            lines.add(" ".repeat(indent) + END_OF_TEXT);
        }
    }
}
