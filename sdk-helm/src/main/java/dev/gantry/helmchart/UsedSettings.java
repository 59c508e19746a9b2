package dev.gantry.helmchart;

import dev.gantry.differencing.CallSite;
import dev.gantry.differencing.Condition;
import dev.gantry.differencing.Formula;
import dev.gantry.differencing.Formula.Part;
import dev.gantry.differencing.Ref;
import dev.gantry.differencing.Template;
import dev.gantry.differencing.Template.Item;
import dev.gantry.differencing.Template.Member;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What templates depend on. */
final class UsedSettings {

    private final Map<List<String>, String> settings = new LinkedHashMap<>();
    private final Map<List<String>, Set<String>> reserved = new LinkedHashMap<>();
    private final Set<List<String>> filled = new LinkedHashSet<>();
    private final Set<CallSite> hashed = new LinkedHashSet<>();
    private String field = "";
    private boolean fullName;

    /** Looks at the resources of one place of the program. */
    void add(List<Item> items) {
        items.forEach(item -> item(item, ""));
    }

    /** The paths of the settings, and for each a field that depends on it. */
    Map<List<String>, String> settings() {
        return Collections.unmodifiableMap(settings);
    }

    /** The keys that a mapping must not have, since what it is spread over has fields of these names. */
    Set<String> reserved(List<String> mapping) {
        return Collections.unmodifiableSet(reserved.getOrDefault(mapping, Set.of()));
    }

    /** Whether a list must have an element, since the first one is used. */
    boolean needsElement(List<String> list) {
        return filled.contains(list);
    }

    /** The places whose ConfigMaps are hashed. */
    Set<CallSite> hashed() {
        return Collections.unmodifiableSet(hashed);
    }

    /** Whether the full name of the release is asked for. */
    boolean usesFullName() {
        return fullName;
    }

    private void item(Item item, String path) {
        if (item instanceof Item.One one) {
            template(one.value(), path);
        } else if (item instanceof Item.Each each) {
            field = path;
            ref(each.list());
            each.values().forEach(value -> template(value, path));
        }
    }

    private void template(Template template, String path) {
        field = path;
        if (template instanceof Template.Computed computed) {
            expression(computed.expression());
        } else if (template instanceof Template.Whole whole) {
            ref(whole.ref());
        } else if (template instanceof Template.Hash hash) {
            hashed.add(hash.site());
        } else if (template instanceof Template.Choice choice) {
            condition(choice.condition());
            template(choice.then(), path);
            template(choice.otherwise(), path);
        } else if (template instanceof Template.Members members) {
            for (Member member : members.members()) {
                if (member instanceof Member.Field inner) {
                    template(inner.value(), path.isEmpty() ? inner.name() : path + "." + inner.name());
                } else if (member instanceof Member.Named named) {
                    expression(named.name());
                    template(named.value(), path);
                } else if (member instanceof Member.Spread spread) {
                    ref(spread.ref());
                    reserve(spread.ref(), "", "", members.members());
                } else if (member instanceof Member.Repeated each) {
                    ref(each.mapping());
                    expression(each.name());
                    template(each.value(), path);
                    reserve(each, members.members());
                }
            }
        } else if (template instanceof Template.Items items) {
            items.items().forEach(item -> item(item, path));
        }
    }

    /** The keys whose entries would have the names of other fields; only of names with a key and what is always the same. */
    private void reserve(Member.Repeated each, List<Member> members) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        int keys = 0;
        for (Part part : each.name().parts()) {
            if (part instanceof Part.Fixed fixed) {
                (keys == 0 ? before : after).append(fixed.text());
            } else {
                keys++;
            }
        }
        if (keys == 1) {
            reserve(each.mapping(), before.toString(), after.toString(), members);
        }
    }

    private void reserve(Ref mapping, String before, String after, List<Member> members) {
        Set<String> names = reserved.computeIfAbsent(mapping.path(), path -> new LinkedHashSet<>());
        int around = before.length() + after.length();
        for (Member member : members) {
            if (member instanceof Member.Field field
                    && field.name().length() >= around
                    && field.name().startsWith(before)
                    && field.name().endsWith(after)) {
                names.add(field.name().substring(before.length(), field.name().length() - after.length()));
            }
        }
    }

    private void condition(Condition condition) {
        if (condition instanceof Condition.Asked asked) {
            ref(asked.predicate().ref());
        } else if (condition instanceof Condition.Not not) {
            condition(not.condition());
        } else if (condition instanceof Condition.All all) {
            all.conditions().forEach(this::condition);
        } else if (condition instanceof Condition.Any any) {
            any.conditions().forEach(this::condition);
        }
    }

    private void expression(Formula expression) {
        if (expression instanceof Formula.Same same) {
            ref(same.knob().ref());
        } else if (expression instanceof Formula.Flag flag) {
            ref(flag.ref());
        } else if (expression instanceof Formula.Sum sum) {
            sum.terms().forEach(term -> ref(term.ref()));
        } else if (expression instanceof Formula.Joined text) {
            for (Part part : text.parts()) {
                if (part instanceof Part.Value value) {
                    ref(value.knob().ref());
                } else if (part instanceof Part.OrElse orElse) {
                    ref(orElse.knob().ref());
                    ref(orElse.other().ref());
                } else if (part instanceof Part.Elements elements) {
                    ref(elements.list().ref());
                }
            }
        }
    }

    private void ref(Ref ref) {
        if (ref.root() == Ref.Root.SETTINGS) {
            int first = ref.path().indexOf(Ref.FIRST);
            if (first >= 0) {
                filled.add(ref.path().subList(0, first));
            }
            settings.putIfAbsent(first < 0 ? ref.path() : ref.path().subList(0, first), field);
        } else if (ref.root() == Ref.Root.RELEASE && ref.path().get(0).equals("fullName")) {
            fullName = true;
        }
    }
}
