package dev.gantry.check;

import dev.gantry.finding.Rule;
import java.util.List;

/**
 * One look at the whole app. Checks are found by {@link java.util.ServiceLoader}, so that modules and users add theirs:
 * a public class with a public constructor, named in {@code META-INF/services/dev.gantry.check.Check}.
 */
public interface Check {

    /** Every rule that this check can report. */
    List<Rule> rules();

    /** Reads the model, and reports what is wrong. It changes nothing, and reads nothing else. */
    void check(Model model, Findings findings);

    /**
     * Reads a model in which resources are missing, since what makes them has failed, such as a chart. Reports what is wrong with a
     * resource whatever others there are; nothing, unless a check says otherwise.
     */
    default void checkAlone(Model model, Findings findings) {}
}
