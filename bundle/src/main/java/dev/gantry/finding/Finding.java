package dev.gantry.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One problem: what is wrong, where, and what to do about it.
 *
 * @param code the rule's code, such as {@code GTY-NET-003}
 * @param severity how much it weighs in this run; {@link Severity#OFF} where it was suppressed
 * @param environment the environment in which it was found, if it belongs to one
 * @param stack the stack of the resource, if it belongs to one
 * @param resource the resource as people name it, such as {@code Service shop/web}
 * @param field the field's path in that resource, such as {@code spec.ports[0].targetPort}
 * @param origin the author's line
 * @param message what is wrong, with the particulars
 * @param hint what to do; empty if the message says it
 * @param related other lines that have a part in it
 * @param reason why it was suppressed or its severity changed, in the author's words
 */
public record Finding(
        String code,
        Severity severity,
        @Nullable String environment,
        @Nullable String stack,
        @Nullable String resource,
        @Nullable String field,
        @Nullable Origin origin,
        String message,
        String hint,
        List<Related> related,
        @Nullable String reason) {

    /**
     * Another line that has a part in a finding.
     *
     * @param origin the line
     * @param message what is there
     */
    public record Related(Origin origin, String message) {}

    /** Copies the list. */
    public Finding {
        related = List.copyOf(related);
    }

    /** A finding of this rule, with its severity and nothing but a message. */
    public static Finding of(Rule rule, String message) {
        return new Finding(rule.code(), rule.severity(), null, null, null, null, null, message, "", List.of(), null);
    }

    /** Whether it keeps the output from being written. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The same with what to do about it. */
    public Finding hint(String text) {
        return new Finding(code, severity, environment, stack, resource, field, origin, message, text, related, reason);
    }

    /** The same at this line; the line of a component, or the file, that has a part in it becomes a related one. */
    public Finding at(@Nullable Origin line) {
        if (line != null && line.via() != null) {
            boolean isFile = line.via().kind() == Origin.PathKind.FILE;
            return at(line.via(null))
                    .related(line.via(), isFile ? "it is made from this" : "the component does it here");
        }
        return new Finding(code, severity, environment, stack, resource, field, line, message, hint, related, reason);
    }

    /** The same for this resource and field. */
    public Finding on(@Nullable String theResource, @Nullable String theField) {
        return new Finding(
                code, severity, environment, stack, theResource, theField, origin, message, hint, related, reason);
    }

    /** The same in this environment and stack. */
    public Finding in(@Nullable String theEnvironment, @Nullable String theStack) {
        return new Finding(
                code, severity, theEnvironment, theStack, resource, field, origin, message, hint, related, reason);
    }

    /** The same with another line that has a part in it; unchanged if that line is unknown. */
    public Finding related(@Nullable Origin line, String text) {
        if (line == null) {
            return this;
        }
        List<Related> all = new ArrayList<>(related);
        all.add(new Related(line.via(null), text));
        return new Finding(code, severity, environment, stack, resource, field, origin, message, hint, all, reason);
    }

    /** The same with a severity that the author chose, and why. */
    public Finding weighed(Severity chosen, String why) {
        return new Finding(code, chosen, environment, stack, resource, field, origin, message, hint, related, why);
    }
}
