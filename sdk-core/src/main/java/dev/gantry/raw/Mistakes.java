package dev.gantry.raw;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong in one file of manifests. */
final class Mistakes {

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    void add(Rule rule, Position position, String message, String hint) {
        findings.add(Finding.of(rule, message).hint(hint).at(at(position)));
    }

    void add(Rule rule, Position position, String message, String hint, Position other, String there) {
        findings.add(Finding.of(rule, message).hint(hint).at(at(position)).related(at(other), there));
    }

    Origin at(Position position) {
        return Origin.file(file, position.line(), position.column());
    }

    private static int line(Finding finding) {
        return finding.origin() == null ? 0 : finding.origin().line();
    }

    /** The lines with a mistake. */
    List<Integer> lines() {
        return findings.stream().map(Mistakes::line).toList();
    }

    int count() {
        return findings.size();
    }

    /** Whether a part of the file could not be read at all. */
    boolean hasSyntax() {
        return findings.stream().anyMatch(finding -> finding.code().equals(RawRule.SYNTAX.code()));
    }

    /** An empty list for the same file. */
    Mistakes another() {
        return new Mistakes(file);
    }

    void replace(Mistakes others) {
        findings.clear();
        findings.addAll(others.findings);
    }

    /** By line. */
    List<Finding> findings() {
        return findings.stream().sorted(Comparator.comparingInt(Mistakes::line)).toList();
    }
}
