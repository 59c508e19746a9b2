package dev.gantry.helmchart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.chartinput.HelmChartRule;
import dev.gantry.differencing.Differencing;
import dev.gantry.differencing.Obstacle;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Rule;
import dev.gantry.output.Claim;
import dev.gantry.output.Emission;
import dev.gantry.output.Emitter;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.ProgramOutput;
import dev.gantry.output.StackOutput;
import dev.gantry.program.SourceComments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes a Helm chart of every stack of a program, with real values. */
public final class HelmEmitter implements Emitter {

    private static final int SAMPLES = 100;

    /** An emitter; what it works on is handed in later. */
    public HelmEmitter() {}

    @Override
    public String format() {
        return "helm";
    }

    @Override
    public List<? extends Rule> rules() {
        return Stream.<Rule>concat(Arrays.stream(HelmRule.values()), Arrays.stream(HelmChartRule.values()))
                .toList();
    }

    @Override
    public Emission emit(ProgramOutput whole) {
        ChartedStacks program = ChartedStacks.of(whole);
        List<String> notes = new ArrayList<>(program.notes());
        if (program.isEmpty()) {
            return new Emission(new TreeMap<>(), List.of(), List.of(), notes);
        }
        List<Finding> findings = new ArrayList<>(EnvironmentNames.findings(program));
        Differencing differencing = Differencing.of(program, SAMPLES);
        differencing.obstacles().forEach(obstacle -> findings.add(finding(obstacle)));
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<Claim> claims = new ArrayList<>();
        Map<String, StackOutput> byChart = new HashMap<>();
        SourceComments javadoc = SourceComments.in(program.sourceRoots());
        for (StackOutput stack : stacks(program)) {
            StackOutput other = byChart.putIfAbsent(stack.chart().name(), stack);
            if (other != null) {
                findings.add(sameChart(stack, other));
                continue;
            }
            StackChart chart = new StackChart(program, differencing, stack, javadoc);
            findings.addAll(chart.findings());
            String folder = "helm/" + stack.chart().name();
            chart.files().forEach((path, content) -> files.put(folder + "/" + path, content));
            claims.add(new Claim(folder, chart::samples));
        }
        if (differencing.sawRejections() && !isTested(program, differencing)) {
            findings.add(Finding.of(
                            HelmRule.UNTESTED,
                            "None of " + SAMPLES
                                    + " samples of settings was accepted by the settings record and the program,"
                                    + " but those of the environments.")
                    .hint("Say with @Range and @Samples which values make sense."));
        }
        notes.add("helm: " + differencing.runs() + " runs of the program; "
                + differencing.samples().size() + " samples compared");
        return new Emission(files, claims, findings, notes);
    }

    /** Whether there was any run with settings that no environment has. */
    private static boolean isTested(ProgramOutput program, Differencing differencing) {
        Set<ObjectNode> known = new HashSet<>();
        program.environments().forEach(environment -> known.add(environment.settings()));
        return differencing.samples().stream().anyMatch(sample -> !known.contains(sample.settings()));
    }

    /** Every stack of any environment. */
    private static List<StackOutput> stacks(ProgramOutput program) {
        Map<String, StackOutput> stacks = new LinkedHashMap<>();
        for (EnvironmentOutput environment : program.environments()) {
            environment.stacks().forEach(stack -> stacks.putIfAbsent(stack.name(), stack));
        }
        return List.copyOf(stacks.values());
    }

    private static Finding sameChart(StackOutput stack, StackOutput other) {
        return Finding.of(
                        HelmRule.SAME_CHART,
                        "The charts of the stacks \"" + other.name() + "\" and \"" + stack.name()
                                + "\" would both be called \"" + stack.chart().name() + "\".")
                .hint("Name one of them otherwise, with chart(c -> c.name(...)).")
                .in(null, stack.name())
                .at(stack.origin())
                .related(other.origin(), "the other stack is made here");
    }

    private static Finding finding(Obstacle obstacle) {
        String settings = obstacle.settings().isEmpty() ? "the settings" : String.join(", ", obstacle.settings());
        String what = obstacle.field().isEmpty() ? "whether it is there" : obstacle.field();
        String examples = obstacle.examples().isEmpty() ? "" : " (" + String.join("; ", obstacle.examples()) + ")";
        Origin line = obstacle.line();
        return Finding.of(
                        HelmRule.INEXPRESSIBLE,
                        "A chart cannot express how " + what + " of " + obstacle.resource() + " follows from "
                                + settings + examples + ".")
                .hint(hint(obstacle) + " Without helm in gantry.format, everything else is made.")
                .in(null, obstacle.stack())
                .on(obstacle.resource().toString(), obstacle.field().isEmpty() ? null : obstacle.field())
                .at(line);
    }

    private static String hint(Obstacle obstacle) {
        if (!obstacle.unsorted().isEmpty()) {
            String path = obstacle.unsorted().get(0);
            return "The program goes through " + String.join(" and ", obstacle.unsorted())
                    + " in the order of the settings file, and a template by key: sort the keys, such as new TreeMap<>("
                    + path.substring(path.lastIndexOf('.') + 1) + ").";
        }
        return "Make a setting of the result itself, such as a whole number of seconds in place of a Duration; or let it"
                + " follow by a factor, by text that is put together, or by a comparison with a constant.";
    }
}
