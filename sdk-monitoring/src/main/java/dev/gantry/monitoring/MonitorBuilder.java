package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.check.ScrapeTargets;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Late;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of monitors share.
 *
 * @param <B> the builder's own type
 */
public abstract class MonitorBuilder<B extends MonitorBuilder<B>> extends ScrapeBuilder<B> {

    private @Nullable String jobLabel;

    MonitorBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** Selects one resource by its labels, and in its namespace where that is another than the monitor's. */
    final void selects(Resource target, SortedMap<String, String> labels) {
        Fields selector = spec().object("selector");
        labels.forEach((key, value) -> selector.object("matchLabels").set(key, value));
        spec().mention("selector", target);
        Late elsewhere = context -> {
            String namespace = context.namespace(target);
            if (namespace == null || namespace.equals(context.namespace(monitor()))) {
                return null;
            }
            ObjectNode names = JsonNodeFactory.instance.objectNode();
            names.putArray("matchNames").add(namespace);
            return names;
        };
        if (!spec().has("namespaceSelector")) {
            spec().set("namespaceSelector", elsewhere);
        }
    }

    /** The monitor that is being built; asked for only once it is there. */
    abstract Resource monitor();

    /**
     * Adds a label to {@code selector.matchLabels}: what is selected must have it too. For what the program does not make,
     * whose labels it does not know. It is a finding to ask for another value than what is monitored has: that would select
     * nothing, or something else.
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public final B selector(String key, String value) {
        Fields labels = spec().object("selector").object("matchLabels");
        JsonNode known = key == null ? null : labels.get(key);
        if (known != null && value != null && !known.asText().equals(value)) {
            labels.flaw(
                    key,
                    ValueRule.CONFLICT,
                    "The label " + key + " is \"" + known.asText() + "\" already, and cannot be \"" + value + "\" too.",
                    "Leave it out, or name the resource that has this label.");
            return self();
        }
        Entries.label(labels, key, value);
        return self();
    }

    /** Sets {@code namespaceSelector.matchNames}: looks into these namespaces, and no others. */
    public final B namespaces(String... names) {
        spec().replace("namespaceSelector").addAll("matchNames", Syntax.DNS_LABEL, names);
        return self();
    }

    /** Sets {@code namespaceSelector.any}: looks into all namespaces. */
    public final B anyNamespace() {
        spec().replace("namespaceSelector").set("any", true);
        return self();
    }

    /**
     * Sets {@code jobLabel}: the label of what is scraped whose value becomes the {@code job} label; where it is not set,
     * or not there, {@code job} is the name of the Service, or namespace and name of a PodMonitor.
     */
    public final B jobLabel(String label) {
        jobLabel = label;
        spec().set("jobLabel", label, Syntax.LABEL_KEY, ValueRule.LABEL);
        return self();
    }

    /** Adds to {@code podTargetLabels}: labels of pods that every series gets. */
    public final B podTargetLabels(String... labels) {
        spec().addAll("podTargetLabels", Syntax.LABEL_KEY, labels);
        return self();
    }

    /** Sets {@code attachMetadata.node}: whether relabelling can see the labels of nodes; {@code false} by default. */
    public final B attachNodeMetadata(boolean attach) {
        spec().object("attachMetadata").set("node", attach);
        return self();
    }

    /**
     * Sets {@code bodySizeLimit}: a longer answer fails; no limit where it is not set.
     *
     * @param size such as {@code 10MB}
     */
    public final B bodySizeLimit(String size) {
        ByteSize.set(spec(), "bodySizeLimit", size);
        return self();
    }

    /** Sets {@code selectorMechanism}; {@link SelectorMechanism#RELABEL_CONFIG} where it is not set. */
    public final B selectorMechanism(SelectorMechanism mechanism) {
        spec().set("selectorMechanism", mechanism);
        return self();
    }

    /** The {@code job} label that the relabelling of the first endpoint sets; {@code null} if it sets none that is constant. */
    final @Nullable String relabeledJob(String endpoints) {
        JsonNode first = spec().get(endpoints);
        return first == null ? null : ScrapeTargets.job(first.path(0), null);
    }

    /** The value of the {@code jobLabel} among the labels of what is scraped; {@code null} if it has none. */
    final @Nullable String job(SortedMap<String, String> labels) {
        String value = jobLabel == null ? null : labels.get(jobLabel);
        return value == null || value.isEmpty() ? null : value;
    }
}
