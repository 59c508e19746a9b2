package dev.gantry;

import dev.gantry.check.Manifest;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Origins;
import dev.gantry.extension.Run;
import dev.gantry.extension.RunBasis;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
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

/**
 * A program with what it has made, which runs again with whatever settings an emitter asks for: without checks, findings and
 * lines, since there are hundreds of such runs.
 *
 * @param <S> the settings record
 */
final class Experiments<S extends Record> implements ProgramOutput, Origins.Caller {

    private final Program<S> program;
    private final SettingsModel<S> model;
    private final RunBasis basis;
    private final List<Path> sourceRoots;
    private final ComparedConstants constants;
    private final List<EnvironmentOutput> environments;

    Experiments(
            Program<S> program,
            RunBasis basis,
            List<Path> sourceRoots,
            ComparedConstants constants,
            List<EnvironmentOutput> environments) {
        this.program = program;
        this.model = SettingsModel.of(program.settings());
        this.basis = basis;
        this.sourceRoots = List.copyOf(sourceRoots);
        this.constants = constants;
        this.environments = List.copyOf(environments);
    }

    @Override
    public String blueprint() {
        return program.name();
    }

    @Override
    public List<EnvironmentOutput> environments() {
        return environments;
    }

    @Override
    public SettingComponent settings() {
        return model.root();
    }

    @Override
    public List<Path> sourceRoots() {
        return sourceRoots;
    }

    @Override
    public ComparedConstants constants() {
        return constants;
    }

    @Override
    public ExperimentResult run(Experiment experiment) {
        return run(experiment, false);
    }

    @Override
    public ExperimentResult trace(Experiment experiment) {
        return run(experiment, true);
    }

    private ExperimentResult run(Experiment experiment, boolean tracing) {
        S settings;
        try {
            settings = model.bind(experiment.settings());
        } catch (FindingsException e) {
            return new ExperimentResult.Rejected(e.findings());
        }
        App app = new App(experiment.environment(), experiment.releases());
        ClassLoader loader = program.blueprint().getClass().getClassLoader();
        AuthorCode author = new AuthorCode(loader == null ? ClassLoader.getSystemClassLoader() : loader);
        try (Run run = Run.beginRecordingCalls(basis, tracing)) {
            List<Finding> thrown =
                    author.run("The blueprint", () -> program.blueprint().define(app, settings));
            if (!thrown.isEmpty()) {
                return new ExperimentResult.Rejected(thrown);
            }
            FindingLog log = new FindingLog(experiment.environment(), app, List.of());
            Placement placement = new Placement(app, log);
            new Assembly(app, run, placement, author, log).finish();
            if (run.isLackingResources()) {
                return new ExperimentResult.Rejected(run.findings());
            }
            List<Manifest> manifests = placement.manifests();
            List<String> made = new ArrayList<>(manifests.size());
            for (Manifest manifest : manifests) {
                made.add(Draft.of(manifest.resource()).calls());
            }
            return new ExperimentResult.Made(manifests, made);
        }
    }
}
