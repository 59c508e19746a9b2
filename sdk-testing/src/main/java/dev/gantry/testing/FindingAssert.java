package dev.gantry.testing;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over the findings of one code: each holds if it does for any of those that the ones before it left.
 * {@code satisfies(...)} and conditions get those.
 */
public final class FindingAssert extends AbstractAssert<FindingAssert, List<Finding>> {

    FindingAssert(List<Finding> findings) {
        super(findings, FindingAssert.class);
    }

    /**
     * Verifies the file that it names.
     *
     * @param file such as {@code Shop.java}, or {@code src/main/gantry/production.yaml}
     */
    public FindingAssert at(String file) {
        return keep("at " + file, finding -> isIn(finding.origin(), file));
    }

    /**
     * Verifies the line that it names.
     *
     * @param file such as {@code Shop.java}
     * @param line from 1
     */
    public FindingAssert at(String file, int line) {
        return keep(
                "at " + file + ":" + line,
                finding -> isIn(finding.origin(), file)
                        && finding.origin() != null
                        && finding.origin().line() == line);
    }

    /**
     * Verifies the resource that it is about.
     *
     * @param resource such as {@code Service shop/web}
     */
    public FindingAssert on(String resource) {
        return keep("on " + resource, finding -> resource.equals(finding.resource()));
    }

    /**
     * Verifies the field that it is about.
     *
     * @param path such as {@code spec.ports[0].targetPort}
     */
    public FindingAssert onField(String path) {
        return keep("on the field " + path, finding -> path.equals(finding.field()));
    }

    /** Verifies a part of its message. */
    public FindingAssert hasMessageContaining(String text) {
        return keep(
                "with the message " + Shown.quoted(text),
                finding -> finding.message().contains(text));
    }

    /** Verifies that it keeps the output from being written. */
    public FindingAssert isError() {
        return keep("that is an error", Finding::isError);
    }

    private FindingAssert keep(String what, Predicate<Finding> test) {
        List<Finding> kept = actual.stream().filter(test).toList();
        if (kept.isEmpty()) {
            throw failure(
                    "%s",
                    "Expected a finding " + what + ", but " + (actual.size() == 1 ? "it is" : "there are") + ":\n\n"
                            + Shown.report(actual));
        }
        return new FindingAssert(kept).as(descriptionText());
    }

    private static boolean isIn(@Nullable Origin origin, String file) {
        return origin != null
                && (origin.path().equals(file)
                        || origin.fileName().equals(file)
                        || origin.path().endsWith("/" + file));
    }
}
