package dev.gantry.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.problem.Rejection;
import dev.gantry.engine.release.ApplySet;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.ReleaseRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Rule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether an object may belong to a custom resource. */
final class Possessions {

    private Possessions() {}

    /**
     * What stands against applying an object over the live one.
     *
     * @param finding what somebody has to do something about
     * @param pause what will pass
     */
    record Objection(@Nullable Finding finding, @Nullable String pause) {

        static final Objection NONE = new Objection(null, null);
    }

    /** What stands against making an object for a custom resource, whatever is there. */
    static Optional<Finding> ofWanted(Owner owner, Placed placed, KnownObjects known) {
        String id = placed.object().id().toString();
        if (owner.namespace() != null && !owner.namespace().equals(placed.ref().namespace())) {
            return Optional.of(finding(
                    OwnedRule.OUT_OF_REACH,
                    placed,
                    id + " does not live in the namespace " + owner.namespace() + " of " + owner
                            + ", so the cluster would not delete it together with that.",
                    "Make it in that namespace, or deploy it with the operator itself."));
        }
        if (!known.covers(placed.ref().resource())) {
            return Optional.of(finding(
                    OwnedRule.NOT_WATCHED,
                    placed,
                    id + " is of a kind that the operator does not watch.",
                    "Name " + placed.ref().resource().groupKind() + " in owns(...) of the operator."));
        }
        return Optional.empty();
    }

    /** What stands against applying an object over this live one. */
    static Objection ofLive(Owner owner, Placed placed, ObjectNode live) {
        ObjectMeta meta = ObjectMeta.of(live);
        String id = placed.object().id().toString();
        if (meta.isTerminating()) {
            return new Objection(null, "it is being deleted, and is made again when it is gone");
        }
        for (JsonNode reference : meta.tree().path("ownerReferences")) {
            if (owner.isNamesake(reference)) {
                return new Objection(
                        null, "it belongs to an earlier " + owner.kind() + " of this name, and is about to be deleted");
            }
        }
        String made = meta.annotation(Owner.OWNER);
        String operator = meta.label(Owner.OPERATOR);
        boolean others = operator != null || (made != null && !made.equals(owner.title()));
        if (others && !owner.mayHave(meta)) {
            return refusal(
                    OwnedRule.OTHER_OWNER,
                    placed,
                    id + " exists, and was made for " + Objects.requireNonNullElse(made, "a custom resource")
                            + (operator == null ? "." : " by the operator " + operator + "."),
                    "Give the object a name that depends on that of the custom resource.");
        }
        Optional<String> controller = meta.controller();
        if (controller.isPresent() && !owner.isReferred(meta)) {
            return refusal(
                    ReleaseRule.CONTROLLED,
                    placed,
                    id + " exists, and is controlled by " + controller.get() + ", which would change it back.",
                    "Give the object another name, or change what " + controller.get() + " is made from.");
        }
        if (meta.label(ApplySet.PART_OF) != null) {
            return refusal(
                    OwnedRule.FOREIGN_OBJECT,
                    placed,
                    id + " exists, and belongs to a stack or another set of objects that is deployed by itself.",
                    "Give the object another name, or take it out of that set.");
        }
        if (owner.mayHave(meta)) {
            return Objection.NONE;
        }
        if (placed.generated() != null || meta.managers().contains(FieldManager.GENERATED)) {
            return Objection.NONE; // Whether its values can be used, is asked where they are made.
        }
        return refusal(
                OwnedRule.FOREIGN_OBJECT,
                placed,
                id + " exists, and " + owner.operator() + " did not make it.",
                "Delete it or rename it; or hand it over: kubectl label "
                        + placed.ref().resource().plural() + " " + placed.ref().name()
                        + (placed.ref().namespace() == null
                                ? ""
                                : " -n " + placed.ref().namespace()) + " " + Owner.OPERATOR + "=" + owner.operator()
                        + ".");
    }

    /** What is to be said when fields of others were taken over: of an object that the operator has made, or was given. */
    static Finding changedBack(Owner owner, Placed placed, ObjectNode live, List<Rejection.OwnedField> fields) {
        String changes = fields.stream()
                .map(field -> field.field() + " by " + field.manager())
                .collect(Collectors.joining(", "));
        return finding(
                OwnedRule.CHANGED_BACK,
                placed,
                placed.object().id()
                        + (owner.made(ObjectMeta.of(live))
                                ? " was changed, and is changed back: "
                                : " was handed over, and is changed: ")
                        + changes + ".",
                "Change the custom resource instead; or leave the field out of what the operator makes.");
    }

    private static Objection refusal(Rule rule, Placed placed, String message, String hint) {
        return new Objection(finding(rule, placed, message, hint), null);
    }

    private static Finding finding(Rule rule, Placed placed, String message, String hint) {
        return Finding.of(rule, message)
                .hint(hint)
                .on(placed.object().id().toString(), null)
                .at(placed.object().origin());
    }
}
