package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What is to be at some place of the output, for any settings. */
public sealed interface Template {

    /** Nothing at all. */
    Template NOTHING = new Nothing();

    /** The field or element is not there. */
    record Nothing() implements Template {}

    /** Always the same. */
    record Literal(JsonNode value) implements Template {}

    /** A single value. */
    record Computed(Expression expression) implements Template {}

    /** A whole record, list or mapping of the settings. */
    record Whole(Ref ref) implements Template {}

    /**
     * The hash of what a ConfigMap holds.
     *
     * @param site that makes the ConfigMap
     */
    record Hash(CallSite site) implements Template {}

    /** One or the other. */
    record Choice(Condition condition, Template then, Template otherwise) implements Template {}

    /** An object. */
    record Members(List<Member> members) implements Template {

        /** Copies the list. */
        public Members {
            members = List.copyOf(members);
        }
    }

    /** A list. */
    record Items(List<Item> items) implements Template {

        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A part of an object. */
    sealed interface Member {

        /** A field, unless its value is nothing. */
        record Field(String name, Template value) implements Member {}

        /** A field whose name is computed. */
        record Named(Expression name, Template value) implements Member {}

        /** All fields of a mapping of the settings. */
        record Spread(Ref ref) implements Member {}
    }

    /** A part of a list. */
    sealed interface Item {

        /** An element, unless it is nothing. */
        record One(Template value) implements Item {}

        /**
         * For each element of a list of the settings.
         *
         * @param list of the settings
         * @param depth which loop it is, from outside; what its elements are found by
         * @param values for each of them
         */
        record Each(Ref list, int depth, List<Template> values) implements Item {

            /** Copies the list. */
            public Each {
                values = List.copyOf(values);
            }
        }
    }
}
