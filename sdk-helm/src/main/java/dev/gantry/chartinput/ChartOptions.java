package dev.gantry.chartinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Origins;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.raw.RawObjects;
import dev.gantry.settings.RecordTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the author says of a chart that is taken in. */
final class ChartOptions {

    private final List<Part> parts = new ArrayList<>(1);
    private final List<Finding> findings = new ArrayList<>(0);
    private Consumer<RawObjects.Builder> edits = objects -> {};
    private @Nullable Hooks hooks;

    /** Values that were given at once. */
    private sealed interface Part {

        /** In the program. */
        record Written(ObjectNode tree, SortedMap<String, Origin> lines) implements Part {}

        /** In a file. */
        record OfFile(Path file, @Nullable Origin origin) implements Part {}
    }

    void values(Consumer<HelmValues> values) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        SortedMap<String, Origin> lines = new TreeMap<>();
        values.accept(new HelmValues(tree, "", new HelmValues.Notes(lines, this::flaw)));
        parts.add(new Part.Written(tree, lines));
    }

    void values(Record values) {
        Origin here = Origins.here();
        ObjectNode tree = (ObjectNode) RecordTree.of(values);
        SortedMap<String, Origin> lines = new TreeMap<>();
        if (here != null) {
            tree.fieldNames().forEachRemaining(key -> lines.put(key, here));
        }
        parts.add(new Part.Written(tree, lines));
    }

    void file(Path file) {
        parts.add(new Part.OfFile(file, Origins.here()));
    }

    void edits(Consumer<RawObjects.Builder> more) {
        edits = edits.andThen(more);
    }

    void hooks(Hooks given) {
        hooks = given;
    }

    void flaw(Flaw flaw) {
        findings.add(finding(flaw));
    }

    /** Tells at once of what comes after the block. */
    void report(Flaw flaw) {
        Run run = Run.current();
        if (run != null) {
            run.report(List.of(finding(flaw)));
        }
    }

    private static Finding finding(Flaw flaw) {
        return Finding.of(flaw.rule(), flaw.message()).hint(flaw.hint()).at(Origins.here());
    }

    List<Finding> findings() {
        return findings;
    }

    Consumer<RawObjects.Builder> edits() {
        return edits;
    }

    @Nullable
    Hooks hooks() {
        return hooks;
    }

    /**
     * All values, the later over the earlier: objects are merged, and everything else is replaced.
     *
     * @param run reads the files
     * @param lines takes where each value was set
     */
    ObjectNode values(Run run, SortedMap<String, Origin> lines) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Part part : parts) {
            if (part instanceof Part.Written written) {
                merge(all, written.tree());
                lines.putAll(written.lines());
            } else if (part instanceof Part.OfFile given) {
                ValuesFile file = ValuesFile.read(given.file(), given.origin(), run);
                merge(all, file.tree());
                lines.putAll(file.lines());
            }
        }
        return all;
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        for (Map.Entry<String, JsonNode> entry : from.properties()) {
            if (into.get(entry.getKey()) instanceof ObjectNode known && entry.getValue() instanceof ObjectNode more) {
                merge(known, more);
            } else {
                into.set(entry.getKey(), entry.getValue().deepCopy());
            }
        }
    }
}
