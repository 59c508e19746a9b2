package dev.gantry.monitoring;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * One step that rewrites the labels of a target, of a sample or of an alert, or drops it.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config">
 *     relabel_config</a>
 */
@CheckReturnValue
public final class Relabeling extends Block {

    private Relabeling(Consumer<Fields> writer) {
        super(writer);
    }

    /** A step with this action. */
    public static Relabeling of(RelabelAction action) {
        return new Relabeling(step -> step.set("action", action));
    }

    /** Sets a label, to the joined source labels where nothing else is said: {@code action: replace}. */
    public static Relabeling replace(String targetLabel) {
        return of(RelabelAction.REPLACE).targetLabel(targetLabel);
    }

    /** Keeps only what has such a text in a label: {@code action: keep}. */
    public static Relabeling keep(String sourceLabel, String regex) {
        return of(RelabelAction.KEEP).sourceLabels(sourceLabel).regex(regex);
    }

    /** Drops what has such a text in a label: {@code action: drop}. */
    public static Relabeling drop(String sourceLabel, String regex) {
        return of(RelabelAction.DROP).sourceLabels(sourceLabel).regex(regex);
    }

    /** Removes the labels whose names match: {@code action: labeldrop}. */
    public static Relabeling labelDrop(String regex) {
        return of(RelabelAction.LABEL_DROP).regex(regex);
    }

    /** Removes the labels whose names do not match: {@code action: labelkeep}. */
    public static Relabeling labelKeep(String regex) {
        return of(RelabelAction.LABEL_KEEP).regex(regex);
    }

    /**
     * Copies the labels whose names match: {@code action: labelmap}.
     *
     * @param regex of the names, such as {@code __meta_kubernetes_pod_label_(.+)}; the first group is the new name
     */
    public static Relabeling labelMap(String regex) {
        return of(RelabelAction.LABEL_MAP).regex(regex);
    }

    /** Sets {@code sourceLabels}: the labels whose values are joined and matched; none by default. */
    public Relabeling sourceLabels(String... names) {
        return with(step -> step.addAll("sourceLabels", Syntax.NOT_EMPTY, names));
    }

    /** Sets {@code separator}, which stands between the values of the source labels; {@code ;} by default. */
    public Relabeling separator(String text) {
        return with(step -> step.set("separator", text));
    }

    /** Sets {@code targetLabel}: the label that is set, which may hold {@code ${1}} for a group of the pattern. */
    public Relabeling targetLabel(String name) {
        return with(step -> step.set("targetLabel", name, Syntax.NOT_EMPTY));
    }

    /**
     * Sets {@code regex}, which the whole text must match; {@code (.*)} by default.
     *
     * @param pattern in the syntax of RE2
     */
    public Relabeling regex(String pattern) {
        return with(step -> step.set("regex", pattern));
    }

    /** Sets {@code modulus}, for {@link RelabelAction#HASH_MOD}: by what the hash is divided, 1 or more. */
    public Relabeling modulus(long divisor) {
        return with(step -> step.set("modulus", divisor, 1, Long.MAX_VALUE));
    }

    /** Sets {@code replacement}, in which {@code $1} stands for a group of the pattern; {@code $1} by default. */
    public Relabeling replacement(String text) {
        return with(step -> step.set("replacement", text));
    }

    private Relabeling with(Consumer<Fields> more) {
        return new Relabeling(and(more));
    }

    /** Adds steps to a list. */
    static void addAll(Fields owner, String list, Relabeling... steps) {
        if (owner.given(list, steps)) {
            for (Relabeling step : steps) {
                owner.add(list, step);
            }
        }
    }
}
