package dev.gantry.fake.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.kind.ApiKind;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What holds for objects of the kinds, and who has a say in it. Each method refuses by throwing. */
public interface Rules {

    /** Brings a stored object to a version of its kind. */
    default ObjectNode converted(ApiKind kind, ObjectNode object) {
        return object;
    }

    /** Sets what a client left open, in place. */
    default void setDefaults(ApiKind kind, ObjectNode object) {}

    /** Who has a say before the server looks at an object that is new. */
    default void admitCreation(Target target, ObjectNode object, WriteOptions options) {}

    /** Sets what only the server sets, in place. */
    default void prepareCreation(Target target, ObjectNode object) {}

    /** Whether an object that is new is right. */
    default void validateCreation(Target target, ObjectNode object) {}

    /** Who has a say before the server looks at a change. */
    default void admitChange(Target target, ObjectNode before, ObjectNode after, WriteOptions options) {}

    /** Sets what only the server sets in a change, in place. */
    default void prepareChange(Target target, ObjectNode before, ObjectNode after) {}

    /** Whether a change is right. */
    default void validateChange(Target target, ObjectNode before, ObjectNode after) {}

    /** Who has a say before an object is deleted. */
    default void admitDeletion(Target target, ObjectNode object, Deletion deletion) {}

    /**
     * Who has the last word over a new object or a change, and may see it fail to be kept.
     *
     * @param before {@code null} if the object is new
     * @param commit keeps the object; empty if somebody else was faster
     */
    default Optional<ObjectNode> commit(
            Target target,
            @Nullable ObjectNode before,
            ObjectNode after,
            WriteOptions options,
            Supplier<Optional<ObjectNode>> commit) {
        return commit.get();
    }
}
