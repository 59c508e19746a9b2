package dev.gantry;

import dev.gantry.check.Check;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.StackFacts;
import dev.gantry.extension.Adjustment;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Problem;
import dev.gantry.extension.ProgramRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the findings of a run, completes them with resource and line, and weighs them as the author decided. */
final class FindingLog implements Findings {

    private final String environment;
    private final App app;
    private final List<Check> checks;
    private final Map<String, Rule> rules = new HashMap<>();
    private final Set<Finding> findings = new LinkedHashSet<>();

    FindingLog(String environment, App app, List<Check> checks) {
        this.environment = environment;
        this.app = app;
        this.checks = checks;
    }

    /** Adds a finding that belongs to no resource. */
    void add(Finding finding) {
        findings.add(weighed(finding.in(environment, finding.stack()), app.adjustments()));
    }

    void addAll(List<Finding> findings) {
        for (Finding finding : findings) {
            add(finding);
        }
    }

    /** Adds a finding about a stack. */
    void add(Stack stack, Flaw flaw) {
        findings.add(weighed(
                Finding.of(flaw.rule(), flaw.message())
                        .hint(flaw.hint())
                        .in(environment, stack.name())
                        .at(stack.origin()),
                stack.adjustments(),
                app.adjustments()));
    }

    /** Adds a finding about a resource as a whole, or about a field of it. */
    void add(Placed placed, String field, Finding finding) {
        Origin line = field.isEmpty()
                ? placed.resource().origin()
                : Draft.of(placed.resource()).lineOf(field);
        Finding complete = finding.in(environment, placed.stack().name())
                .on(placed.id().toString(), field.isEmpty() ? null : field)
                .at(finding.origin() == null ? line : finding.origin());
        findings.add(weighed(
                complete,
                Draft.of(placed.resource()).adjustments(),
                placed.stack().adjustments(),
                app.adjustments()));
    }

    void add(Placed placed, Problem problem) {
        Flaw flaw = problem.flaw();
        add(
                placed,
                problem.field(),
                Finding.of(flaw.rule(), flaw.message()).hint(flaw.hint()).at(problem.origin()));
    }

    @Override
    public void add(Manifest manifest, String field, Finding finding) {
        Finding complete = finding.in(environment, manifest.stack())
                .on(manifest.id().toString(), field.isEmpty() ? null : field)
                .at(finding.origin() == null ? manifest.lineOf(field) : finding.origin());
        findings.add(weighed(
                complete,
                Draft.of(manifest.resource()).adjustments(),
                stackAdjustments(manifest.stack()),
                app.adjustments()));
    }

    @Override
    public void add(StackFacts stack, Finding finding) {
        Finding complete =
                finding.in(environment, stack.name()).at(finding.origin() == null ? stack.origin() : finding.origin());
        findings.add(weighed(complete, stackAdjustments(stack.name()), app.adjustments()));
    }

    /** Checks the author's own decisions. */
    void checkAdjustments(List<Adjustment> adjustments, @Nullable String stack, @Nullable String resource) {
        for (Adjustment adjustment : adjustments) {
            Rule rule = adjustment.code() == null ? null : rule(adjustment.code());
            String problem = null;
            if (rule == null) {
                problem = "There is no rule with the code \"" + adjustment.code() + "\".";
            } else if (!rule.adjustable()) {
                problem = rule.code() + " cannot be adjusted: as long as it stands, no output can be made.";
            } else if (adjustment.reason() == null || adjustment.reason().isBlank()) {
                problem = "The decision about " + rule.code() + " has no reason.";
            }
            if (problem != null) {
                findings.add(Finding.of(ProgramRule.ADJUSTMENT, problem)
                        .hint("Give a code of docs/findings.md, and say why the finding may stand.")
                        .in(environment, stack)
                        .on(resource, null)
                        .at(adjustment.origin()));
            }
        }
    }

    List<Finding> findings() {
        return Collections.unmodifiableList(new ArrayList<>(findings));
    }

    private List<Adjustment> stackAdjustments(String name) {
        return app.stacks().stream()
                .filter(stack -> stack.name().equals(name))
                .findFirst()
                .map(Stack::adjustments)
                .orElse(List.of());
    }

    /** The rules are gathered when the first is asked for: a run without findings does not load them. */
    private @Nullable Rule rule(String code) {
        if (rules.isEmpty()) {
            add(CoreRules.all());
            checks.forEach(check -> add(check.rules()));
        }
        if (!rules.containsKey(code)) {
            add(Formats.rules()); // what an output finds is known when it is made, and decided here
        }
        return rules.get(code);
    }

    private void add(List<? extends Rule> some) {
        some.forEach(rule -> rules.put(rule.code(), rule));
    }

    /** The first list that speaks of the rule decides; within a list, the last word counts. */
    @SafeVarargs
    private Finding weighed(Finding finding, List<Adjustment>... decisions) {
        Rule rule = rule(finding.code());
        return rule != null && rule.adjustable() ? decided(finding, decisions) : finding;
    }

    /** Weighs a finding of an adjustable rule. */
    @SafeVarargs
    static Finding decided(Finding finding, List<Adjustment>... decisions) {
        for (List<Adjustment> list : decisions) {
            for (int i = list.size() - 1; i >= 0; i--) {
                Adjustment adjustment = list.get(i);
                if (finding.code().equals(adjustment.code())
                        && adjustment.reason() != null
                        && !adjustment.reason().isBlank()) {
                    return finding.weighed(adjustment.severity(), adjustment.reason());
                }
            }
        }
        return finding;
    }
}
