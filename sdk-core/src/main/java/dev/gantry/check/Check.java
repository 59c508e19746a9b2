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
}
