package dev.gantry.extension;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a builder has written: the tree, with late values in it, and everything that was noticed on the way. A draft
 * does not change once its builder's block has ended, so one resource can serve many runs.
 */
public final class Draft {

    private final ObjectNode tree;
    private final Fields root;
    private final @Nullable Origin origin;
    private final List<Problem> problems = new ArrayList<>(0);
    private final List<Reference> references = new ArrayList<>(2);
    private final List<LateEntries> lateEntries = new ArrayList<>(0);
    private final List<Dependency> dependencies = new ArrayList<>(0);
    private final List<AuthorEdit> edits = new ArrayList<>(0);
    private final List<Adjustment> adjustments = new ArrayList<>(0);
    private final @Nullable Map<String, Origin> lines;
    private final boolean own;

    private int blocksEnded;
    private boolean late;
    private boolean complete;
    private boolean ordered;
    private boolean absent;
    private String calls = "";

    Draft() {
        this(JsonNodeFactory.instance.objectNode(), Run.isInHurry() ? null : Origins.here(), Map.of(), true);
    }

    /** The draft of a tree that was written elsewhere, whose fields stay in their order until it is placed. */
    Draft(ObjectNode tree, @Nullable Origin origin, Map<String, Origin> lines) {
        this(tree, origin, lines, false);
    }

    private Draft(ObjectNode tree, @Nullable Origin origin, Map<String, Origin> lines, boolean own) {
        this.tree = tree;
        this.own = own;
        this.origin = origin;
        this.lines = Run.isTracing() ? new HashMap<>(lines) : null;
        this.root = new Fields(this);
    }

    /** The draft of a resource. */
    public static Draft of(Resource resource) {
        return resource.draft;
    }

    Fields root() {
        return root;
    }

    ObjectNode node() {
        return tree;
    }

    /** How many of its blocks have ended, which take nothing more from then on. */
    int blocksEnded() {
        return blocksEnded;
    }

    void blockEnded() {
        blocksEnded++;
    }

    /** Whether builders have written it, and not somebody else. */
    public boolean isOwn() {
        return own;
    }

    /** A copy of the tree; {@link Late} values are in it as {@link com.fasterxml.jackson.databind.node.POJONode}s. */
    public ObjectNode copyTree() {
        return tree.deepCopy();
    }

    /**
     * A copy in which {@code metadata} can be changed, and nothing else: that is shared with every run that uses the
     * resource, which saves a large program half of its memory. For a draft that {@link #isComplete()}.
     */
    public ObjectNode copyMetadata() {
        ObjectNode copy = tree.objectNode();
        copy.setAll(tree);
        if (tree.get("metadata") instanceof ObjectNode metadata) {
            copy.set("metadata", metadata.deepCopy());
        }
        return copy;
    }

    /**
     * Whether the tree has everything in it and in order, so that no run has to change more than its metadata. Where a run has made it
     * in which nobody asks for the order, it is complete for such runs only.
     */
    public boolean isComplete() {
        return complete && (ordered || Run.isInHurry());
    }

    /** Brings the fields into their order, once and for all runs, if nothing is to be added to them. */
    void complete() {
        if (own && !late && lateEntries.isEmpty() && edits.isEmpty()) {
            if (!Run.isInHurry()) {
                FieldOrder.arrange(tree);
                ordered = true;
            }
            complete = true;
        }
    }

    /** The calls of the author's code that made the resource, if they were recorded; empty if they were not. */
    public String calls() {
        return calls;
    }

    void calls(String text) {
        calls = text;
    }

    /** Whether the resource was looked for in vain, which a finding says already. */
    public boolean isAbsent() {
        return absent;
    }

    void absent() {
        absent = true;
    }

    /** The author's line that made the resource. */
    public @Nullable Origin origin() {
        return origin;
    }

    /** Flaws of what was written, where they were written. */
    public List<Problem> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** The resources that this one names. */
    public List<Reference> references() {
        return Collections.unmodifiableList(references);
    }

    /** The resources that have to be ready before this one is applied. */
    public List<Dependency> dependencies() {
        return Collections.unmodifiableList(dependencies);
    }

    /** What is added to the tree when late values are resolved, in the order in which it was given. */
    public List<LateEntries> lateEntries() {
        return Collections.unmodifiableList(lateEntries);
    }

    /** The author's edits, in the order in which they were given. */
    public List<AuthorEdit> edits() {
        return Collections.unmodifiableList(edits);
    }

    /** The author's decisions about findings. */
    public List<Adjustment> adjustments() {
        return Collections.unmodifiableList(adjustments);
    }

    /**
     * The line that wrote a field, or else the nearest field around it; the resource's line if lines were not traced.
     *
     * @param field a path such as {@code spec.ports[0].port}
     */
    public @Nullable Origin lineOf(String field) {
        Origin line = lines == null ? null : FieldPath.nearest(lines::get, field);
        return line == null ? origin : line;
    }

    /** The lines of all fields by path, where they were traced; empty if they were not. */
    public SortedMap<String, Origin> lines() {
        return lines == null ? new TreeMap<>() : new TreeMap<>(lines);
    }

    /** Whether the tree holds {@link Late} values. */
    public boolean hasLate() {
        return late;
    }

    void late() {
        late = true;
    }

    boolean isTraced(String field) {
        return lines != null && lines.containsKey(field);
    }

    boolean isTracing() {
        return lines != null;
    }

    void trace(String field) {
        Origin line = lines == null ? null : Origins.here();
        if (lines != null && line != null) {
            lines.put(field, line);
        }
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void add(Reference reference) {
        references.add(reference);
    }

    void add(LateEntries entries) {
        lateEntries.add(entries);
    }

    void add(Dependency dependency) {
        dependencies.add(dependency);
    }

    void add(AuthorEdit edit) {
        edits.add(edit);
    }

    void add(Adjustment adjustment) {
        adjustments.add(adjustment);
    }
}
