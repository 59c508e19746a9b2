package dev.gantry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.Experiment;
import dev.gantry.output.ExperimentResult;
import dev.gantry.output.ProgramOutput;
import dev.gantry.program.ComparedConstants;
import dev.gantry.settings.SettingComponent;
import dev.gantry.settings.SettingsModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What emitters get of a program that asks for nothing but the name of its environment.
 *
 * @param environments sorted by name
 */
public record OutputRun(List<EnvironmentOutput> environments) implements ProgramOutput {

    private static final Path FOLDER = Path.of("src/test/resources");

    /** Runs a program for environments. */
    public static OutputRun of(Consumer<App> program, String... environments) {
        List<EnvironmentOutput> outputs = new ArrayList<>();
        for (String environment : environments) {
            Synthesizer synthesizer = new Synthesizer(environment, FOLDER);
            Synthesis made = synthesizer.run((app, settings) -> program.accept(app), new NoSettings());
            outputs.add(new EnvironmentOutput(
                    environment,
                    JsonNodeFactory.instance.objectNode(),
                    new TreeMap<>(),
                    synthesizer.stackOutputs(),
                    made.manifests()));
        }
        return new OutputRun(List.copyOf(outputs));
    }

    @Override
    public String blueprint() {
        return "com.example.Shop";
    }

    @Override
    public SettingComponent settings() {
        return SettingsModel.of(NoSettings.class).root();
    }

    @Override
    public List<Path> sourceRoots() {
        return List.of();
    }

    @Override
    public ComparedConstants constants() {
        throw new UnsupportedOperationException("has no classes");
    }

    @Override
    public ExperimentResult run(Experiment experiment) {
        throw new UnsupportedOperationException("has no settings");
    }
}
