package dev.gantry.output;

import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import java.util.List;

/** What came of an experiment. */
public sealed interface ExperimentResult {

    /**
     * The program ran to its end.
     *
     * @param manifests with their trees complete; their fields are in order only where lines were traced
     * @param calls for each manifest, which calls of the author's code made it: the same text for the same place in the program,
     *     however often the program comes there; empty if it was made before all experiments
     */
    record Made(List<Manifest> manifests, List<String> calls) implements ExperimentResult {

        /** Copies the lists. */
        public Made {
            manifests = List.copyOf(manifests);
            calls = List.copyOf(calls);
        }
    }

    /**
     * The settings are not possible, or the program threw.
     *
     * @param findings why
     */
    record Rejected(List<Finding> findings) implements ExperimentResult {

        /** Copies the list. */
        public Rejected {
            findings = List.copyOf(findings);
        }
    }
}
