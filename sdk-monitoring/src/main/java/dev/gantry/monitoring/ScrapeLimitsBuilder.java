package dev.gantry.monitoring;

import dev.gantry.extension.Kind;
import dev.gantry.extension.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * How much a Prometheus takes in.
 *
 * @param <B> the builder's own type
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusSpec">
 *     PrometheusSpec</a>
 */
public abstract class ScrapeLimitsBuilder<B extends ScrapeLimitsBuilder<B>> extends SelectingBuilder<B> {

    ScrapeLimitsBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** Sets {@code sampleLimit}: the samples of a scrape, where a monitor says nothing; no limit where it is not set. */
    public final B sampleLimit(long most) {
        return most("sampleLimit", most);
    }

    /** Sets {@code enforcedSampleLimit}: the samples of a scrape, whatever a monitor says; no limit where it is not set. */
    public final B enforcedSampleLimit(long most) {
        return most("enforcedSampleLimit", most);
    }

    /** Sets {@code targetLimit}: the targets of a scrape configuration, where a monitor says nothing; no limit where it is not set. */
    public final B targetLimit(long most) {
        return most("targetLimit", most);
    }

    /** Sets {@code enforcedTargetLimit}: the targets of a scrape configuration, whatever a monitor says; no limit where it is not set. */
    public final B enforcedTargetLimit(long most) {
        return most("enforcedTargetLimit", most);
    }

    /** Sets {@code labelLimit}: the labels of a sample, where a monitor says nothing; no limit where it is not set. */
    public final B labelLimit(long most) {
        return most("labelLimit", most);
    }

    /** Sets {@code enforcedLabelLimit}: the labels of a sample, whatever a monitor says; no limit where it is not set. */
    public final B enforcedLabelLimit(long most) {
        return most("enforcedLabelLimit", most);
    }

    /** Sets {@code labelNameLengthLimit}: the characters of a label's name, where a monitor says nothing; no limit where it is not set. */
    public final B labelNameLengthLimit(long most) {
        return most("labelNameLengthLimit", most);
    }

    /** Sets {@code enforcedLabelNameLengthLimit}: the characters of a label's name, whatever a monitor says; no limit where it is not set. */
    public final B enforcedLabelNameLengthLimit(long most) {
        return most("enforcedLabelNameLengthLimit", most);
    }

    /** Sets {@code labelValueLengthLimit}: the characters of a label's value, where a monitor says nothing; no limit where it is not set. */
    public final B labelValueLengthLimit(long most) {
        return most("labelValueLengthLimit", most);
    }

    /** Sets {@code enforcedLabelValueLengthLimit}: the characters of a label's value, whatever a monitor says; no limit where it is not set. */
    public final B enforcedLabelValueLengthLimit(long most) {
        return most("enforcedLabelValueLengthLimit", most);
    }

    /** Sets {@code keepDroppedTargets}: the dropped targets that are remembered, where a monitor says nothing; no limit where it is not set. */
    public final B keepDroppedTargets(long most) {
        return most("keepDroppedTargets", most);
    }

    /** Sets {@code enforcedKeepDroppedTargets}: the dropped targets that are remembered, whatever a monitor says; no limit where it is not set. */
    public final B enforcedKeepDroppedTargets(long most) {
        return most("enforcedKeepDroppedTargets", most);
    }

    /** Sets {@code bodySizeLimit}: the size of an answer, where a monitor says nothing, such as {@code 10MB}. */
    public final B bodySizeLimit(String size) {
        ByteSize.set(spec(), "bodySizeLimit", size);
        return self();
    }

    /** Sets {@code enforcedBodySizeLimit}: the size of an answer, whatever a monitor says, such as {@code 10MB}. */
    public final B enforcedBodySizeLimit(String size) {
        ByteSize.set(spec(), "enforcedBodySizeLimit", size);
        return self();
    }

    /** Sets {@code enforcedNamespaceLabel}: a label that holds the namespace of whoever made the monitor or rule. */
    public final B enforcedNamespaceLabel(String label) {
        spec().set("enforcedNamespaceLabel", label, Syntax.NOT_EMPTY);
        return self();
    }

    /** Sets {@code overrideHonorLabels}: whether no monitor may honor labels; {@code false} by default. */
    public final B overrideHonorLabels(boolean override) {
        spec().set("overrideHonorLabels", override);
        return self();
    }

    /** Sets {@code overrideHonorTimestamps}: whether no monitor may honor timestamps; {@code false} by default. */
    public final B overrideHonorTimestamps(boolean override) {
        spec().set("overrideHonorTimestamps", override);
        return self();
    }

    /** Sets {@code ignoreNamespaceSelectors}: whether monitors see their own namespace only; {@code false} by default. */
    public final B ignoreNamespaceSelectors(boolean ignore) {
        spec().set("ignoreNamespaceSelectors", ignore);
        return self();
    }

    private B most(String field, long most) {
        spec().set(field, most, 0, Long.MAX_VALUE);
        return self();
    }
}
