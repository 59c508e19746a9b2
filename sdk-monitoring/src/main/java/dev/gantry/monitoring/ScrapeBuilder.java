package dev.gantry.monitoring;

import dev.gantry.Quantity;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of all kinds share that tell Prometheus whom to ask: limits, and the form of answers.
 *
 * @param <B> the builder's own type
 */
public abstract class ScrapeBuilder<B extends ScrapeBuilder<B>> extends NamespacedBuilder<B> {

    ScrapeBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** Sets {@code sampleLimit}: a scrape with more samples fails; no limit where it is not set. */
    public final B sampleLimit(long samples) {
        return limit("sampleLimit", samples);
    }

    /** Sets {@code targetLimit}: with more targets, none is scraped; no limit where it is not set. */
    public final B targetLimit(long targets) {
        return limit("targetLimit", targets);
    }

    /** Sets {@code labelLimit}: a scrape with more labels of a sample fails; no limit where it is not set. */
    public final B labelLimit(long labels) {
        return limit("labelLimit", labels);
    }

    /** Sets {@code labelNameLengthLimit}: a scrape with a longer name of a label fails; no limit where it is not set. */
    public final B labelNameLengthLimit(long characters) {
        return limit("labelNameLengthLimit", characters);
    }

    /** Sets {@code labelValueLengthLimit}: a scrape with a longer value of a label fails; no limit where it is not set. */
    public final B labelValueLengthLimit(long characters) {
        return limit("labelValueLengthLimit", characters);
    }

    /** Sets {@code keepDroppedTargets}: how many dropped targets Prometheus remembers; all where it is not set. */
    public final B keepDroppedTargets(long targets) {
        return limit("keepDroppedTargets", targets);
    }

    /** Adds to {@code scrapeProtocols}: the forms of answers, the preferred one first. */
    public final B scrapeProtocols(ScrapeProtocol... protocols) {
        spec().addAll("scrapeProtocols", protocols);
        return self();
    }

    /** Sets {@code fallbackScrapeProtocol}: what an answer without a known content type is taken for. */
    public final B fallbackScrapeProtocol(ScrapeProtocol protocol) {
        spec().set("fallbackScrapeProtocol", protocol);
        return self();
    }

    /** Sets {@code scrapeClass}: the name of a class that the Prometheus has; its default one where it is not set. */
    public final B scrapeClass(String name) {
        spec().set("scrapeClass", name, Syntax.NOT_EMPTY);
        return self();
    }

    /** Sets {@code scrapeClassicHistograms}: whether classic histograms are stored beside native ones. */
    public final B scrapeClassicHistograms(boolean scrape) {
        spec().set("scrapeClassicHistograms", scrape);
        return self();
    }

    /** Sets {@code scrapeNativeHistograms}: whether native histograms are stored; from Prometheus 3.8 on. */
    public final B scrapeNativeHistograms(boolean scrape) {
        spec().set("scrapeNativeHistograms", scrape);
        return self();
    }

    /** Sets {@code nativeHistogramBucketLimit}: native histograms with more buckets are made coarser. */
    public final B nativeHistogramBucketLimit(long buckets) {
        return limit("nativeHistogramBucketLimit", buckets);
    }

    /** Sets {@code nativeHistogramMinBucketFactor}: native histograms with finer buckets are made coarser. */
    public final B nativeHistogramMinBucketFactor(Quantity factor) {
        spec().set("nativeHistogramMinBucketFactor", factor);
        return self();
    }

    /** Sets {@code convertClassicHistogramsToNHCB}: whether classic histograms are stored as native ones. */
    public final B convertClassicHistogramsToNhcb(boolean convert) {
        spec().set("convertClassicHistogramsToNHCB", convert);
        return self();
    }

    final B limit(String field, long most) {
        spec().set(field, most, 0, Long.MAX_VALUE);
        return self();
    }
}
