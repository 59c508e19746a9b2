package dev.gantry.chartinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.raw.MadeObject;
import dev.gantry.raw.RawRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a chart has rendered to, in the order in which it is to be applied. */
final class ChartObjects {

    private static final String HOOK = "helm.sh/hook";
    private static final String WEIGHT = "helm.sh/hook-weight";
    private static final String DELETION = "helm.sh/hook-delete-policy";
    private static final Set<String> BEFORE = Set.of("pre-install", "pre-upgrade", "crd-install");
    private static final Set<String> AFTER = Set.of("post-install", "post-upgrade");

    /** Nothing comes of these; every other event is one that Helm does not know. */
    private static final Set<String> LATER =
            Set.of("pre-delete", "post-delete", "pre-rollback", "post-rollback", "test", "test-success");

    private final HelmChart chart;
    private final ChartFiles files;
    private final Run run;

    private final List<Hook> before = new ArrayList<>();
    private final List<Hook> after = new ArrayList<>();
    private final List<MadeObject> plain = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>(0);

    private record Hook(int weight, String name, ObjectNode tree, String source) {}

    ChartObjects(HelmChart chart, ChartFiles files, JsonNode rendered, Run run) {
        this.chart = chart;
        this.files = files;
        this.run = run;
        if (rendered.isEmpty()) {
            findings.add(Finding.of(RawRule.EMPTY, "The chart " + chart + " renders no objects with these values.")
                    .hint("Set the values that its templates ask for, or leave the chart out."));
        }
        for (JsonNode each : rendered) {
            if (each.path("object") instanceof ObjectNode tree) {
                add(
                        tree.deepCopy(),
                        each.path("source").asText(),
                        each.path("hook").asBoolean());
            }
        }
        Comparator<Hook> order = Comparator.comparingInt(Hook::weight).thenComparing(Hook::name);
        before.sort(order);
        after.sort(order);
    }

    private void add(ObjectNode tree, String source, boolean isHook) {
        if (!isHook) {
            plain.add(new MadeObject(ChartFiles.file(source), tree, origin(source), List.of()));
            return;
        }
        JsonNode annotations = tree.at("/metadata/annotations");
        Set<String> events = events(annotations.path(HOOK).asText());
        String name =
                tree.path("kind").asText() + " " + tree.at("/metadata/name").asText();
        if (!events.stream().allMatch(ChartObjects::isKnown)) {
            findings.add(Finding.of(
                            HelmChartRule.HOOKS,
                            name + " of the chart " + chart + " is left out: Helm does not know its hook \""
                                    + annotations.path(HOOK).asText() + "\".")
                    .hint("Correct " + HOOK + " in the template: it is one of Helm's events, such as pre-install.")
                    .related(Origin.file(files.template(source, run), 0, 0), "the hook is here"));
            return;
        }
        List<Hook> hooks = hooks(events);
        if (hooks != null) {
            hooks.add(new Hook(annotations.path(WEIGHT).asInt(), name, withoutHook(tree), source));
        }
    }

    private static Set<String> events(String annotation) {
        Set<String> all = new TreeSet<>();
        for (String event : annotation.split(",", -1)) {
            all.add(event.strip().toLowerCase(Locale.ROOT));
        }
        return all;
    }

    private static boolean isKnown(String event) {
        return BEFORE.contains(event) || AFTER.contains(event) || LATER.contains(event);
    }

    /** Where a hook of these events goes; {@code null} if it is for a test, a deletion or a rollback. */
    private @Nullable List<Hook> hooks(Set<String> events) {
        return events.stream().anyMatch(BEFORE::contains)
                ? before
                : events.stream().anyMatch(AFTER::contains) ? after : null;
    }

    /** Neither Helm nor Argo CD is to take it for a hook again. */
    private static ObjectNode withoutHook(ObjectNode tree) {
        ObjectNode metadata = tree.withObject("/metadata");
        ObjectNode annotations = metadata.withObject("/annotations");
        annotations.remove(List.of(HOOK, WEIGHT, DELETION));
        if (annotations.isEmpty()) {
            metadata.remove("annotations");
        }
        return tree;
    }

    /** All objects, each after those that it waits for. */
    List<MadeObject> all() {
        if (chart.options().hooks() != Hooks.AS_RESOURCES) {
            return plain;
        }
        List<MadeObject> all = new ArrayList<>();
        add(before, all, List.of());
        List<Integer> awaited = places(0, all.size());
        int begin = all.size();
        for (MadeObject object : plain) {
            all.add(new MadeObject(object.file(), object.tree(), object.origin(), awaited));
        }
        add(after, all, plain.isEmpty() ? awaited : places(begin, all.size()));
        return all;
    }

    /** Adds hooks: those of one weight after those of smaller ones. */
    private void add(List<Hook> hooks, List<MadeObject> all, List<Integer> first) {
        List<Integer> awaited = first;
        int begin = all.size();
        for (int i = 0; i < hooks.size(); i++) {
            Hook hook = hooks.get(i);
            if (i > 0 && hook.weight() > hooks.get(i - 1).weight()) {
                awaited = places(begin, all.size());
                begin = all.size();
            }
            all.add(new MadeObject(ChartFiles.file(hook.source()), hook.tree(), origin(hook.source()), awaited));
        }
    }

    private static List<Integer> places(int from, int to) {
        List<Integer> places = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            places.add(i);
        }
        return places;
    }

    private @Nullable Origin origin(String source) {
        Origin line = chart.origin();
        return line == null ? null : line.via(Origin.file(files.template(source, run), 0, 0));
    }

    /** What the author has to decide. */
    List<Finding> findings() {
        List<String> hooks = new ArrayList<>();
        before.forEach(hook -> hooks.add(hook.name()));
        after.forEach(hook -> hooks.add(hook.name()));
        List<Finding> all = new ArrayList<>(findings);
        if (chart.options().hooks() == null && !hooks.isEmpty()) {
            all.add(Finding.of(
                            HelmChartRule.HOOKS,
                            "The chart " + chart + " has hooks, which are left out: " + String.join(", ", hooks) + ".")
                    .hint(
                            "Say hooks(Hooks.LEAVE_OUT) if that is right, or hooks(Hooks.AS_RESOURCES) to have them applied"
                                    + " before and after the other objects."));
        }
        return all;
    }
}
