package dev.gantry.differencing;

import dev.gantry.differencing.Template.Item;
import dev.gantry.differencing.Template.Member;
import dev.gantry.extension.FieldPositions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings the members of templates into the order that the fields of manifests have. The trees that they are found from, of which there
 * are thousands, need not be in order then.
 */
final class MemberOrder {

    private MemberOrder() {}

    /** Templates of one type, in order. */
    static List<Item> of(List<Item> items, FieldPositions positions) {
        List<Item> ordered = new ArrayList<>(items.size());
        for (Item item : items) {
            if (item instanceof Item.One one) {
                ordered.add(new Item.One(of(one.value(), positions)));
            } else if (item instanceof Item.Each each) {
                List<Template> values = each.values().stream()
                        .map(value -> of(value, positions))
                        .toList();
                ordered.add(new Item.Each(each.list(), each.entries(), each.depth(), values));
            }
        }
        return ordered;
    }

    private static Template of(Template template, FieldPositions positions) {
        if (template instanceof Template.Literal literal) {
            return new Template.Literal(positions.arranged(literal.value()));
        } else if (template instanceof Template.Choice choice) {
            return new Template.Choice(
                    choice.condition(), of(choice.then(), positions), of(choice.otherwise(), positions));
        } else if (template instanceof Template.Items items) {
            return new Template.Items(of(items.items(), positions));
        } else if (template instanceof Template.Members members) {
            return members(members, positions);
        }
        return template;
    }

    /** What stands for any number of fields comes first, as it was. */
    private static Template members(Template.Members members, FieldPositions positions) {
        List<Member> others = new ArrayList<>();
        List<Member.Field> fields = new ArrayList<>();
        for (Member member : members.members()) {
            if (member instanceof Member.Field field) {
                fields.add(new Member.Field(field.name(), of(field.value(), positions.within(field.name()))));
            } else if (member instanceof Member.Named named) {
                others.add(new Member.Named(named.name(), of(named.value(), positions.within(""))));
            } else if (member instanceof Member.Repeated each) {
                others.add(new Member.Repeated(
                        each.mapping(), each.depth(), each.name(), of(each.value(), positions.within(""))));
            } else {
                others.add(member);
            }
        }
        fields.sort(Comparator.comparingInt(field -> positions.of(field.name())));
        others.addAll(fields);
        return new Template.Members(others);
    }
}
