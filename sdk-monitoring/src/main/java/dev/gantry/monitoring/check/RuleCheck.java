package dev.gantry.monitoring.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.Repeats;
import dev.gantry.check.ScrapeTargets;
import dev.gantry.finding.Finding;
import dev.gantry.monitoring.promql.LabelCondition;
import dev.gantry.monitoring.promql.PromQlSyntax;
import dev.gantry.monitoring.promql.PrometheusDuration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at rules: their form, their names and their expressions. */
final class RuleCheck {

    /** How often a Prometheus evaluates rules if nobody says. */
    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(30);

    private final Model model;
    private final KnownJobs jobs;
    private final Findings findings;
    private final RuleNames names;
    private final RuleTemplates templates;
    private final WindowCheck windows;

    RuleCheck(Model model, KnownJobs jobs, Findings findings) {
        this.model = model;
        this.jobs = jobs;
        this.findings = findings;
        this.names = new RuleNames(findings);
        this.templates = new RuleTemplates(findings);
        this.windows = new WindowCheck(jobs, findings);
    }

    void check() {
        Duration usual = usualInterval();
        for (Manifest manifest : model.ofKind(ScrapeTargets.GROUP, "PrometheusRule")) {
            JsonNode groups = manifest.tree().path("spec").path("groups");
            Repeats.find(groups, Repeats.field("name"), (first, second) -> sameGroup(manifest, groups, first, second));
            for (int g = 0; g < groups.size(); g++) {
                checkGroup(manifest, "spec.groups[" + g + "]", groups.path(g), usual);
            }
        }
    }

    /** The interval of groups that name none: the shortest of all Prometheus, so that nothing is said in vain. */
    private Duration usualInterval() {
        Duration shortest = null;
        for (Manifest prometheus : model.ofKind(ScrapeTargets.GROUP, "Prometheus")) {
            Duration stated = DurationText.parse(
                    prometheus.tree().path("spec").path("evaluationInterval").asText("30s"));
            if (stated != null && (shortest == null || stated.compareTo(shortest) < 0)) {
                shortest = stated;
            }
        }
        return shortest == null ? DEFAULT_INTERVAL : shortest;
    }

    private void sameGroup(Manifest manifest, JsonNode groups, int first, int second) {
        findings.add(
                manifest,
                "spec.groups[" + second + "].name",
                Finding.of(
                                ExpressionRule.SAME_GROUP,
                                "There is another group with the name \""
                                        + groups.path(second).path("name").asText() + "\".")
                        .hint("Give it another name, or put the rules into one group.")
                        .related(manifest.lineOf("spec.groups[" + first + "].name"), "the first one is added here"));
    }

    private void checkGroup(Manifest manifest, String path, JsonNode group, Duration usual) {
        JsonNode rules = group.path("rules");
        Repeats.find(rules, RuleCheck::identity, (first, second) -> sameRule(manifest, path, rules, first, second));
        names.checkLabels(manifest, path + ".labels", group.path("labels"));
        Duration stated = DurationText.parse(group.path("interval").asText());
        for (int r = 0; r < rules.size(); r++) {
            String place = path + ".rules[" + r + "]";
            JsonNode rule = rules.path(r);
            checkForm(manifest, place, rule);
            names.check(manifest, place, rule);
            templates.check(manifest, place, rule);
            List<LabelCondition> conditions = checkExpression(manifest, place, rule);
            checkFor(manifest, place, rule, stated == null ? usual : stated, conditions);
        }
    }

    private static @Nullable String identity(JsonNode rule) {
        boolean alert = rule.has("alert");
        String name = rule.path(alert ? "alert" : "record").asText();
        if (name.isEmpty()) {
            return null;
        }
        Map<String, String> labels = new TreeMap<>();
        rule.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return (alert ? "alert " : "record ") + name + labels;
    }

    private void sameRule(Manifest manifest, String path, JsonNode rules, int first, int second) {
        String field = rules.path(second).has("alert") ? "alert" : "record";
        findings.add(
                manifest,
                path + ".rules[" + second + "]." + field,
                Finding.of(
                                ExpressionRule.SAME_RULE,
                                "There is another rule with the name "
                                        + rules.path(second).path(field).asText() + " and the same labels.")
                        .hint("Give one of them another name, or a label that tells them apart.")
                        .related(manifest.lineOf(path + ".rules[" + first + "]." + field), "the first one"));
    }

    private void checkForm(Manifest manifest, String path, JsonNode rule) {
        boolean alert = !rule.path("alert").asText().isEmpty();
        boolean record = !rule.path("record").asText().isEmpty();
        String problem = alert && record
                ? "A rule is an alert or a record, not both."
                : !alert && !record ? "The rule has no name." : null;
        if (problem != null) {
            form(manifest, path, problem, "Give it one of alert and record.");
        }
        if (rule.path("expr").isMissingNode()) {
            form(manifest, path, "The rule has no expression.", "Call expr(...).");
        }
        for (String field : List.of("for", "keep_firing_for", "annotations")) {
            if (record && !alert && rule.has(field)) {
                form(manifest, path + "." + field, "A record has no " + field + ".", "Leave it out, or make an alert.");
            }
        }
    }

    private void form(Manifest manifest, String path, String message, String hint) {
        findings.add(manifest, path, Finding.of(ExpressionRule.FORM, message).hint(hint));
    }

    private List<LabelCondition> checkExpression(Manifest manifest, String path, JsonNode rule) {
        JsonNode expr = rule.path("expr");
        if (expr.isMissingNode() || manifest.hasFlaw(path + ".expr")) {
            return List.of();
        }
        String text = expr.asText();
        Optional<PromQlSyntax.Mistake> problem = PromQlSyntax.problem(text);
        if (problem.isPresent()) {
            PromQlSyntax.Mistake found = problem.get();
            findings.add(
                    manifest,
                    path + ".expr",
                    Finding.of(ExpressionRule.EXPRESSION, found.message() + shown(text, found.position()))
                            .hint(found.hint()));
            return List.of();
        }
        List<LabelCondition> conditions = PromQlSyntax.conditions(text);
        for (LabelCondition condition : conditions) {
            if (jobs.isUnknown(condition)) {
                unknownJob(manifest, path, condition);
                break;
            }
        }
        windows.check(manifest, path + ".expr", text);
        return conditions;
    }

    /** The part of an expression at which something was noticed. */
    private static String shown(String text, int position) {
        if (text.isBlank()) {
            return "";
        }
        int from = Math.max(0, Math.min(position, text.length()) - 20);
        int to = Math.min(text.length(), position + 20);
        String part = text.substring(from, to).strip();
        return " At character " + (position + 1) + ", in: " + (from > 0 ? "…" : "") + part
                + (to < text.length() ? "…" : "");
    }

    private void unknownJob(Manifest manifest, String path, LabelCondition condition) {
        String shown = condition.label() + condition.operator() + '"' + condition.value() + '"';
        Finding finding = Finding.of(
                        ExpressionRule.UNKNOWN_JOB,
                        "No monitor of the program yields " + shown + "; they yield "
                                + String.join(", ", jobs.all().keySet()) + ".")
                .hint(
                        "Pass the monitor's own: expr(\"...{%s}...\", monitor.job()). If it is scraped by others, accept this"
                                + " finding with finding(code, Severity.OFF, reason).");
        int shownLines = 0;
        for (Map.Entry<String, Manifest> job : jobs.all().entrySet()) {
            if (shownLines++ < 3) {
                finding = finding.related(
                        job.getValue().origin(), job.getValue() + " yields job=\"" + job.getKey() + "\"");
            }
        }
        findings.add(manifest, path + ".expr", finding);
    }

    private void checkFor(
            Manifest manifest, String path, JsonNode rule, Duration interval, List<LabelCondition> conditions) {
        Duration held = DurationText.parse(rule.path("for").asText());
        if (held == null || held.isZero()) {
            return;
        }
        Duration scraped = jobs.interval(conditions);
        boolean byRules = held.compareTo(interval) < 0;
        if (byRules || (scraped != null && held.compareTo(scraped) < 0)) {
            findings.add(
                    manifest,
                    path + ".for",
                    Finding.of(
                                    ExpressionRule.SHORT_FOR,
                                    "The alert holds for " + rule.path("for").asText() + ", but "
                                            + (byRules
                                                    ? "the rules are evaluated only every " + shown(interval)
                                                    : "what it looks at is scraped only every "
                                                            + shown(scraped == null ? interval : scraped))
                                            + ", so one sample decides.")
                            .hint("Call holdsFor(...) with a few intervals, or leave it out."));
        }
    }

    private static String shown(Duration duration) {
        return PrometheusDuration.of(duration).toString();
    }
}
