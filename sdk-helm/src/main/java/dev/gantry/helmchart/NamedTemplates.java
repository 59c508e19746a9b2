package dev.gantry.helmchart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.differencing.CallSite;
import dev.gantry.differencing.SiteTemplate;
import dev.gantry.differencing.Template;
import dev.gantry.differencing.Template.Item;
import dev.gantry.differencing.Template.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The named templates of a chart, which the others include: the labels that all of its resources have, the content of ConfigMaps whose hash is asked
 * for, and the full name of the release.
 */
final class NamedTemplates {

    private final String chart;
    private final List<SiteTemplate> prepared = new ArrayList<>();
    private final List<Member> labels = new ArrayList<>();
    private final IdentityHashMap<Template, String> includes = new IdentityHashMap<>();
    private final Map<CallSite, List<String>> contents = new LinkedHashMap<>();
    private final Map<String, List<Member>> defined = new LinkedHashMap<>();
    private boolean everyOneIsLabelled = true;
    private boolean first = true;

    private NamedTemplates(String chart) {
        this.chart = chart;
    }

    /**
     * The named templates of a chart.
     *
     * @param chart its name
     * @param templates of its resources
     * @param hashed the places whose ConfigMaps are hashed
     */
    static NamedTemplates of(String chart, List<SiteTemplate> templates, Collection<CallSite> hashed) {
        NamedTemplates named = new NamedTemplates(chart);
        List<SiteTemplate> open = new ArrayList<>();
        for (SiteTemplate template : templates) {
            open.add(new SiteTemplate(template.site(), template.names(), opened(template.items())));
        }
        open.forEach(template -> documents(template.items(), named::shareLabels));
        boolean shared = named.everyOneIsLabelled && !named.labels.isEmpty() && open.size() > 1;
        for (SiteTemplate template : open) {
            named.prepared.add(template);
            if (shared) {
                documents(template.items(), named::includeLabels);
            }
            if (hashed.contains(template.site()) && template.items().size() == 1) {
                documents(template.items(), document -> named.includeContent(template, document));
            }
        }
        if (shared) {
            named.defined.put(chart + ".labels", named.labels);
        }
        return named;
    }

    /** The templates, in which some objects are to be included. */
    List<SiteTemplate> templates() {
        return Collections.unmodifiableList(prepared);
    }

    /** What is defined: fields by name. */
    Map<String, List<Member>> defined() {
        return Collections.unmodifiableMap(defined);
    }

    /** What is to be included in place of an object, or a part of it; {@code null} for nothing. */
    @Nullable
    String include(Template value) {
        return includes.get(value);
    }

    /** The fields of an object that are not in what it includes. */
    List<Member> besides(Template.Members members) {
        String include = includes.get(members);
        List<Member> rest = new ArrayList<>(members.members());
        rest.removeAll(defined.getOrDefault(include == null ? "" : include, List.of()));
        return rest;
    }

    /** The hash of a ConfigMap, with its braces. */
    String hash(CallSite site, String context) {
        List<String> parts = contents.getOrDefault(site, List.of());
        if (parts.size() == 1) {
            return "{{ include \"" + parts.get(0) + "\" " + context + " | fromYaml | toJson | sha256sum }}";
        }
        StringBuilder format = new StringBuilder();
        StringBuilder arguments = new StringBuilder();
        for (String part : parts) {
            format.append("%s");
            arguments
                    .append(" (include \"")
                    .append(part)
                    .append("\" ")
                    .append(context)
                    .append(" | fromYaml | toJson)");
        }
        return "{{ printf \"" + format + "\"" + arguments + " | sha256sum }}";
    }

    private void shareLabels(Template.Members document) {
        Template.Members own = labels(document);
        if (own == null) {
            everyOneIsLabelled = false;
        } else if (first) {
            own.members().stream().filter(NamedTemplates::isCertain).forEach(labels::add);
            first = false;
        } else {
            labels.retainAll(own.members());
        }
    }

    private static boolean isCertain(Member member) {
        return member instanceof Member.Field field
                && (field.value() instanceof Template.Literal || field.value() instanceof Template.Computed);
    }

    private void includeLabels(Template.Members document) {
        Template.Members own = labels(document);
        if (own != null) {
            includes.put(own, chart + ".labels");
        }
    }

    private void includeContent(SiteTemplate template, Template.Members document) {
        List<String> parts = new ArrayList<>();
        for (String field : List.of("data", "binaryData")) {
            Template value = field(document, field);
            List<Member> content = value == null ? null : content(value);
            if (value != null && content != null) {
                String name = chart + "." + contentName(template) + "." + field;
                defined.put(name, content);
                parts.add(name);
                if (value instanceof Template.Members) {
                    includes.put(value, name);
                }
            }
        }
        contents.put(template.site(), parts);
    }

    /** The fields of what a ConfigMap holds, none of them where it holds nothing; {@code null} if they cannot be told. */
    private static @Nullable List<Member> content(Template value) {
        if (value instanceof Template.Members members) {
            return members.members();
        } else if (value instanceof Template.Whole whole) {
            return List.of(new Member.Spread(whole.ref()));
        } else if (value instanceof Template.Choice choice && choice.otherwise() instanceof Template.Nothing) {
            List<Member> content = new ArrayList<>();
            List<Member> inner = content(choice.then());
            for (Member member : inner == null ? List.<Member>of() : inner) {
                content.add(
                        member instanceof Member.Field field
                                ? new Member.Field(
                                        field.name(),
                                        new Template.Choice(choice.condition(), field.value(), Template.NOTHING))
                                : member);
            }
            return inner == null ? null : content;
        }
        return null;
    }

    private String contentName(SiteTemplate template) {
        return template.names().isEmpty()
                ? "configmap" + (contents.size() + 1)
                : template.names().get(0);
    }

    private static Template.@Nullable Members labels(Template.Members document) {
        return field(document, "metadata") instanceof Template.Members metadata
                        && field(metadata, "labels") instanceof Template.Members labels
                ? labels
                : null;
    }

    private static @Nullable Template field(Template.Members object, String name) {
        for (Member member : object.members()) {
            if (member instanceof Member.Field field && field.name().equals(name)) {
                return field.value();
            }
        }
        return null;
    }

    private static void documents(List<Item> items, Consumer<Template.Members> visitor) {
        for (Item item : items) {
            if (item instanceof Item.One one) {
                document(one.value(), visitor);
            } else if (item instanceof Item.Each each) {
                each.values().forEach(value -> document(value, visitor));
            }
        }
    }

    private static void document(Template value, Consumer<Template.Members> visitor) {
        if (value instanceof Template.Members members) {
            visitor.accept(members);
        } else if (value instanceof Template.Choice choice) {
            document(choice.then(), visitor);
            document(choice.otherwise(), visitor);
        }
    }

    /** The same, with the objects that are looked into as objects of fields. */
    private static List<Item> opened(List<Item> items) {
        List<Item> open = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.One one) {
                open.add(new Item.One(opened(one.value(), 3)));
            } else if (item instanceof Item.Each each) {
                open.add(new Item.Each(
                        each.list(),
                        each.entries(),
                        each.depth(),
                        each.values().stream().map(value -> opened(value, 3)).toList()));
            }
        }
        return open;
    }

    private static Template opened(Template value, int levels) {
        if (levels == 0) {
            return value;
        }
        if (value instanceof Template.Choice choice) {
            return new Template.Choice(
                    choice.condition(), opened(choice.then(), levels), opened(choice.otherwise(), levels));
        }
        if (value instanceof Template.Literal literal
                && literal.value() instanceof ObjectNode object
                && !object.isEmpty()) {
            List<Member> members = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                members.add(field(field.getKey(), new Template.Literal(field.getValue()), levels));
            }
            return new Template.Members(members);
        }
        if (value instanceof Template.Members fields) {
            List<Member> members = new ArrayList<>();
            for (Member member : fields.members()) {
                members.add(member instanceof Member.Field field ? field(field.name(), field.value(), levels) : member);
            }
            return new Template.Members(members);
        }
        return value;
    }

    private static Member field(String name, Template value, int levels) {
        boolean looked =
                levels == 3 ? name.equals("metadata") || name.endsWith("ata") : levels == 2 && name.equals("labels");
        return new Member.Field(name, looked ? opened(value, levels - 1) : value);
    }
}
