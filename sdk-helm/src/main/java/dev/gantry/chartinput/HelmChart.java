package dev.gantry.chartinput;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Component;
import dev.gantry.Stack;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Origins;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import dev.gantry.raw.RawObjects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Helm chart that somebody else has written, as resources of the program. Real Helm renders it, with these values and for the
 * namespace of its stack, when it is added:
 *
 * <pre>{@code
 * HelmChart redis = shop.add(HelmChart.of("redis", ChartSource.directory("charts/redis"), c -> c
 *         .values(v -> v.object("auth", a -> a.set("enabled", false)))));
 * StatefulSet master = StatefulSet.from(redis.objects(), "redis-master");
 * }</pre>
 *
 * <p>Its objects are resources like others: what checks say holds for them, other resources refer to them, and
 * {@link Builder#objects} edits them. A finding about one of them names the line that made the chart, and its template.
 *
 * @see <a href="https://helm.sh/docs/topics/charts/">Charts</a>
 */
public final class HelmChart implements Component {

    private final String release;
    private final ChartSource source;
    private final ChartOptions options;
    private final @Nullable Origin origin = Origins.here();
    private @Nullable Run run;
    private @Nullable RawObjects objects;

    private HelmChart(String release, ChartSource source, ChartOptions options) {
        this.release = release;
        this.source = source;
        this.options = options;
    }

    /**
     * Takes in a chart with the values that it has by itself.
     *
     * @param release the name of the release, which most charts begin their names with: a DNS label of at most 53 characters
     * @param chart where it is
     */
    @CheckReturnValue
    public static HelmChart of(String release, ChartSource chart) {
        return of(release, chart, options -> {});
    }

    /**
     * Takes in a chart.
     *
     * @param release the name of the release, which most charts begin their names with: a DNS label of at most 53 characters
     * @param chart where it is
     * @param options its values, what becomes of its hooks, and edits of its objects
     */
    @CheckReturnValue
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public static HelmChart of(String release, ChartSource chart, Consumer<Builder> options) {
        Builder builder = new Builder();
        if (release == null || chart == null || options == null) {
            builder.options.flaw(Flaw.missing());
        }
        if (options != null) {
            options.accept(builder);
        }
        builder.sealed = true;
        HelmChart made = new HelmChart(
                Objects.requireNonNullElse(release, ""),
                chart == null ? ChartSource.directory("") : chart,
                builder.options);
        Run current = Run.current();
        if (current != null) {
            current.expect(
                    made,
                    Finding.of(HelmChartRule.FORGOTTEN, "The chart " + made + " was made, but never added to a stack.")
                            .hint("Pass it to Stack.add(...), or do not make it.")
                            .on(made.toString(), null)
                            .at(made.origin));
        }
        return made;
    }

    /**
     * What it renders to in this run: objects that {@code from(...)} of a kind finds by name, such as
     * {@code Service.from(redis.objects(), "redis-master")}. It is a finding if the chart has not been added to a stack yet.
     */
    public RawObjects objects() {
        RawObjects known = objects;
        if (known != null && run == Run.current()) {
            return known;
        }
        report(Finding.of(
                        HelmChartRule.TOO_EARLY,
                        "The chart " + this
                                + " is not rendered before it is added to a stack, whose namespace it takes.")
                .hint("Write HelmChart " + variable() + " = stack.add(HelmChart.of(...)) first.")
                .at(Origins.here()));
        return RawObjects.unknown(toString());
    }

    /** The resources that it renders to; the same as {@link #objects()}. */
    @Override
    public List<Resource> resources() {
        return new ArrayList<>(objects());
    }

    /** Renders it for a stack that it is added to. */
    @Override
    public List<Resource> resources(Stack stack) {
        Run current = Run.current();
        if (current == null) {
            throw new FindingsException(
                    Finding.of(HelmChartRule.TOO_EARLY, "The chart " + this + " is only rendered while a program runs.")
                            .hint("Call Gantry.synthesize(...) or Snapshots.verify(...) with the blueprint.")
                            .at(origin));
        }
        if (objects != null && run == current) {
            report(Finding.of(
                            HelmChartRule.ADDED_TWICE,
                            "The chart " + this + " is added to a stack for the second time.")
                    .hint(
                            "Make another one with HelmChart.of(...): its release has to have another name in one namespace.")
                    .at(Origins.here())
                    .related(origin, "it is made here"));
            return List.of();
        }
        current.meet(this);
        run = current;
        RawObjects made = new ChartRun(this, stack, current).objects();
        objects = made;
        return new ArrayList<>(made);
    }

    private static void report(Finding finding) {
        Run run = Run.current();
        if (run == null) {
            throw new FindingsException(finding);
        }
        run.report(List.of(finding));
    }

    private String variable() {
        return release.isEmpty() ? "chart" : release.replace('-', '_');
    }

    String release() {
        return release;
    }

    ChartSource source() {
        return source;
    }

    ChartOptions options() {
        return options;
    }

    @Nullable
    Origin origin() {
        return origin;
    }

    /** The name of the release. */
    @Override
    public String toString() {
        return release;
    }

    /** The options of a {@link HelmChart}. */
    public static final class Builder {

        private final ChartOptions options = new ChartOptions();
        private boolean sealed;

        private Builder() {}

        /**
         * Sets values, over those that were given before.
         *
         * @param values sets them by key
         */
        public Builder values(Consumer<HelmValues> values) {
            if (given(values)) {
                options.values(values);
            }
            return this;
        }

        /**
         * Sets values, over those that were given before: the components of a record, written as settings are. Where it is a part of
         * the settings, the chart follows them.
         */
        public Builder values(Record values) {
            if (given(values)) {
                options.values(values);
            }
            return this;
        }

        /**
         * Sets values, over those that were given before, as a file has them.
         *
         * @param file YAML or JSON, relative to the module's folder
         */
        public Builder valuesFile(String file) {
            if (given(file)) {
                options.file(Path.of(file));
            }
            return this;
        }

        /**
         * Says what becomes of the chart's hooks. While it is not said, they are left out, and a finding says which.
         *
         * @see <a href="https://helm.sh/docs/topics/charts_hooks/">Chart hooks</a>
         */
        public Builder hooks(Hooks hooks) {
            if (given(hooks)) {
                options.hooks(hooks);
            }
            return this;
        }

        /**
         * Edits the objects that the chart renders to, or leaves some out.
         *
         * @param edits such as {@code o -> o.raw(StatefulSetBuilder.class, "redis-master", s -> s.editSpec()...endSpec())}
         */
        public Builder objects(Consumer<RawObjects.Builder> edits) {
            if (given(edits)) {
                options.edits(edits);
            }
            return this;
        }

        private boolean given(@Nullable Object value) {
            if (sealed) {
                options.report(Flaw.usedLater());
                return false;
            }
            if (value == null) {
                options.flaw(Flaw.missing());
            }
            return value != null;
        }
    }
}
