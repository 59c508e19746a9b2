package dev.gantry.engine;

import dev.gantry.engine.desired.Release;
import dev.gantry.engine.desired.Selection;
import dev.gantry.engine.release.prune.PruneOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How the engine works. What is not said is careful: conflicts are not forced, data is kept, nothing is recreated. */
public final class EngineOptions {

    private final Builder chosen;

    private EngineOptions(Builder chosen) {
        this.chosen = chosen;
    }

    /** Options with these choices. */
    public static EngineOptions of(Consumer<Builder> choices) {
        Builder builder = new Builder();
        choices.accept(builder);
        return new EngineOptions(builder.copy());
    }

    /** These options with further choices. */
    public EngineOptions with(Consumer<Builder> choices) {
        Builder builder = chosen.copy();
        choices.accept(builder);
        return new EngineOptions(builder.copy());
    }

    boolean waits() {
        return chosen.waits;
    }

    Duration timeout() {
        return chosen.timeout;
    }

    boolean prunes() {
        return chosen.prune;
    }

    boolean isAtomic() {
        return chosen.atomic;
    }

    boolean allowsEmpty() {
        return chosen.allowEmpty;
    }

    boolean takesOver() {
        return chosen.takeOver;
    }

    boolean isPartial() {
        return chosen.partial;
    }

    Selection forceConflicts() {
        return chosen.forceConflicts;
    }

    Selection recreate() {
        return chosen.recreate;
    }

    Selection confirmed() {
        return chosen.confirm;
    }

    PruneOptions pruning() {
        return new PruneOptions(chosen.pruneKinds, chosen.confirm);
    }

    List<Release> program() {
        return chosen.program;
    }

    int parallel() {
        return chosen.parallel;
    }

    int historyLimit() {
        return chosen.historyLimit;
    }

    Duration lockTimeout() {
        return chosen.lockTimeout;
    }

    @Nullable
    String namespace() {
        return chosen.namespace;
    }

    @Nullable
    String commit() {
        return chosen.commit;
    }

    String by() {
        return chosen.by;
    }

    String tool() {
        return chosen.tool;
    }

    String holder() {
        return chosen.holder;
    }

    /** The choices. */
    public static final class Builder {

        private boolean waits = true;
        private Duration timeout = Duration.ofMinutes(5);
        private boolean prune = true;
        private boolean atomic;
        private boolean allowEmpty;
        private boolean takeOver;
        private boolean partial;
        private Selection forceConflicts = Selection.NONE;
        private Selection recreate = Selection.NONE;
        private Selection confirm = Selection.NONE;
        private Set<String> pruneKinds = Set.of();
        private List<Release> program = List.of();
        private int parallel = 8;
        private int historyLimit = 10;
        private Duration lockTimeout = Duration.ZERO;
        private @Nullable String namespace;
        private @Nullable String commit;
        private String by = "";
        private String tool = "gantry/0";
        private String holder = "gantry";

        private Builder() {}

        /** Whether it waits until all is ready; {@code true} unless said otherwise. */
        public Builder waits(boolean value) {
            waits = value;
            return this;
        }

        /** How long a stack may take from its first write until all is ready; 5 minutes unless said otherwise. */
        public Builder timeout(Duration value) {
            timeout = value;
            return this;
        }

        /** Whether what the program no longer has is deleted; {@code true} unless said otherwise. */
        public Builder prune(boolean value) {
            prune = value;
            return this;
        }

        /** Whether a stack that fails is brought back to its last good revision; {@code false} unless said otherwise. */
        public Builder atomic(boolean value) {
            atomic = value;
            return this;
        }

        /** Whether a stack that has nothing in it any more may delete all that it had. */
        public Builder allowEmpty(boolean value) {
            allowEmpty = value;
            return this;
        }

        /** Whether a stack that another program or environment has deployed here becomes this one's. */
        public Builder takeOver(boolean value) {
            takeOver = value;
            return this;
        }

        /** Whether it is about some stacks of the program only, so that nobody wonders about others that are deployed. */
        public Builder partial(boolean value) {
            partial = value;
            return this;
        }

        /** For which objects the fields of other managers are taken over. */
        public Builder forceConflicts(Selection value) {
            forceConflicts = value;
            return this;
        }

        /** Which objects may be deleted and made anew if a field cannot be changed in place. */
        public Builder recreate(Selection value) {
            recreate = value;
            return this;
        }

        /** Whose deletion is confirmed although it destroys what others made: definitions that still have custom resources. */
        public Builder confirm(Selection value) {
            confirm = value;
            return this;
        }

        /** Kinds that are pruned too, though they are kept otherwise: PersistentVolumeClaim, CustomResourceDefinition. */
        public Builder pruneKinds(Set<String> value) {
            pruneKinds = value;
            return this;
        }

        /**
         * All stacks of the program, if a run is of some of them only: an object that has moved to one of the others is neither
         * deleted nor refused.
         */
        public Builder program(List<Release> value) {
            program = List.copyOf(value);
            return this;
        }

        /** How many requests are under way at once; 8 unless said otherwise. */
        public Builder parallel(int value) {
            parallel = value;
            return this;
        }

        /** How many revisions are kept; 10 unless said otherwise. The last good one is kept in any case. */
        public Builder historyLimit(int value) {
            historyLimit = value;
            return this;
        }

        /** How long another run is waited for that works on the same stack; not at all unless said otherwise. */
        public Builder lockTimeout(Duration value) {
            lockTimeout = value;
            return this;
        }

        /** The namespace of what has none, and of records of stacks without one; that of the context unless said otherwise. */
        public Builder namespace(@Nullable String value) {
            namespace = value;
            return this;
        }

        /** The commit of the program, for the history; unknown unless said. */
        public Builder commit(@Nullable String value) {
            commit = value;
            return this;
        }

        /** Who does it, for the history. */
        public Builder by(String value) {
            by = value;
            return this;
        }

        /** What does it, such as {@code gantry/0.1.0}. */
        public Builder tool(String value) {
            tool = value;
            return this;
        }

        /** Which process does it, for those who find its lock, such as {@code ada@build-7/4711}. */
        public Builder holder(String value) {
            holder = value;
            return this;
        }

        private Builder copy() {
            Builder copy = new Builder();
            copy.waits = waits;
            copy.timeout = timeout;
            copy.prune = prune;
            copy.atomic = atomic;
            copy.allowEmpty = allowEmpty;
            copy.takeOver = takeOver;
            copy.partial = partial;
            copy.forceConflicts = forceConflicts;
            copy.recreate = recreate;
            copy.confirm = confirm;
            copy.pruneKinds = Set.copyOf(new TreeSet<>(pruneKinds));
            copy.program = program;
            copy.parallel = parallel;
            copy.historyLimit = historyLimit;
            copy.lockTimeout = lockTimeout;
            copy.namespace = namespace;
            copy.commit = commit;
            copy.by = by;
            copy.tool = tool;
            copy.holder = holder;
            return copy;
        }
    }
}
