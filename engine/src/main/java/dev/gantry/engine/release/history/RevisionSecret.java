package dev.gantry.engine.release.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.RepeatablePatch;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.StackLabels;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A revision as Secrets: what it is in annotations, so that a list of metadata tells all; what it holds in the data. */
final class RevisionSecret {

    /** What the type of such a Secret is. */
    static final String TYPE = "gantry.dev/revision";

    /** The label of a Secret that continues another, whose value is which part it is. */
    static final String PART = "gantry.dev/part";

    private static final String KEY = "release";
    private static final String PREFIX = "gantry.dev/";
    private static final String STATE = PREFIX + "state";
    private static final String STARTED = PREFIX + "started";
    private static final String FINISHED = PREFIX + "finished";
    private static final String BY = PREFIX + "by";
    private static final String COMMIT = PREFIX + "commit";
    private static final String DIGEST = PREFIX + "digest";
    private static final String TOOL = PREFIX + "tool";
    private static final String MESSAGE = PREFIX + "message";
    private static final String RESTORES = PREFIX + "restores";
    private static final String OBJECTS = PREFIX + "objects";
    private static final String PARTS = PREFIX + "parts";

    private RevisionSecret() {}

    /** The first Secret of a revision, whose content is the first part; {@code null} if it has none. */
    static ObjectNode first(StackHome home, Revision revision, byte @Nullable [] content) {
        ObjectNode secret = secret(home, home.revision(revision.number(), 1), revision.number(), content);
        ObjectNode annotations = secret.withObject("/metadata").putObject("annotations");
        annotations.put(StackLabels.BLUEPRINT, revision.blueprint());
        annotations.put(StackLabels.ENVIRONMENT, revision.environment());
        annotations.put(STARTED, revision.started().toString());
        annotations.put(DIGEST, revision.digest());
        annotations.put(OBJECTS, Integer.toString(revision.objects()));
        annotations.put(PARTS, Integer.toString(revision.parts()));
        annotations.put(STATE, revision.state().text());
        annotations.put(TOOL, revision.tool());
        annotations.put(BY, revision.by());
        optional(annotations, COMMIT, revision.commit());
        Integer restores = revision.restores();
        optional(annotations, RESTORES, restores == null ? null : restores.toString());
        return secret;
    }

    /** A Secret that continues the first. */
    static ObjectNode further(StackHome home, int number, int part, byte[] content) {
        ObjectNode secret = secret(home, home.revision(number, part), number, content);
        secret.withObject("/metadata").withObject("/labels").put(PART, Integer.toString(part));
        return secret;
    }

    /** What these annotations become when a run goes on with a revision that was interrupted. */
    static RepeatablePatch resumption(Revision before, Revision now) {
        RepeatablePatch patch = new RepeatablePatch(before.uid())
                .annotation(STARTED, now.started().toString())
                .annotation(TOOL, now.tool())
                .annotation(BY, now.by());
        return now.commit() == null ? patch : patch.annotation(COMMIT, now.commit());
    }

    /** What these annotations become when a revision ends. */
    static RepeatablePatch end(Revision before, Revision now) {
        return new RepeatablePatch(before.uid())
                .whereAnnotation(STARTED, before.started().toString())
                .annotation(STATE, now.state().text())
                .annotation(MESSAGE, now.message())
                .annotation(FINISHED, String.valueOf(now.finished()));
    }

    /** The revision that a Secret is of; empty if it is none, or was tampered with. */
    static Optional<Revision> revision(StackHome home, ObjectMeta meta) {
        Integer number = number(meta);
        Optional<Revision.State> state = Revision.State.parse(meta.annotation(STATE));
        if (number == null
                || state.isEmpty()
                || !meta.name().equals(home.revision(number, 1).name())) {
            return Optional.empty();
        }
        Integer objects = number(meta.annotation(OBJECTS));
        Integer parts = number(meta.annotation(PARTS));
        Instant started = time(meta.annotation(STARTED));
        return Optional.of(new Revision(
                number,
                state.get(),
                started == null ? Instant.EPOCH : started,
                time(meta.annotation(FINISHED)),
                text(meta, BY),
                meta.annotation(COMMIT),
                text(meta, DIGEST),
                text(meta, StackLabels.BLUEPRINT),
                text(meta, StackLabels.ENVIRONMENT),
                text(meta, TOOL),
                text(meta, MESSAGE),
                number(meta.annotation(RESTORES)),
                objects == null ? 0 : objects,
                parts == null ? 0 : parts,
                meta.uid()));
    }

    /** The number of the revision that a Secret is of or continues; {@code null} if it is none. */
    static @Nullable Integer number(ObjectMeta meta) {
        return number(meta.label(StackLabels.REVISION));
    }

    /**
     * What a Secret of a revision holds.
     *
     * @throws IllegalArgumentException if it is not base64
     */
    static byte[] content(ObjectNode secret) {
        return Base64.getDecoder().decode(secret.path("data").path(KEY).asText());
    }

    private static ObjectNode secret(StackHome home, ObjectRef ref, int number, byte @Nullable [] content) {
        ObjectNode secret = JsonNodeFactory.instance.objectNode();
        secret.put("apiVersion", "v1").put("kind", "Secret");
        ObjectNode metadata = secret.putObject("metadata");
        metadata.put("name", ref.name()).put("namespace", home.namespace());
        metadata.putObject("labels")
                .put(StackLabels.STACK, home.stack())
                .put(StackLabels.REVISION, Integer.toString(number));
        secret.put("type", TYPE);
        // What was deployed does not change; how it ended is in the metadata, which may.
        secret.put("immutable", true);
        if (content != null) {
            secret.putObject("data").put(KEY, Base64.getEncoder().encodeToString(content));
        }
        return secret;
    }

    private static void optional(ObjectNode annotations, String key, @Nullable String value) {
        if (value != null) {
            annotations.put(key, value);
        }
    }

    private static String text(ObjectMeta meta, String annotation) {
        String text = meta.annotation(annotation);
        return text == null ? "" : text;
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
