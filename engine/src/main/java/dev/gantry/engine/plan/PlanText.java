package dev.gantry.engine.plan;

import dev.gantry.engine.cluster.Connection;
import dev.gantry.finding.Origin;
import java.util.List;

/**
 * A plan as a reviewer reads it: the cluster first, then each stack in the order of its waves, with the fields that change, what
 * that means, and the author's line. Findings are not part of it.
 *
 * <pre>{@code
 * Cluster production (https://10.0.0.1:6443), user jane
 *
 * Stack shop (production, namespace shop) → revision 4: 1 to create, 1 to update, 7 unchanged
 *   wave 2 of 3
 *     ~ Deployment shop/web                                        Shop.java:31
 *         spec.template.spec.containers[web].image: web:1 → web:2
 *         ⇒ 6 pods restart, at most 2 extra and 1 missing at a time
 *
 * Plan: 1 to create, 1 to update, 7 unchanged
 * }</pre>
 */
public final class PlanText {

    private static final String STEP = "    ";
    private static final String DETAIL = "        ";

    private final PlanStyle style;
    private final ChangeText changes;
    private final StringBuilder out = new StringBuilder();

    private PlanText(PlanStyle style) {
        this.style = style;
        this.changes = new ChangeText(style.colour(), style.width() - DETAIL.length());
    }

    /** The plan as text. */
    public static String of(Plan plan, PlanStyle style) {
        PlanText text = new PlanText(style);
        text.line("", cluster(plan.connection()), Ink.BOLD);
        plan.stacks().forEach(text::stack);
        text.out.append('\n');
        text.line("", summary(plan), Ink.BOLD);
        return text.out.toString();
    }

    /** Such as {@code Plan: 3 to create, 2 to update, 12 unchanged}. */
    public static String summary(Plan plan) {
        Counts counts = Counts.of(plan);
        if (plan.isUnchanged()) {
            int objects = counts.of(Step.Action.UNCHANGED);
            String all = objects == 1 ? "1 object is" : objects + " objects are";
            return "Plan: nothing to do, " + all + " as the program says";
        }
        return "Plan: " + counts;
    }

    /** Such as {@code Cluster production (https://10.0.0.1:6443), user jane}. */
    public static String cluster(Connection connection) {
        String context = connection.context();
        String user = connection.user();
        String server = SafeText.of(connection.server());
        return "Cluster " + (context == null ? server : SafeText.of(context) + " (" + server + ")")
                + (user == null ? "" : ", user " + SafeText.of(user));
    }

    private void stack(StackPlan stack) {
        String namespace = stack.release().stack().namespace();
        out.append('\n');
        line(
                "",
                "Stack " + stack.release().stack().name() + " ("
                        + stack.release().environment()
                        + (namespace == null ? "" : ", namespace " + namespace) + ")"
                        + (stack.isUnchanged() ? "" : " → revision " + stack.revision()) + ": "
                        + Counts.of(stack.steps()),
                Ink.BOLD);
        int waves = stack.waves().size();
        for (int i = 0; i < waves; i++) {
            group("wave " + (i + 1) + " of " + waves, stack.waves().get(i));
        }
        group("after that, what the program no longer has", stack.removals());
    }

    private void group(String title, List<? extends Step> steps) {
        List<? extends Step> shown = steps.stream()
                .filter(step -> style.verbose() || step.action() != Step.Action.UNCHANGED)
                .toList();
        if (!shown.isEmpty()) {
            line("  ", title, Ink.FAINT);
            shown.forEach(this::step);
        }
    }

    private void step(Step step) {
        StepFacts facts = StepFacts.of(step);
        head(step, reason(facts));
        for (FieldChange change : facts.changes()) {
            changes.lines(change)
                    .forEach(line -> out.append(DETAIL).append(line).append('\n'));
        }
        if (step instanceof Step.Update update && update.changes().isEmpty()) {
            line(DETAIL, "only who owns its fields changes", Ink.NONE);
        }
        for (Contested field : facts.conflicts()) {
            line(DETAIL, SafeText.of(field.field() + " belongs to " + field.manager()), Ink.RED);
        }
        for (Contested field : facts.taken()) {
            line(DETAIL, SafeText.of(field.field() + " is taken from " + field.manager()), Ink.MAGENTA);
        }
        facts.effects().forEach(effect -> line(DETAIL, "⇒ " + SafeText.of(effect), Ink.CYAN));
        facts.notes().forEach(note -> line(DETAIL, "note: " + SafeText.of(note), Ink.NONE));
    }

    /** The object with its sign, and the author's line at the right. */
    private void head(Step step, String reason) {
        String object = SafeText.of(step.id().toString());
        String text = sign(step.action()) + " " + object + reason;
        out.append(STEP).append(ink(step.action()).paint(text, style.colour()));
        Origin origin = step.origin();
        if (origin != null) {
            String line = SafeText.of(origin.toString());
            int gap = style.width() - STEP.length() - text.length() - line.length();
            out.append(" ".repeat(Math.max(2, gap))).append(Ink.FAINT.paint(line, style.colour()));
        }
        out.append('\n');
    }

    private static String reason(StepFacts facts) {
        String why = SafeText.of(facts.why());
        return switch (facts.step().action()) {
            case RECREATE -> why.isEmpty() ? "" : ": " + why;
            case DEFERRED -> ": decided when " + why + " is there";
            case REJECTED -> ": refused by the server, see the findings";
            case CONFLICT -> ": others own fields of it, and nothing is written";
            case KEEP ->
                ": stays" + (why.isEmpty() ? "" : ", " + why)
                        + (facts.step() instanceof Step.Keep keep && keep.released()
                                ? "; no longer part of the stack"
                                : "");
            default -> "";
        };
    }

    private static String sign(Step.Action action) {
        return switch (action) {
            case CREATE -> "+";
            case UPDATE -> "~";
            case UNCHANGED -> "=";
            case RECREATE -> "±";
            case CONFLICT -> "!";
            case DEFERRED -> "?";
            case REJECTED -> "x";
            case PRUNE -> "-";
            case KEEP -> "·";
        };
    }

    private static Ink ink(Step.Action action) {
        return switch (action) {
            case CREATE -> Ink.GREEN;
            case UPDATE -> Ink.YELLOW;
            case UNCHANGED, KEEP -> Ink.FAINT;
            case RECREATE -> Ink.MAGENTA;
            case CONFLICT, REJECTED, PRUNE -> Ink.RED;
            case DEFERRED -> Ink.CYAN;
        };
    }

    private void line(String indent, String text, Ink ink) {
        out.append(indent).append(ink.paint(text, style.colour())).append('\n');
    }
}
