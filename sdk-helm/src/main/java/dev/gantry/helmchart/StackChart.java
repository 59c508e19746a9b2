package dev.gantry.helmchart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.chart.Chart;
import dev.gantry.chart.Release;
import dev.gantry.differencing.Differencing;
import dev.gantry.differencing.Sample;
import dev.gantry.differencing.SiteTemplate;
import dev.gantry.finding.Finding;
import dev.gantry.output.ClaimSample;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.ProgramOutput;
import dev.gantry.output.StackOutput;
import dev.gantry.program.SourceComments;
import dev.gantry.settings.SettingComponent;
import dev.gantry.settings.SettingComponent.Form;
import dev.gantry.yaml.Utf8Text;
import dev.gantry.yaml.YamlPrinter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The chart of one stack. */
final class StackChart {

    private final ProgramOutput program;
    private final Differencing differencing;
    private final StackOutput stack;
    private final Chart chart;
    private final SourceComments javadoc;
    private final List<String> valuesPath;
    private final List<SiteTemplate> templates;
    private final UsedSettings used = new UsedSettings();
    private final ChartValues values;

    StackChart(ProgramOutput program, Differencing differencing, StackOutput stack, SourceComments javadoc) {
        this.program = program;
        this.differencing = differencing;
        this.stack = stack;
        this.chart = stack.chart();
        this.javadoc = javadoc;
        this.valuesPath = Objects.requireNonNullElse(stack.values(), List.of());
        this.templates = differencing.templates().stream()
                .filter(template -> template.site().stack().equals(stack.name()))
                .toList();
        templates.forEach(template -> used.add(template.items()));
        this.values = new ChartValues(valuesRoot(), valuesPath, javadoc);
    }

    /** What is wrong with the chart as such. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (stack.values() == null) {
            findings.add(Finding.of(
                            HelmRule.FOREIGN_VALUES,
                            "The record that was made the values of the chart \"" + chart.name()
                                    + "\" is no part of the settings.")
                    .hint("Give values(...) a component of the settings, such as env.shop().")
                    .in(null, stack.name())
                    .at(stack.origin()));
        }
        if (stack.generatedSecrets()) {
            findings.add(Finding.of(
                            HelmRule.GENERATED_SECRET,
                            "The chart \"" + chart.name() + "\" does not make the Secrets that the stack generates.")
                    .hint("Make them in the cluster before the chart is installed, or apply the stack with Gantry.")
                    .in(null, stack.name())
                    .at(stack.origin()));
        }
        used.settings().forEach((path, field) -> {
            if (!startsWith(path, valuesPath)) {
                findings.add(Finding.of(
                                HelmRule.OUTSIDE_VALUES,
                                "The chart \"" + chart.name() + "\" depends on the setting " + String.join(".", path)
                                        + (field.isEmpty() ? "" : " (in " + field + ")") + ", which is not below "
                                        + String.join(".", valuesPath) + ".")
                        .hint("Move the setting there, or give values(...) a record that holds both.")
                        .in(null, stack.name())
                        .at(stack.origin()));
            }
        });
        return findings;
    }

    /** The files by path, below the folder of the chart. */
    SortedMap<String, byte[]> files() {
        LongTexts longTexts = LongTexts.of(program.environments());
        GoTemplate go = GoTemplate.of(chart.name(), values.root(), valuesPath, longTexts);
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (used.settings().keySet().stream().anyMatch(path -> !startsWith(path, valuesPath))) {
            return files; // a finding says why
        }
        files.putAll(ChartFiles.of(chart, go, templates, used));
        ObjectNode defaults = values.of(defaultEnvironment().settings());
        add(files, "values.yaml", values.documented(defaults));
        add(
                files,
                "values.schema.json",
                new ValuesSchema(javadoc, used, longTexts).of(values.root(), valuesPath, chart.dependencies()));
        for (EnvironmentOutput environment : program.environments()) {
            ObjectNode own = ChartValues.difference(defaults, values.of(environment.settings()));
            add(files, "values-" + environment.name() + ".yaml", YamlPrinter.print(own));
        }
        return files;
    }

    private static void add(SortedMap<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the program makes of the settings of every environment, and of others. */
    List<ClaimSample> samples() {
        List<ClaimSample> samples = new ArrayList<>();
        Utf8Text text = new Utf8Text();
        YamlPrinter printer = new YamlPrinter(text);
        for (Sample sample : differencing.samples()) {
            Release release = Objects.requireNonNull(sample.releases().get(stack.name()));
            List<ObjectNode> trees = sample.trees().getOrDefault(stack.name(), List.of());
            text.clear();
            for (ObjectNode tree : trees) {
                text.append("---\n");
                printer.append(tree);
            }
            // What the default values say besides has to be taken away.
            ObjectNode whole = values.of(sample.settings());
            ObjectNode told = whole.deepCopy();
            told.setAll(ChartValues.difference(values.of(defaultEnvironment().settings()), whole));
            samples.add(new ClaimSample(
                    sample.name(), release.name(), release.namespace(), YamlPrinter.print(told), text.toString()));
        }
        return samples;
    }

    private EnvironmentOutput defaultEnvironment() {
        for (EnvironmentOutput environment : program.environments()) {
            if (environment.name().equals(chart.defaults())) {
                return environment;
            }
        }
        return program.environments().get(0);
    }

    /** The record that the values are: as a whole where the author has named it, or else as far as it is used. */
    private SettingComponent valuesRoot() {
        SettingComponent root = program.settings();
        for (String key : valuesPath) {
            root = root.components().stream()
                    .filter(component -> component.name().equals(key))
                    .findFirst()
                    .orElseThrow();
        }
        return valuesPath.isEmpty() ? used(root, List.of(), used.settings().keySet()) : root;
    }

    private static SettingComponent used(SettingComponent group, List<String> path, Set<List<String>> used) {
        List<SettingComponent> components = new ArrayList<>();
        for (SettingComponent component : group.components()) {
            List<String> own = new ArrayList<>(path);
            own.add(component.name());
            if (used.stream().anyMatch(other -> startsWith(own, other))) {
                components.add(component);
            } else if (used.stream().anyMatch(other -> startsWith(other, own))) {
                components.add(component.form() == Form.GROUP ? used(component, own, used) : component);
            }
        }
        return group.with(components);
    }

    private static boolean startsWith(List<String> path, List<String> start) {
        return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
    }
}
