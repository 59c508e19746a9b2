package dev.gantry.chartinput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.Stack;
import dev.gantry.bundle.Digest;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Run;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import dev.gantry.raw.RawObjects;
import dev.gantry.tool.ToolAnswer;
import dev.gantry.tool.ToolRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A chart on its way to be resources of a stack. Whatever is wrong is reported to the run, and nothing else is said of its objects then. */
final class ChartRun {

    /** What is rendered changes with Helm's version and with what is asked of it. */
    private static final String RENDERER = "helm-java 0.0.21, 1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HelmChart chart;
    private final Stack stack;
    private final Run run;
    private final SortedMap<String, Origin> lines = new TreeMap<>();

    ChartRun(HelmChart chart, Stack stack, Run run) {
        this.chart = chart;
        this.stack = stack;
        this.run = run;
    }

    RawObjects objects() {
        String source = "the chart " + chart;
        List<Finding> before = findings();
        before.forEach(this::report);
        int reported = run.findings().size();
        ObjectNode values = chart.options().values(run, lines);
        if (!before.isEmpty() || run.findings().size() > reported) {
            return RawObjects.unknown(source);
        }
        try {
            ChartFiles files = ChartFiles.of(chart.source(), run);
            ToolAnswer answer = rendered(files, values);
            if (answer.isDone() && answer.findings().isEmpty()) {
                ChartObjects objects = new ChartObjects(chart, files, JSON.readTree(answer.result("objects")), run);
                objects.findings().forEach(this::report);
                return RawObjects.made(source, objects.all(), chart.options().edits());
            }
            for (Finding finding : answer.isDone() ? answer.findings() : List.of(nobody())) {
                report(located(finding, files));
            }
        } catch (FindingsException e) {
            e.findings().forEach(this::report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Nobody else has written this", e);
        }
        return RawObjects.unknown(source);
    }

    /** What is wrong before anything is rendered. */
    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(chart.options().findings());
        for (Flaw flaw : chart.source().flaws()) {
            findings.add(Finding.of(flaw.rule(), flaw.message()).hint(flaw.hint()));
        }
        Flaw release = ReleaseName.flaw(chart.release());
        if (release != null && findings.isEmpty()) {
            findings.add(Finding.of(release.rule(), release.message()).hint(release.hint()));
        }
        return findings;
    }

    private ToolAnswer rendered(ChartFiles files, ObjectNode values) {
        String kubernetes = run.basis().kubernetesVersion();
        String namespace = stack.release().namespace();
        String all =
                String.join("\n", RENDERER, files.digest(), chart.release(), namespace, kubernetes, values.toString());
        String digest = Digest.sha256(all.getBytes(StandardCharsets.UTF_8));
        String key = "helm-" + digest.substring(digest.indexOf(':') + 1);
        boolean keeping = !run.isExperiment();
        return run.basis()
                .tools()
                .once(
                        key,
                        keeping,
                        () -> ToolRequest.of("helm-render")
                                .with("chart", files.path().toString())
                                .with("digest", files.digest())
                                .with("values", values.toString())
                                .with("release", chart.release())
                                .with("namespace", namespace)
                                .with("kubernetesVersion", kubernetes)
                                .with("twice", Boolean.toString(keeping)));
    }

    /** With the template at which Helm stopped, if it says so, where it can be opened. */
    private Finding located(Finding finding, ChartFiles files) {
        Origin template = finding.origin();
        return template == null
                ? finding
                : finding.at(null)
                        .related(
                                Origin.file(files.template(template.path(), run), template.line(), template.column()),
                                "Helm stops here");
    }

    private void report(Finding finding) {
        String field = finding.field();
        Origin line = field == null ? null : FieldPath.nearest(path -> lines.get(path), field);
        Origin place = finding.origin() != null ? finding.origin() : line != null ? line : chart.origin();
        Finding placed =
                finding.on("chart " + chart, field).in(null, stack.name()).at(place);
        boolean elsewhere = place != null && !place.equals(chart.origin());
        run.report(List.of(elsewhere ? placed.related(chart.origin(), "the chart is taken in here") : placed));
    }

    private Finding nobody() {
        return Finding.of(
                        HelmChartRule.NOBODY_RENDERS,
                        "Nothing here can render the chart " + chart
                                + ", and it was not rendered before with these values.")
                .hint("Run mvn process-classes: the plugin brings real Helm, and keeps what it renders in"
                        + " target/gantry-rendered. Or add the dependency dev.gantry:gantry-helm to where this runs.");
    }
}
