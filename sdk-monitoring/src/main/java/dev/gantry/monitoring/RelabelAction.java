package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What a relabelling does with labels, or with what carries them.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.RelabelConfig">
 *     RelabelConfig</a>
 */
public enum RelabelAction implements Leaf {
    /** Sets a label; the default of Prometheus. */
    REPLACE("replace"),
    /** Drops whatever does not match. */
    KEEP("keep"),
    /** Drops whatever matches. */
    DROP("drop"),
    /** Sets a label to the remainder of a hash. */
    HASH_MOD("hashmod"),
    /** Copies the labels whose names match to other names. */
    LABEL_MAP("labelmap"),
    /** Removes the labels whose names match. */
    LABEL_DROP("labeldrop"),
    /** Removes the labels whose names do not match. */
    LABEL_KEEP("labelkeep"),
    /** Sets a label to a text in lower case. */
    LOWERCASE("lowercase"),
    /** Sets a label to a text in upper case. */
    UPPERCASE("uppercase"),
    /** Drops whatever has another text in the target label. */
    KEEP_EQUAL("keepequal"),
    /** Drops whatever has the same text in the target label. */
    DROP_EQUAL("dropequal");

    private final String term;

    RelabelAction(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
