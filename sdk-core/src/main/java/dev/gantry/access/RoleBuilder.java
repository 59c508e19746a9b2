package dev.gantry.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gantry.extension.ApiTable;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.extension.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of roles share.
 *
 * @param <B> the builder's own type
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/cluster-role-v1/">rules</a>
 */
public abstract class RoleBuilder<B extends RoleBuilder<B>> extends ResourceBuilder<B> {

    /** What goes into one rule. */
    private record Part(String group, List<@Nullable String> names) {}

    /** Objects of the program that go into one rule. */
    private record ObjectsOf(String group, String kind) {}

    RoleBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /**
     * Adds to {@code rules}: allows something on resources of the API. A rule allows each of its verbs on each of its
     * resources in each of its groups, so there is a rule for each API group, and one more for each other choice of
     * names; nothing is allowed but what is written here.
     *
     * @param resources one or more
     */
    public final B allow(Verb verb, ApiResource... resources) {
        return allow(Verbs.of(verb), resources);
    }

    /**
     * Adds to {@code rules}: allows something on resources of the API. A rule allows each of its verbs on each of its
     * resources in each of its groups, so there is a rule for each API group, and one more for each other choice of
     * names; nothing is allowed but what is written here.
     *
     * @param resources one or more
     */
    public final B allow(Verbs verbs, ApiResource... resources) {
        Map<Part, List<String>> parts = new LinkedHashMap<>();
        if (given(verbs, resources)) {
            for (ApiResource resource : resources) {
                if (root().given("rules", resource)) {
                    parts.computeIfAbsent(new Part(resource.group(), resource.names()), x -> new ArrayList<>())
                            .add(resource.resource());
                }
            }
        }
        parts.forEach((part, names) -> {
            Fields rule = rule(verbs);
            if (Objects.equals(part.group(), "") || Objects.equals(part.group(), "*")) {
                rule.add("apiGroups", part.group());
            } else {
                rule.add("apiGroups", part.group(), Syntax.DNS_SUBDOMAIN);
            }
            names.forEach(name -> rule.add("resources", name, Syntax.NOT_EMPTY));
            part.names().forEach(name -> rule.add("resourceNames", name, Syntax.NOT_EMPTY));
        });
        return self();
    }

    /**
     * Adds to {@code rules}: allows something on these very objects, by name. There is a rule for each kind. The plural of
     * a custom kind comes from its definition, which must be in the program; where it is not, name the kind with
     * {@link ApiResource#custom(String, String)}.
     *
     * @param objects one or more, of any namespace: where the permission holds, the binding decides
     * @see ApiResource#named(String...)
     */
    public final B allow(Verb verb, Resource... objects) {
        return allow(Verbs.of(verb), objects);
    }

    /**
     * Adds to {@code rules}: allows something on these very objects, by name. There is a rule for each kind. The plural of
     * a custom kind comes from its definition, which must be in the program; where it is not, name the kind with
     * {@link ApiResource#custom(String, String)}.
     *
     * @param objects one or more, of any namespace: where the permission holds, the binding decides
     * @see ApiResource#named(String...)
     */
    public final B allow(Verbs verbs, Resource... objects) {
        Map<ObjectsOf, List<Resource>> kinds = new LinkedHashMap<>();
        if (given(verbs, objects)) {
            for (Resource object : objects) {
                if (root().given("rules", object)) {
                    Kind kind = object.kind();
                    kinds.computeIfAbsent(
                                    new ObjectsOf(ApiTable.group(kind.apiVersion()), kind.name()),
                                    x -> new ArrayList<>())
                            .add(object);
                }
            }
        }
        kinds.forEach((kind, members) -> {
            Fields rule = rule(verbs);
            rule.add("apiGroups", kind.group());
            String plural = ApiTable.plural(kind.group(), kind.kind());
            if (plural == null) {
                Resource any = members.get(0);
                rule.set(
                        "resources",
                        context -> JsonNodeFactory.instance.arrayNode().add(context.plural(any)));
            } else {
                rule.add("resources", plural);
            }
            for (Resource member : members) {
                rule.add("resourceNames", member.name());
                rule.mention("resourceNames", member);
            }
        });
        return self();
    }

    /** A new rule with these verbs. */
    final Fields rule(Verbs verbs) {
        Fields rule = root().append("rules");
        verbs.terms().forEach(verb -> rule.add("verbs", verb, Syntax.NOT_EMPTY));
        return rule;
    }

    private boolean given(@Nullable Verbs verbs, Object @Nullable [] targets) {
        return root().given("rules", verbs) && root().given("rules", targets);
    }
}
