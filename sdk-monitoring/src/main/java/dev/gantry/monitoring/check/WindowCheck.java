package dev.gantry.monitoring.check;

import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.ScrapeTarget;
import dev.gantry.finding.Finding;
import dev.gantry.monitoring.promql.PromQlSyntax;
import dev.gantry.monitoring.promql.PrometheusDuration;
import dev.gantry.monitoring.promql.RangeSelector;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the windows of expressions with how often the only monitor of their job scrapes it. */
final class WindowCheck {

    /** What has no value unless there are two samples. */
    private static final Set<String> OF_TWO =
            Set.of("rate", "irate", "increase", "delta", "idelta", "deriv", "predict_linear");

    private final KnownJobs jobs;
    private final Findings findings;

    WindowCheck(KnownJobs jobs, Findings findings) {
        this.jobs = jobs;
        this.findings = findings;
    }

    /** Tells of the first window that is too short. */
    void check(Manifest manifest, String field, String expression) {
        for (RangeSelector range : PromQlSyntax.ranges(expression)) {
            Finding finding = problem(range);
            if (finding != null) {
                findings.add(manifest, field, finding);
                return;
            }
        }
    }

    private @Nullable Finding problem(RangeSelector range) {
        Duration window = DurationText.parse(range.window());
        ScrapeTarget scraper = window == null ? null : jobs.scraper(range.conditions());
        Duration interval = scraper == null ? null : DurationText.parse(scraper.interval());
        if (window == null || scraper == null || interval == null) {
            return null;
        }
        boolean ofTwo = OF_TWO.contains(range.function());
        boolean gaps = window.compareTo(interval) < 0;
        if (!gaps && !(ofTwo && window.compareTo(interval.multipliedBy(2)) < 0)) {
            return null;
        }
        String lack = ofTwo
                ? (gaps ? "there are never two samples" : "there are not always two samples")
                : "there is not always a sample";
        return Finding.of(
                        ExpressionRule.SHORT_WINDOW,
                        range.function() + " is given a window of " + range.window() + ", but " + scraper.monitor()
                                + " scrapes the job \"" + scraper.job() + "\" only every " + scraper.interval()
                                + ", so "
                                + lack + " in it.")
                .hint("Give it a window of four scrape intervals, " + PrometheusDuration.of(interval.multipliedBy(4))
                        + ", or scrape more often: interval(...).")
                .related(
                        scraper.monitor().lineOf(scraper.field("interval")),
                        scraper.monitor() + " has its interval here");
    }
}
