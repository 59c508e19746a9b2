package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.differencing.Formula.Part;
import dev.gantry.differencing.Template.Item;
import dev.gantry.differencing.Template.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Makes trees of templates: what Helm is to make of their text. */
final class Evaluation {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final BiFunction<CallSite, Given, String> hashes;

    /**
     * An evaluation.
     *
     * @param hashes of what ConfigMaps hold
     */
    Evaluation(BiFunction<CallSite, Given, String> hashes) {
        this.hashes = hashes;
    }

    /** What a list of templates makes. */
    List<JsonNode> items(List<Item> items, Given scope) {
        List<JsonNode> made = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.One one) {
                add(made, value(one.value(), scope));
            } else if (item instanceof Item.Each each) {
                for (JsonNode element : Elements.of(scope.get(each.list()))) {
                    Given inner = scope.with(element);
                    each.values().forEach(value -> add(made, value(value, inner)));
                }
            }
        }
        return made;
    }

    private static void add(List<JsonNode> made, @Nullable JsonNode value) {
        if (value != null) {
            made.add(value);
        }
    }

    /** What a template makes; {@code null} for nothing. */
    @Nullable
    JsonNode value(Template template, Given scope) {
        if (template instanceof Template.Literal literal) {
            return literal.value();
        } else if (template instanceof Template.Computed computed) {
            return computed(computed.expression(), scope);
        } else if (template instanceof Template.Whole whole) {
            return scope.get(whole.ref());
        } else if (template instanceof Template.Hash hash) {
            return NODES.textNode(hashes.apply(hash.site(), scope));
        } else if (template instanceof Template.Choice choice) {
            return value(choice.condition().test(scope) ? choice.then() : choice.otherwise(), scope);
        } else if (template instanceof Template.Members members) {
            return members(members, scope);
        } else if (template instanceof Template.Items items) {
            ArrayNode list = NODES.arrayNode();
            items(items.items(), scope).forEach(list::add);
            return list;
        }
        return null;
    }

    private ObjectNode members(Template.Members members, Given scope) {
        ObjectNode object = NODES.objectNode();
        for (Member member : members.members()) {
            if (member instanceof Member.Field field) {
                JsonNode value = value(field.value(), scope);
                if (value != null) {
                    object.set(field.name(), value);
                }
            } else if (member instanceof Member.Named named) {
                JsonNode value = value(named.value(), scope);
                if (value != null) {
                    object.set(computed(named.name(), scope).asText(), value);
                }
            } else if (member instanceof Member.Spread spread) {
                scope.get(spread.ref()).properties().forEach(entry -> object.set(entry.getKey(), entry.getValue()));
            } else if (member instanceof Member.Repeated each) {
                for (JsonNode entry : Elements.of(scope.get(each.mapping()))) {
                    Given inner = scope.with(entry);
                    JsonNode value = value(each.value(), inner);
                    if (value != null) {
                        object.set(computed(each.name(), inner).asText(), value);
                    }
                }
            }
        }
        return object;
    }

    private static JsonNode computed(Formula expression, Given scope) {
        if (expression instanceof Formula.Same same) {
            return scope.get(same.knob().ref());
        } else if (expression instanceof Formula.Flag flag) {
            return BooleanNode.valueOf(scope.get(flag.ref()).asBoolean() != flag.negated());
        } else if (expression instanceof Formula.Sum sum) {
            long total = sum.constant();
            for (Formula.Term term : sum.terms()) {
                total += term.factor() * scope.get(term.ref()).longValue();
            }
            return NODES.numberNode(total);
        }
        StringBuilder text = new StringBuilder();
        for (Part part : ((Formula.Joined) expression).parts()) {
            if (part instanceof Part.Fixed fixed) {
                text.append(fixed.text());
            } else if (part instanceof Part.Value value) {
                text.append(Trees.text(scope.get(value.knob().ref())));
            } else if (part instanceof Part.OrElse orElse) {
                String given = scope.get(orElse.knob().ref()).asText();
                text.append(given.isEmpty() ? scope.get(orElse.other().ref()).asText() : given);
            } else if (part instanceof Part.Elements elements) {
                text.append(Trees.joined(scope.get(elements.list().ref()), elements.separator()));
            }
        }
        return NODES.textNode(text.toString());
    }
}
