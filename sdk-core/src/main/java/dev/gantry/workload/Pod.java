package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Selectable;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.raw.ModelEdit;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Containers that run together on one node. Nobody makes a bare Pod again when its node goes, and little of it can be
 * changed once it is there; a Deployment, a StatefulSet or a Job takes care of that.
 *
 * <p>There is no method for {@code spec.ephemeralContainers}: no API server takes them when a Pod is made. They are added
 * to a Pod that runs, by {@code kubectl debug}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/">Pod</a>
 */
public final class Pod extends Resource implements Selectable {

    private static final Kind KIND = Kind.namespaced("v1", "Pod");

    private final SortedMap<String, String> labels;

    private Pod(Builder builder) {
        super(builder);
        this.labels = builder.labels();
    }

    /**
     * Makes a Pod.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static Pod of(String name, Consumer<Builder> options) {
        return new Pod(configured(new Builder(name), options));
    }

    /** Its own labels, by {@code label(key, value)}. */
    @Override
    public SortedMap<String, String> selector() {
        return labels;
    }

    /** Builds a {@link Pod}. */
    public static final class Builder extends PodBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /** Sets {@code spec.restartPolicy}; {@link RestartPolicy#ALWAYS} where it is not set. */
        public Builder restartPolicy(RestartPolicy policy) {
            spec().set("restartPolicy", policy);
            return this;
        }

        /**
         * Sets {@code spec.activeDeadlineSeconds}: after which time the pod is stopped, and has failed; never where it is not
         * set.
         *
         * @param deadline 1 second or more
         */
        public Builder podActiveDeadline(Duration deadline) {
            spec().seconds("activeDeadlineSeconds", deadline, 1);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<io.fabric8.kubernetes.api.model.PodBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.Pod.class, io.fabric8.kubernetes.api.model.PodBuilder::new, edit));
        }

        @Override
        Fields podSpec() {
            return spec();
        }

        private SortedMap<String, String> labels() {
            SortedMap<String, String> labels = new TreeMap<>();
            JsonNode written = metadata().get("labels");
            if (written != null) {
                for (Map.Entry<String, JsonNode> label : written.properties()) {
                    labels.put(label.getKey(), label.getValue().asText());
                }
            }
            return Collections.unmodifiableSortedMap(labels);
        }
    }
}
