package dev.gantry.maven;

import dev.gantry.engine.EngineOptions;
import dev.gantry.engine.desired.Selection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of all goals that make a plan: what may happen to which objects. */
abstract class PlanGoal extends ClusterGoal {

    /** Whether what the program no longer has is deleted. */
    @Parameter(property = "gantry.prune", defaultValue = "true")
    boolean prune;

    /**
     * Kinds that are deleted too, though they hold data and are kept otherwise, separated by commas on the command line:
     * <code>PersistentVolumeClaim</code>, <code>CustomResourceDefinition</code>.
     */
    @Parameter(property = "gantry.pruneKinds")
    @Nullable
    List<String> pruneKinds;

    /**
     * Objects whose deletion is confirmed although it takes what others made with it, such as a definition that has custom
     * resources: each as <code>Kind/namespace/name</code>, or <code>Kind/name</code> for what has no namespace.
     */
    @Parameter(property = "gantry.confirm")
    @Nullable
    List<String> confirm;

    /**
     * Objects whose fields are taken over from whoever else has set them, each as <code>Kind/namespace/name</code> or
     * <code>Kind/name</code>; <code>true</code> for all. Conflicts are errors otherwise.
     */
    @Parameter(property = "gantry.forceConflicts")
    @Nullable
    List<String> forceConflicts;

    /**
     * Objects that may be deleted and made anew where a field cannot be changed in place, each as
     * <code>Kind/namespace/name</code> or <code>Kind/name</code>.
     */
    @Parameter(property = "gantry.recreate")
    @Nullable
    List<String> recreate;

    /** Whether a stack that has nothing in it any more may lose all that it had. */
    @Parameter(property = "gantry.allowEmpty", defaultValue = "false")
    boolean allowEmpty;

    /** Whether a stack that another program or environment has deployed becomes this one's. */
    @Parameter(property = "gantry.takeOver", defaultValue = "false")
    boolean takeOver;

    @Override
    EngineOptions options(String version) throws MojoFailureException {
        return super.options(version)
                .with(o -> o.prune(prune)
                        .pruneKinds(pruneKinds == null ? Set.of() : new TreeSet<>(pruneKinds))
                        .confirm(selection("gantry.confirm", confirm))
                        .forceConflicts(selection("gantry.forceConflicts", forceConflicts))
                        .recreate(selection("gantry.recreate", recreate))
                        .allowEmpty(allowEmpty)
                        .takeOver(takeOver));
    }

    private static Selection selection(String property, @Nullable List<String> names) {
        return Selection.parse(property, names == null ? List.of() : names);
    }
}
