package dev.gantry.output;

import dev.gantry.program.ComparedConstants;
import dev.gantry.settings.SettingComponent;
import java.nio.file.Path;
import java.util.List;

/** What a program has made for its environments, and the program itself, to be asked for more. */
public interface ProgramOutput {

    /** The class name of the blueprint. */
    String blueprint();

    /** The environments, sorted by name; at least one. */
    List<EnvironmentOutput> environments();

    /** The record of the settings. */
    SettingComponent settings();

    /** The folders of the program's source files. */
    List<Path> sourceRoots();

    /** What the program's classes compare values with. */
    ComparedConstants constants();

    /**
     * Runs the program with other settings, without any check.
     *
     * @return what it makes, or what kept it from making anything
     */
    ExperimentResult run(Experiment experiment);

    /** The same, with manifests that know the author's line of each field. It takes much longer. */
    ExperimentResult trace(Experiment experiment);
}
