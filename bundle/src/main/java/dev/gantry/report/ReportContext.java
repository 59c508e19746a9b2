package dev.gantry.report;

import dev.gantry.finding.Rule;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report is made for.
 *
 * @param sources finds the files of the lines
 * @param environments all environments of the run; those of a finding are named if they are not all
 * @param rules all rules that are known; their titles are shown by tools
 * @param tool such as {@code gantry/0.1.0}
 * @param fallback the file that stands for findings without a line, where a tool wants a file for each; such as
 *     {@code pom.xml}
 * @param colour whether text is coloured, for a terminal
 * @param verbose whether text shows what was suppressed, and why
 */
public record ReportContext(
        SourceRoots sources,
        List<String> environments,
        List<Rule> rules,
        String tool,
        @Nullable String fallback,
        boolean colour,
        boolean verbose) {

    /** Copies the lists. */
    public ReportContext {
        environments = List.copyOf(environments);
        rules = List.copyOf(rules);
    }

    /** No sources, no rules, no colour, not verbose. */
    public static ReportContext plain() {
        return new ReportContext(SourceRoots.none(), List.of(), List.of(), "gantry", null, false, false);
    }

    /** The same with these source folders. */
    public ReportContext sources(SourceRoots to) {
        return new ReportContext(to, environments, rules, tool, fallback, colour, verbose);
    }

    /** The same for a run of these environments. */
    public ReportContext environments(Collection<String> to) {
        return new ReportContext(sources, List.copyOf(to), rules, tool, fallback, colour, verbose);
    }

    /** The same with these rules. */
    public ReportContext rules(Collection<? extends Rule> to) {
        return new ReportContext(sources, environments, List.copyOf(to), tool, fallback, colour, verbose);
    }

    /** The same for this version of the tool, such as {@code gantry/0.1.0}. */
    public ReportContext tool(String to) {
        return new ReportContext(sources, environments, rules, to, fallback, colour, verbose);
    }

    /** The same with a file that stands for findings without a line. */
    public ReportContext fallback(@Nullable String to) {
        return new ReportContext(sources, environments, rules, tool, to, colour, verbose);
    }

    /** The same with colour or without. */
    public ReportContext colour(boolean to) {
        return new ReportContext(sources, environments, rules, tool, fallback, to, verbose);
    }

    /** The same with what was suppressed or without. */
    public ReportContext verbose(boolean to) {
        return new ReportContext(sources, environments, rules, tool, fallback, colour, to);
    }
}
