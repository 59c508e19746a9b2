package dev.gantry.engine.plan;

import java.util.List;

/**
 * A step, whatever its action, for whoever shows it.
 *
 * @param step the step
 * @param changes by field
 * @param effects in words
 * @param taken fields that are taken from others
 * @param conflicts fields that others own
 * @param notes what else is worth knowing
 * @param why why it is like that; empty if nothing is to be said
 */
record StepFacts(
        Step step,
        List<FieldChange> changes,
        List<String> effects,
        List<Contested> taken,
        List<Contested> conflicts,
        List<String> notes,
        String why) {

    static StepFacts of(Step step) {
        if (step instanceof Step.Create create) {
            return new StepFacts(step, List.of(), List.of(), List.of(), List.of(), create.notes(), "");
        }
        if (step instanceof Step.Update update) {
            return new StepFacts(
                    step, update.changes(), update.effects(), update.taken(), List.of(), update.notes(), "");
        }
        if (step instanceof Step.Recreate recreate) {
            return new StepFacts(
                    step, recreate.changes(), recreate.effects(), List.of(), List.of(), List.of(), recreate.why());
        }
        if (step instanceof Step.Conflict conflict) {
            return new StepFacts(step, List.of(), List.of(), List.of(), conflict.fields(), List.of(), "");
        }
        if (step instanceof Step.Deferred deferred) {
            return new StepFacts(step, List.of(), List.of(), List.of(), List.of(), List.of(), deferred.until());
        }
        if (step instanceof Step.Prune prune) {
            return new StepFacts(step, List.of(), prune.effects(), List.of(), List.of(), List.of(), "");
        }
        String why = step instanceof Step.Keep keep ? keep.why() : "";
        return new StepFacts(step, List.of(), List.of(), List.of(), List.of(), List.of(), why);
    }
}
