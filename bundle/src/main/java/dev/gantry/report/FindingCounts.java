package dev.gantry.report;

import dev.gantry.finding.Finding;
import java.util.Collection;

/**
 * How many findings there are, where one that several environments have counts once.
 *
 * @param errors those that keep the output from being written
 * @param warnings those that do not
 * @param suppressed those that the author accepted
 */
public record FindingCounts(int errors, int warnings, int suppressed) {

    /** Counts findings. */
    public static FindingCounts of(Collection<Finding> findings) {
        int errors = 0;
        int warnings = 0;
        int suppressed = 0;
        for (MergedFinding merged : MergedFinding.merge(findings)) {
            switch (merged.finding().severity()) {
                case ERROR -> errors++;
                case WARNING -> warnings++;
                case OFF -> suppressed++;
            }
        }
        return new FindingCounts(errors, warnings, suppressed);
    }

    /** Errors and warnings. */
    public int shown() {
        return errors + warnings;
    }

    /** {@code 1 error, 2 warnings}; {@code no findings} if there is none that counts. */
    @Override
    public String toString() {
        if (shown() == 0) {
            return "no findings";
        }
        String first = errors == 0 ? "" : count(errors, "error", "errors");
        String second = warnings == 0 ? "" : count(warnings, "warning", "warnings");
        return first + (first.isEmpty() || second.isEmpty() ? "" : ", ") + second;
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
