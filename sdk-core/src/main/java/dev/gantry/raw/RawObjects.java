package dev.gantry.raw;

import dev.gantry.bundle.ResourceId;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Origins;
import dev.gantry.extension.Run;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.FileSystems;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The objects of files that were written elsewhere, in the order of files and documents. {@code stack.addAll(objects)} adds
 * them; a typed resource names one of them, such as {@code Service.from(objects, "web")}, or {@link #get(String, String)}.
 */
public final class RawObjects extends AbstractList<Raw> {

    private final String source;
    private final List<Raw> objects;
    private final boolean complete;

    /**
     * Objects that were read.
     *
     * @param source where they are from, as findings name it
     * @param complete whether all could be read, so that one which is not among them is nowhere
     */
    RawObjects(String source, List<Raw> objects, boolean complete) {
        this.source = source;
        this.objects = List.copyOf(objects);
        this.complete = complete;
    }

    /**
     * Objects that something else has made.
     *
     * @param source what they are from, as findings name it
     * @param objects in the order in which they can be applied
     * @param options what is taken of them, and what is changed
     */
    public static RawObjects made(String source, List<MadeObject> objects, Consumer<? super Builder> options) {
        return Raw.read(run -> RawFiles.made(source, objects, run, Builder.configured(options)));
    }

    /**
     * Stands for objects of which nothing is known, since what makes them has failed. A finding has to say so: nothing is said of
     * what is looked for among them.
     *
     * @param source what they are from, as findings name it
     */
    public static RawObjects unknown(String source) {
        Run run = Run.current();
        if (run != null) {
            run.lacksResources();
        }
        return new RawObjects(source, List.of(), false);
    }

    @Override
    public Raw get(int index) {
        return objects.get(index);
    }

    @Override
    public int size() {
        return objects.size();
    }

    /**
     * One of the objects, for what depends on it. It is a finding if it is not there, or if several have the name.
     *
     * @param kind such as {@code Job}, or with its API group {@code Job.batch}
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public Raw get(String kind, String name) {
        if (kind == null || name == null) {
            report(Flaw.missing());
        }
        Selection selection = Selection.of(kind, name);
        String group = Objects.requireNonNullElse(selection.group(), "");
        return find(
                selection,
                new Kind(
                        group + (group.isEmpty() ? "v1" : "/v1"),
                        selection.kind(),
                        Kind.Scope.UNKNOWN,
                        Syntax.NOT_EMPTY),
                complete && kind != null && name != null);
    }

    /**
     * One of the objects, for a kind that knows more of it; see {@link #get(String, String)}.
     *
     * @param objects where it is
     * @param kind its kind, in any version of the API group
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public static Raw named(RawObjects objects, Kind kind, String name) {
        Selection selection = Selection.of(kind, name);
        if (objects == null || name == null) {
            report(Flaw.missing());
            return Raw.absent(kind, selection.name());
        }
        return objects.find(selection, kind, objects.complete);
    }

    private Raw find(Selection selection, Kind kind, boolean telling) {
        List<ResourceId> ids = objects.stream().map(RawObjects::id).toList();
        List<Integer> places = selection.among(ids);
        if (places.size() == 1) {
            return objects.get(places.get(0));
        }
        if (telling || !places.isEmpty()) {
            report(Unfound.of(selection, source, ids, places));
        }
        return Raw.absent(kind, selection.name());
    }

    private static ResourceId id(Raw object) {
        return new ResourceId(object.kind().apiVersion(), object.kind().name(), object.ownNamespace(), object.name());
    }

    private static void report(Flaw flaw) {
        report(Finding.of(flaw.rule(), flaw.message()).hint(flaw.hint()).at(Origins.here()));
    }

    private static void report(Finding finding) {
        Run run = Run.current();
        if (run == null) {
            throw new FindingsException(finding);
        }
        run.report(List.of(finding));
    }

    /**
     * What is done to an object.
     *
     * @param selection which one; {@code null} for all
     */
    record Edit(@Nullable Selection selection, Consumer<? super Raw.Builder> options) {}

    /** What is taken from files, and what is changed in it. */
    public static final class Builder {

        private final List<FileSkip> skips = new ArrayList<>(0);
        private final List<Selection> leftOut = new ArrayList<>(0);
        private final List<Edit> edits = new ArrayList<>(0);
        private boolean sealed;

        private Builder() {}

        static Builder configured(Consumer<? super Builder> options) {
            Builder builder = new Builder();
            if (builder.given(options)) {
                options.accept(builder);
            }
            builder.sealed = true;
            return builder;
        }

        /**
         * Leaves out files, and folders with all that is in them. A pattern that fits none is a finding.
         *
         * @param patterns paths that start at the folder which is read, with {@code *} for any characters but {@code /},
         *     {@code **} for any, and {@code {a,b}} for one of several
         */
        public Builder skip(String... patterns) {
            if (given((Object) patterns)) {
                for (String pattern : patterns) {
                    if (given(pattern)) {
                        skip(pattern, Origins.here());
                    }
                }
            }
            return this;
        }

        private void skip(String pattern, @Nullable Origin line) {
            try {
                skips.add(new FileSkip(pattern, FileSystems.getDefault().getPathMatcher("glob:" + pattern), line));
            } catch (IllegalArgumentException e) {
                report(Finding.of(ValueRule.TEXT, "\"" + pattern + "\" is no pattern of paths: " + e.getMessage())
                        .hint("Write, for example, docs, *.json or **/values.yaml.")
                        .at(line));
            }
        }

        /**
         * Leaves out an object. One that is not there is a finding.
         *
         * @param kind such as {@code Job}, or with its API group {@code Job.batch}
         * @param name its name, or {@code namespace/name} with the namespace that its manifest states
         */
        public Builder leaveOut(String kind, String name) {
            if (given(kind, name)) {
                leftOut.add(Selection.of(kind, name));
            }
            return this;
        }

        /**
         * Says what is to be done to every object.
         *
         * @param options labels, annotations, what it depends on, edits
         */
        public Builder each(Consumer<Raw.Builder> options) {
            if (given(options)) {
                edits.add(new Edit(null, options));
            }
            return this;
        }

        /**
         * Says what is to be done to one object: labels, annotations, what it depends on, and edits by
         * {@code rawFields(...)}, {@code rawTree(...)} or {@code raw(...)}. One that is not there is a finding.
         *
         * @param kind such as {@code Deployment}, or with its API group {@code Deployment.apps}
         * @param name its name, or {@code namespace/name} with the namespace that its manifest states
         */
        public Builder edit(String kind, String name, Consumer<Raw.Builder> options) {
            if (given(kind, name, options)) {
                edits.add(new Edit(Selection.of(kind, name), options));
            }
            return this;
        }

        /**
         * Edits an object with fabric8's builder, which says the kind; see {@link Raw.Builder#raw}. One that is not there is a
         * finding.
         *
         * @param builder such as {@code DeploymentBuilder.class}
         * @param name its name, or {@code namespace/name} with the namespace that its manifest states
         */
        public <B extends io.fabric8.kubernetes.api.builder.Builder<? extends HasMetadata>> Builder raw(
                Class<B> builder, String name, UnaryOperator<B> edit) {
            if (given(builder, name, edit)) {
                ModelBuilder<B> model = ModelBuilder.of(builder);
                if (model == null) {
                    report(ModelBuilder.unusable(builder).at(Origins.here()));
                } else {
                    edits.add(new Edit(model.selection(name), object -> object.raw(builder, edit)));
                }
            }
            return this;
        }

        /** Whether values were given; that one was not, or that this is too late, is a finding. */
        private boolean given(@Nullable Object... values) {
            if (sealed) {
                RawObjects.report(Flaw.usedLater());
                return false;
            }
            for (Object value : values) {
                if (value == null) {
                    RawObjects.report(Flaw.missing());
                    return false;
                }
            }
            return true;
        }

        List<FileSkip> skips() {
            return skips;
        }

        List<Selection> leftOut() {
            return leftOut;
        }

        List<Edit> edits() {
            return edits;
        }
    }
}
