package dev.gantry.settings;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the findings of one environment, so that all of them can be shown at once. */
final class Problems {

    private final @Nullable String environment;
    private final List<Finding> findings = new ArrayList<>();

    Problems(@Nullable String environment) {
        this.environment = environment;
    }

    void add(Finding finding) {
        findings.add(finding.in(environment, null));
    }

    void add(SettingsRule rule, Place place, String path, String message, String hint) {
        add(Finding.of(rule, message + place.note())
                .hint(hint)
                .at(place.origin())
                .on(null, path.isEmpty() ? null : path));
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    void throwIfAny() {
        if (!findings.isEmpty()) {
            // Findings of one place stay in the order in which they were found: the order of the record's components.
            Comparator<Origin> byPlace = Comparator.comparing(Origin::kind)
                    .thenComparing(Origin::path)
                    .thenComparingInt(Origin::line)
                    .thenComparingInt(Origin::column);
            findings.sort(Comparator.comparing(Finding::origin, Comparator.nullsLast(byPlace)));
            throw new FindingsException(findings);
        }
    }
}
