package dev.gantry.helmchart;

import dev.gantry.check.Manifest;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.Experiment;
import dev.gantry.output.ExperimentResult;
import dev.gantry.output.ProgramOutput;
import dev.gantry.output.StackOutput;
import dev.gantry.program.ComparedConstants;
import dev.gantry.settings.SettingComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A program without the stacks that are to have no chart: nothing that they are made of is in the way of the others. */
final class ChartedStacks implements ProgramOutput {

    private final ProgramOutput whole;
    private final SortedSet<String> leftOut = new TreeSet<>();
    private final List<EnvironmentOutput> environments = new ArrayList<>();

    private ChartedStacks(ProgramOutput whole) {
        this.whole = whole;
    }

    static ChartedStacks of(ProgramOutput whole) {
        ChartedStacks charted = new ChartedStacks(whole);
        for (EnvironmentOutput environment : whole.environments()) {
            environment.stacks().stream()
                    .filter(stack -> !stack.charted())
                    .forEach(stack -> charted.leftOut.add(stack.name()));
        }
        whole.environments().forEach(environment -> charted.environments.add(charted.part(environment)));
        return charted;
    }

    private EnvironmentOutput part(EnvironmentOutput environment) {
        List<StackOutput> stacks = environment.stacks().stream()
                .filter(stack -> !leftOut.contains(stack.name()))
                .toList();
        List<Manifest> manifests = environment.manifests().stream()
                .filter(manifest -> !leftOut.contains(manifest.stack()))
                .toList();
        return new EnvironmentOutput(
                environment.name(), environment.settings(), environment.lines(), stacks, manifests);
    }

    /** What people should be told of the others. */
    List<String> notes() {
        return leftOut.isEmpty()
                ? List.of()
                : List.of("helm: no chart of " + String.join(", ", leftOut) + ", as noChart() says");
    }

    /** Whether there is no stack that was not left out. */
    boolean isEmpty() {
        return !leftOut.isEmpty()
                && environments.stream()
                        .allMatch(environment -> environment.stacks().isEmpty());
    }

    @Override
    public String blueprint() {
        return whole.blueprint();
    }

    @Override
    public List<EnvironmentOutput> environments() {
        return List.copyOf(environments);
    }

    @Override
    public SettingComponent settings() {
        return whole.settings();
    }

    @Override
    public List<Path> sourceRoots() {
        return whole.sourceRoots();
    }

    @Override
    public ComparedConstants constants() {
        return whole.constants();
    }

    @Override
    public ExperimentResult run(Experiment experiment) {
        return part(whole.run(experiment));
    }

    @Override
    public ExperimentResult trace(Experiment experiment) {
        return part(whole.trace(experiment));
    }

    private ExperimentResult part(ExperimentResult result) {
        if (leftOut.isEmpty() || !(result instanceof ExperimentResult.Made made)) {
            return result;
        }
        List<Manifest> manifests = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < made.manifests().size(); i++) {
            if (!leftOut.contains(made.manifests().get(i).stack())) {
                manifests.add(made.manifests().get(i));
                calls.add(made.calls().get(i));
            }
        }
        return new ExperimentResult.Made(manifests, calls);
    }
}
