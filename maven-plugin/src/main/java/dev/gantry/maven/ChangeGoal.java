package dev.gantry.maven;

import dev.gantry.engine.EngineOptions;
import java.time.Duration;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of all goals that change a cluster. */
abstract class ChangeGoal extends PlanGoal {

    /** Whether it is only shown what would happen. */
    @Parameter(property = "gantry.dryRun", defaultValue = "false")
    boolean dryRun;

    /** Whether it is waited until all is ready. */
    @Parameter(property = "gantry.wait", defaultValue = "true")
    boolean wait;

    /** Whether a stack that fails is brought back to its last good revision. */
    @Parameter(property = "gantry.atomic", defaultValue = "false")
    boolean atomic;

    /** How many revisions of a stack are kept to go back to. The last good one is kept in any case. */
    @Parameter(property = "gantry.historyLimit", defaultValue = "10")
    int historyLimit;

    /** The commit of the program, for the history. Unknown, if left out. */
    @Parameter(property = "gantry.commit")
    @Nullable
    String commit;

    /** Who does it, for the history. Unknown, if left out. */
    @Parameter(property = "gantry.by")
    @Nullable
    String by;

    /** How many seconds another run is waited for that works on the same stack. */
    @Parameter(property = "gantry.lockTimeout", defaultValue = "0")
    int lockTimeout;

    @Override
    final EngineOptions options(String version) throws MojoFailureException {
        Limits.atLeastOne("gantry.historyLimit", historyLimit);
        Limits.notNegative("gantry.lockTimeout", lockTimeout);
        return super.options(version)
                .with(o -> o.waits(wait)
                        .atomic(atomic)
                        .historyLimit(historyLimit)
                        .commit(commit)
                        .by(by == null ? "" : by)
                        .lockTimeout(Duration.ofSeconds(lockTimeout)));
    }
}
