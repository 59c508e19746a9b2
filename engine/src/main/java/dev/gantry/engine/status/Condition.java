package dev.gantry.engine.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a controller says of an object.
 *
 * @param type such as {@code Available}
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param reason one word for machines; may be empty
 * @param message for people; may be empty
 * @param since when the status changed last; empty if it is not said
 * @param observedGeneration which generation it is about; 0 if it is not said
 */
record Condition(
        String type, String status, String reason, String message, Optional<Instant> since, long observedGeneration) {

    private static final int LONGEST = 300;

    /** Those of an object, which may be none. */
    static List<Condition> of(JsonNode live) {
        List<Condition> conditions = new ArrayList<>();
        for (JsonNode each : live.path("status").path("conditions")) {
            conditions.add(new Condition(
                    each.path("type").asText(),
                    each.path("status").asText(),
                    each.path("reason").asText(),
                    each.path("message").asText(),
                    time(each.path("lastTransitionTime")),
                    each.path("observedGeneration").asLong()));
        }
        return conditions;
    }

    /** The one of this type. */
    static Optional<Condition> of(JsonNode live, String type) {
        return of(live).stream()
                .filter(condition -> condition.type.equals(type))
                .findFirst();
    }

    /** Whether the object has the condition, and it is true. */
    static boolean isTrue(JsonNode live, String type) {
        return of(live, type).filter(Condition::isTrue).isPresent();
    }

    /** Whether the object has the condition, and it is false. */
    static boolean isFalse(JsonNode live, String type) {
        return of(live, type).filter(Condition::isFalse).isPresent();
    }

    boolean isTrue() {
        return status.equals("True");
    }

    boolean isFalse() {
        return status.equals("False");
    }

    /** Whether the status is known to be like this for less than that long. A clock that goes wrong makes nothing younger. */
    boolean isYoungerThan(Duration age, Instant now) {
        return since.filter(start -> now.isBefore(start.plus(age))).isPresent();
    }

    /** Such as {@code Available is False: not enough replicas}. */
    String words() {
        return type + " is " + (status.isEmpty() ? "Unknown" : status) + (detail().isEmpty() ? "" : ": " + detail());
    }

    /** The message, or the reason where there is none. */
    String detail() {
        String text = message.isBlank() ? reason : message.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** A point in time as the API writes it. */
    static Optional<Instant> time(JsonNode node) {
        try {
            return node.isTextual() ? Optional.of(Instant.parse(node.asText())) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
