package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What is to be at some place of the output, for any settings. */
public sealed interface Template {

    /** Nothing at all. */
    Template NOTHING = new Nothing();

    /** The field or element is not there. */
    record Nothing() implements Template {}

    /**
     * Always the same.
     *
     * @param value what is there
     */
    record Literal(JsonNode value) implements Template {}

    /**
     * A single value.
     *
     * @param expression how it is computed
     */
    record Computed(Formula expression) implements Template {}

    /**
     * A whole record, list or mapping of the settings.
     *
     * @param ref the way to it
     */
    record Whole(Ref ref) implements Template {}

    /**
     * The hash of what a ConfigMap holds.
     *
     * @param site that makes the ConfigMap
     */
    record Hash(CallSite site) implements Template {}

    /**
     * One or the other.
     *
     * @param condition the question
     * @param then where it holds
     * @param otherwise where it does not
     */
    record Choice(Condition condition, Template then, Template otherwise) implements Template {}

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
    }

    /** A part of an object. */
    sealed interface Member {

        /**
         * A field, unless its value is nothing.
         *
         * @param name of the field
         * @param value what is there
         */
        record Field(String name, Template value) implements Member {}

        /**
         * A field whose name is computed.
         *
         * @param name of the field
         * @param value what is there
         */
        record Named(Formula name, Template value) implements Member {}

        /**
         * All fields of a mapping of the settings.
         *
         * @param ref the way to it
         */
        record Spread(Ref ref) implements Member {}

        /**
         * A field for each entry of a mapping of the settings, by key.
         *
         * @param mapping the way to it
         * @param depth which loop it is, from outside; what its entries are found by
         * @param name of the field, with the key in it
         * @param value what is there
         */
        record Repeated(Ref mapping, int depth, Formula.Joined name, Template value) implements Member {}
    }

    /** A part of a list. */
    sealed interface Item {

        /**
         * An element, unless it is nothing.
         *
         * @param value what is there
         */
        record One(Template value) implements Item {}

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
        }
    }
}
