package dev.gantry.engine.plan;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to one object. */
public sealed interface Step {

    /** What happens, in one word. */
    enum Action {
        /** {@link Step.Create}. */
        CREATE,
        /** {@link Step.Update}. */
        UPDATE,
        /** {@link Step.Unchanged}. */
        UNCHANGED,
        /** {@link Step.Recreate}. */
        RECREATE,
        /** {@link Step.Conflict}. */
        CONFLICT,
        /** {@link Step.Deferred}. */
        DEFERRED,
        /** {@link Step.Rejected}. */
        REJECTED,
        /** {@link Step.Prune}. */
        PRUNE,
        /** {@link Step.Keep}. */
        KEEP
    }

    /** What happens, in one word, for a {@code switch}. */
    Action action();

    /** Which object. */
    ResourceId id();

    /** The author's line; {@code null} for what the program no longer has. */
    @Nullable
    Origin origin();

    /** What happens to an object of the program. */
    sealed interface Wanted extends Step {

        /** The object as it is to be. */
        DesiredObject object();

        @Override
        default ResourceId id() {
            return object().id();
        }

        @Override
        default @Nullable Origin origin() {
            return object().origin();
        }
    }

    /**
     * It is absent, and is made.
     *
     * @param object as it is to be
     * @param notes what else is worth knowing, such as a warning of the server
     */
    record Create(DesiredObject object, List<String> notes) implements Wanted {
        /** Copies the list. */
        public Create {
            notes = List.copyOf(notes);
        }

        @Override
        public Action action() {
            return Action.CREATE;
        }
    }

    /**
     * It is changed in place.
     *
     * @param object as it is to be
     * @param changes by field; empty if only the ownership of fields changes
     * @param effects what that means, in words
     * @param taken fields that are taken from other managers, because the user asked for it
     * @param notes what else is worth knowing
     */
    record Update(
            DesiredObject object,
            List<FieldChange> changes,
            List<String> effects,
            List<Contested> taken,
            List<String> notes)
            implements Wanted {
        /** Copies the lists. */
        public Update {
            changes = List.copyOf(changes);
            effects = List.copyOf(effects);
            taken = List.copyOf(taken);
            notes = List.copyOf(notes);
        }

        @Override
        public Action action() {
            return Action.UPDATE;
        }
    }

    /**
     * It is as it is to be, and nothing is sent.
     *
     * @param object as it is to be
     */
    record Unchanged(DesiredObject object) implements Wanted {
        @Override
        public Action action() {
            return Action.UNCHANGED;
        }
    }

    /**
     * It is deleted and made anew, because the user allowed it and a field cannot be changed in place.
     *
     * @param object as it is to be
     * @param changes by field
     * @param effects what that means, in words
     * @param why what the server says cannot be changed
     */
    record Recreate(DesiredObject object, List<FieldChange> changes, List<String> effects, String why)
            implements Wanted {
        /** Copies the lists. */
        public Recreate {
            changes = List.copyOf(changes);
            effects = List.copyOf(effects);
        }

        @Override
        public Action action() {
            return Action.RECREATE;
        }
    }

    /**
     * Others own fields of it, so nothing is written.
     *
     * @param object as it is to be
     * @param fields which fields, and who owns them
     */
    record Conflict(DesiredObject object, List<Contested> fields) implements Wanted {
        /** Copies the list. */
        public Conflict {
            fields = List.copyOf(fields);
        }

        @Override
        public Action action() {
            return Action.CONFLICT;
        }
    }

    /**
     * What happens to it is seen only after something else has been applied.
     *
     * @param object as it is to be
     * @param until what has to be there first, such as its kind or its namespace
     */
    record Deferred(DesiredObject object, String until) implements Wanted {
        @Override
        public Action action() {
            return Action.DEFERRED;
        }
    }

    /**
     * The server refuses it; a finding says why.
     *
     * @param object as it is to be
     */
    record Rejected(DesiredObject object) implements Wanted {
        @Override
        public Action action() {
            return Action.REJECTED;
        }
    }

    /**
     * The program no longer has it, and it is deleted.
     *
     * @param id the object
     * @param uid which object of that name
     * @param effects what that means, in words
     */
    record Prune(ResourceId id, String uid, List<String> effects) implements Step {
        /** Copies the list. */
        public Prune {
            effects = List.copyOf(effects);
        }

        @Override
        public Action action() {
            return Action.PRUNE;
        }

        @Override
        public @Nullable Origin origin() {
            return null;
        }
    }

    /**
     * The program no longer has it, and it stays.
     *
     * @param id the object
     * @param uid which object of that name
     * @param why such as its annotation, or that it holds data
     * @param released whether it stops being part of the stack; otherwise a later run asks again
     */
    record Keep(ResourceId id, String uid, String why, boolean released) implements Step {
        @Override
        public Action action() {
            return Action.KEEP;
        }

        @Override
        public @Nullable Origin origin() {
            return null;
        }
    }
}
