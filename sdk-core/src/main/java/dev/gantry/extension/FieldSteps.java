package dev.gantry.extension;

import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of a field, step by step: names of fields and places in lists. */
final class FieldSteps {

    private static final Pattern STEP =
            Pattern.compile("\\[(\\d{1,6})\\]|\\[\"((?:\\\\.|[^\"\\\\])*)\"\\]|\\.?([^.\\[\\]\"]+)");

    /** A step: a name, or a place where it is empty. */
    private record Step(String name, int index) {}

    private final String path;
    private final List<Step> steps;

    private FieldSteps(String path, List<Step> steps) {
        this.path = path;
        this.steps = steps;
    }

    /**
     * The steps of a path as {@link FieldPath} makes them.
     *
     * @throws FindingsException if it is none
     */
    static FieldSteps of(String path) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        int at = 0;
        while (at < path.length() && matcher.find(at) && matcher.start() == at) {
            if (matcher.group(1) != null) {
                steps.add(new Step("", Integer.parseInt(matcher.group(1))));
            } else if (matcher.group(2) != null) {
                steps.add(new Step(matcher.group(2).replaceAll("\\\\(.)", "$1"), -1));
            } else {
                steps.add(new Step(matcher.group(3), -1));
            }
            at = matcher.end();
        }
        if (steps.isEmpty() || at < path.length() || path.startsWith(".")) {
            throw new FindingsException(Finding.of(ProgramRule.EDIT, "\"" + path + "\" is not the path of a field.")
                    .hint("Write it as spec.containers[0].image, and names with dots or slashes as"
                            + " metadata.labels[\"example.com/team\"].")
                    .at(Origins.here()));
        }
        return new FieldSteps(path, steps);
    }

    int size() {
        return steps.size();
    }

    /** Whether a step is a place in a list; one behind the last is none. */
    boolean isItem(int step) {
        return step < steps.size() && steps.get(step).index() >= 0;
    }

    String name(int step) {
        return steps.get(step).name();
    }

    int index(int step) {
        return steps.get(step).index();
    }

    /** The path of so many steps. */
    String upTo(int count) {
        String part = "";
        for (Step step : steps.subList(0, count)) {
            part = step.index() < 0 ? FieldPath.child(part, step.name()) : FieldPath.item(part, step.index());
        }
        return part;
    }

    /** The path as it was written. */
    @Override
    public String toString() {
        return path;
    }
}
