package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.bundle.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Who sees another value in a ConfigMap or a Secret, and when. Never names a value. */
final class ConfigurationEffects implements Topic {

    private final Consumers consumers;
    private final Predicate<ResourceId> restarts;

    ConfigurationEffects(Consumers consumers, Predicate<ResourceId> restarts) {
        this.consumers = consumers;
        this.restarts = restarts;
    }

    @Override
    public void describe(Change change) {
        boolean secret = change.kind().equals("Secret");
        if (!secret && !change.kind().equals("ConfigMap")) {
            return;
        }
        if (secret) {
            values(change);
        }
        boolean same = true;
        for (String field : new String[] {"data", "binaryData", "stringData"}) {
            same &= change.before().path(field).equals(change.after().path(field));
        }
        if (!same) {
            readers(change);
        }
        if (!change.before().path("immutable").asBoolean()
                && change.after().path("immutable").asBoolean()) {
            change.say("cannot be changed any more, only deleted and made anew");
        }
    }

    private static void values(Change change) {
        JsonNode old = change.before().path("data");
        JsonNode current = change.after().path("data");
        TreeSet<String> replaced = new TreeSet<>();
        current.fieldNames().forEachRemaining(key -> {
            if (old.has(key) && !old.path(key).equals(current.path(key))) {
                replaced.add(key);
            }
        });
        if (!replaced.isEmpty()) {
            change.say((replaced.size() == 1 ? "the value of " : "the values of ")
                    + Sentence.list(replaced)
                    + (replaced.size() == 1 ? " is replaced" : " are replaced"));
        }
    }

    private void readers(Change change) {
        List<String> later = new ArrayList<>();
        List<String> soon = new ArrayList<>();
        for (Consumers.Use use : consumers.of(Change.id(change.after()))) {
            // Runs of Jobs are short, and those of CronJobs begin anew all the time.
            boolean runs = !use.consumer().kind().endsWith("Job");
            if (runs && !restarts.test(use.consumer())) {
                (use.atStart() ? later : soon).add(use.consumer().toString());
            }
        }
        if (!later.isEmpty()) {
            change.say("the pods of " + Sentence.list(later)
                    + " do not restart by themselves, and keep the old values until they do");
        }
        if (!soon.isEmpty()) {
            change.say("the pods of " + Sentence.list(soon) + " see the new files within about a minute");
        }
    }
}
