package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be at some place of the output, for any settings. */
public sealed interface Template {

    /** Nothing at all. */
    Template NOTHING = new Nothing();

    /**
     * What Helm is to make of it; {@code null} for nothing.
     *
     * @param scope what is given
     * @param hashes of what ConfigMaps hold
     */
    @Nullable
    JsonNode value(Given scope, Hashes hashes);

    /** What a list of templates makes. */
    static ArrayNode list(List<Item> items, Given scope, Hashes hashes) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Item item : items) {
            item.addTo(list, scope, hashes);
        }
        return list;
    }

    /** The field or element is not there. */
    record Nothing() implements Template {
        @Override
        public @Nullable JsonNode value(Given scope, Hashes hashes) {
            return null;
        }
    }

    /**
     * Always the same.
     *
     * @param value what is there
     */
    record Literal(JsonNode value) implements Template {
        @Override
        public JsonNode value(Given scope, Hashes hashes) {
            return value;
        }
    }

    /**
     * A single value.
     *
     * @param expression how it is computed
     */
    record Computed(Formula expression) implements Template {
        @Override
        public JsonNode value(Given scope, Hashes hashes) {
            return expression.value(scope);
        }
    }

    /**
     * A whole record, list or mapping of the settings.
     *
     * @param ref the way to it
     */
    record Whole(Ref ref) implements Template {
        @Override
        public JsonNode value(Given scope, Hashes hashes) {
            return scope.get(ref);
        }
    }

    /**
     * The hash of what a ConfigMap holds.
     *
     * @param site that makes the ConfigMap
     */
    record Hash(CallSite site) implements Template {
        @Override
        public JsonNode value(Given scope, Hashes hashes) {
            return JsonNodeFactory.instance.textNode(hashes.of(site, scope));
        }
    }

    /**
     * One or the other.
     *
     * @param condition the question
     * @param then where it holds
     * @param otherwise where it does not
     */
    record Choice(Condition condition, Template then, Template otherwise) implements Template {
        @Override
        public @Nullable JsonNode value(Given scope, Hashes hashes) {
            return (condition.test(scope) ? then : otherwise).value(scope, hashes);
        }
    }

    /**
     * An object.
     *
     * @param members its parts, in their order
     */
    record Members(List<Member> members) implements Template {

        /** Copies the list. */
        public Members {
            members = List.copyOf(members);
        }

        @Override
        public JsonNode value(Given scope, Hashes hashes) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Member member : members) {
                member.addTo(object, scope, hashes);
            }
            return object;
        }
    }

    /**
     * A list.
     *
     * @param items its parts, in their order
     */
    record Items(List<Item> items) implements Template {

        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public JsonNode value(Given scope, Hashes hashes) {
            return list(items, scope, hashes);
        }
    }

    /** A part of an object. */
    sealed interface Member {

        /** Adds what it makes to an object. */
        void addTo(ObjectNode object, Given scope, Hashes hashes);

        /**
         * A field, unless its value is nothing.
         *
         * @param name of the field
         * @param value what is there
         */
        record Field(String name, Template value) implements Member {
            @Override
            public void addTo(ObjectNode object, Given scope, Hashes hashes) {
                JsonNode made = value.value(scope, hashes);
                if (made != null) {
                    object.set(name, made);
                }
            }
        }

        /**
         * A field whose name is computed.
         *
         * @param name of the field
         * @param value what is there
         */
        record Named(Formula name, Template value) implements Member {
            @Override
            public void addTo(ObjectNode object, Given scope, Hashes hashes) {
                JsonNode made = value.value(scope, hashes);
                if (made != null) {
                    object.set(name.value(scope).asText(), made);
                }
            }
        }

        /**
         * All fields of a mapping of the settings.
         *
         * @param ref the way to it
         */
        record Spread(Ref ref) implements Member {
            @Override
            public void addTo(ObjectNode object, Given scope, Hashes hashes) {
                scope.get(ref).properties().forEach(entry -> object.set(entry.getKey(), entry.getValue()));
            }
        }

        /**
         * A field for each entry of a mapping of the settings, by key.
         *
         * @param mapping the way to it
         * @param depth which loop it is, from outside; what its entries are found by
         * @param name of the field, with the key in it
         * @param value what is there
         */
        record Repeated(Ref mapping, int depth, Formula.Joined name, Template value) implements Member {
            @Override
            public void addTo(ObjectNode object, Given scope, Hashes hashes) {
                for (JsonNode entry : Elements.of(scope.get(mapping))) {
                    new Named(name, value).addTo(object, scope.with(entry), hashes);
                }
            }
        }
    }

    /** A part of a list. */
    sealed interface Item {

        /** Adds what it makes to a list. */
        void addTo(ArrayNode list, Given scope, Hashes hashes);

        /**
         * An element, unless it is nothing.
         *
         * @param value what is there
         */
        record One(Template value) implements Item {
            @Override
            public void addTo(ArrayNode list, Given scope, Hashes hashes) {
                JsonNode made = value.value(scope, hashes);
                if (made != null) {
                    list.add(made);
                }
            }
        }

        /**
         * For each element of a list of the settings.
         *
         * @param list or mapping of the settings
         * @param entries whether it is a mapping, whose entries are gone through by key
         * @param depth which loop it is, from outside; what its elements are found by
         * @param values for each of them
         */
        record Each(Ref list, boolean entries, int depth, List<Template> values) implements Item {

            /** Copies the list. */
            public Each {
                values = List.copyOf(values);
            }

            @Override
            public void addTo(ArrayNode list, Given scope, Hashes hashes) {
                for (JsonNode element : Elements.of(scope.get(this.list))) {
                    Given inner = scope.with(element);
                    for (Template value : values) {
                        new One(value).addTo(list, inner, hashes);
                    }
                }
            }
        }
    }
}
