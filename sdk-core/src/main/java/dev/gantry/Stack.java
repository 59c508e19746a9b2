package dev.gantry;

import dev.gantry.chart.Chart;
import dev.gantry.chart.Release;
import dev.gantry.check.FileSecret;
import dev.gantry.check.StackFacts;
import dev.gantry.config.SecretKey;
import dev.gantry.extension.Adjustment;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Origins;
import dev.gantry.extension.ProgramRule;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Run;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Severity;
import dev.gantry.output.StackOutput;
import dev.gantry.security.PodSecurityStandard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Resources that are deployed, updated and removed together. */
public final class Stack {

    private final String name;
    private final @Nullable String namespace;
    private final SortedMap<String, String> labels;
    private final List<Adjustment> adjustments;
    private final List<Flaw> flaws;
    private final @Nullable Origin origin;
    private final @Nullable PodSecurityStandard hardening;
    private final @Nullable Origin hardenedAt;
    private final List<StackDependency> dependencies;
    private final GeneratedSecrets generated;
    private final Chart chart;
    private final boolean charted;
    private final Release release;
    private final List<Entry> entries = new ArrayList<>();
    private final List<StackAnnotation> annotations = new ArrayList<>(0);

    /** A resource, and the line that added it. */
    record Entry(@Nullable Resource resource, @Nullable Origin origin) {}

    Stack(Builder builder, @Nullable Release asked) {
        builder.sealed = true;
        this.name = builder.name;
        this.chart = builder.chart.build();
        this.charted = builder.charted;
        this.namespace = asked != null && chart.isNamespaceOfRelease() ? asked.namespace() : builder.namespace;
        this.release = asked != null
                ? asked
                : new Release(
                        chart.name(),
                        Objects.requireNonNullElse(namespace, "default"),
                        chart.name(),
                        chart.appVersion());
        this.labels = Collections.unmodifiableSortedMap(new TreeMap<>(builder.labels));
        this.adjustments = List.copyOf(builder.adjustments);
        this.flaws = builder.flaws;
        this.origin = builder.origin;
        this.hardening = builder.hardening;
        this.hardenedAt = builder.hardenedAt;
        this.dependencies = List.copyOf(builder.dependencies);
        this.generated = new GeneratedSecrets(namespace);
    }

    /**
     * Adds a resource, and answers it. A resource belongs to one stack of an app; adding it twice is a finding.
     *
     * @param <R> the resource's own type
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public <R extends Resource> R add(R resource) {
        entries.add(new Entry(resource == null ? null : resource.resource(), line()));
        return resource;
    }

    /**
     * Adds the resources of a component, and answers it.
     *
     * @param <C> the component's own type
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public <C extends Component> C add(C component) {
        if (component == null) {
            entries.add(new Entry(null, line()));
        } else {
            addAll(component.resources(this));
        }
        return component;
    }

    /**
     * Adds resources in their order, and answers them.
     *
     * @param <C> their own type
     */
    public <C extends Collection<? extends Resource>> C addAll(C resources) {
        resources.forEach(this::add);
        return resources;
    }

    /**
     * Asks for a random value in a Secret of this stack's namespace, and names it, for wherever the key of a Secret is taken:
     *
     * <pre>{@code
     * c.env("DB_PASSWORD", shop.generatedSecret("database", "password", 32))
     * }</pre>
     *
     * <p>The value is made when Gantry applies the stack, where the cluster does not have it yet, and stays the same from then
     * on. It is in no manifest, no other output and no log, and the program does not know it. Other ways to apply manifests do
     * not make it. A Secret may have several keys: name it again with another. {@link SecretKey#secret()} is for volumes.
     *
     * @param name of the Secret: a DNS subdomain; the program may not add a Secret of that name
     * @param key at most 253 letters, digits, {@code -}, {@code _} and {@code .}; once for each Secret
     * @param length in characters, from 8 to 1024
     */
    public SecretKey generatedSecret(String name, String key, int length) {
        return generated.add(name, key, length, Origins.here());
    }

    /** The resources that were added so far, in their order. */
    public List<Resource> resources() {
        return entries.stream().map(Entry::resource).filter(Objects::nonNull).toList();
    }

    /**
     * Adds an annotation to every resource that does not have it, also to those that are added later.
     *
     * @param key at most 63 characters, with an optional DNS name and {@code /} before them
     * @param value its value for a resource, asked when all have been added; {@code null} to leave that one without
     */
    public void annotate(String key, Function<Resource, @Nullable String> value) {
        Flaw flaw = value == null ? Flaw.missing() : Flaw.ofSyntax(ValueRule.LABEL, "The key", key, Syntax.LABEL_KEY);
        if (flaw == null) {
            annotations.add(new StackAnnotation(key, value));
        } else {
            flaws.add(flaw);
        }
    }

    /** Only findings show it, and if there are any, the program runs once more with the lines. */
    private static @Nullable Origin line() {
        Run run = Run.current();
        return run == null || run.isTracingLines() ? Origins.here() : null;
    }

    /** The name of the stack. */
    public String name() {
        return name;
    }

    /** The namespace of its resources; {@code null} if it is left to each of them, or to whoever applies them. */
    public @Nullable String namespace() {
        return namespace;
    }

    /**
     * The release that the resources are made for: what a program asks whose names are to follow a Helm release. In other outputs
     * than a chart its name is that of the chart, and its namespace that of the stack, or {@code default}.
     */
    public Release release() {
        return release;
    }

    /**
     * What emitters know of it.
     *
     * @param settings that the program was given
     * @param secrets of all stacks whose values are in files
     */
    StackOutput output(Record settings, List<FileSecret> secrets) {
        List<String> values = chart.values() == null ? List.of() : SettingPath.to(chart.values(), settings);
        List<FileSecret> own = secrets.stream()
                .filter(secret -> secret.manifest().stack().equals(name))
                .toList();
        boolean generates = !generated.all().isEmpty();
        return new StackOutput(name, namespace, origin, chart, charted, values, generates, release, own);
    }

    SortedMap<String, String> labels() {
        return labels;
    }

    List<StackAnnotation> annotations() {
        return Collections.unmodifiableList(annotations);
    }

    List<Adjustment> adjustments() {
        return adjustments;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    @Nullable
    Origin origin() {
        return origin;
    }

    /** What its workloads are brought to; {@code null} if they stay as they are written. */
    @Nullable
    PodSecurityStandard hardening() {
        return hardening;
    }

    /** The line that asked for it. */
    @Nullable
    Origin hardenedAt() {
        return hardenedAt;
    }

    /** The stacks that have to be ready before this one is applied, as its own {@code dependsOn(...)} says. */
    public List<Stack> dependsOn() {
        return dependencies.stream().map(StackDependency::stack).toList();
    }

    List<StackDependency> dependencies() {
        return dependencies;
    }

    GeneratedSecrets generated() {
        return generated;
    }

    StackFacts facts() {
        return new StackFacts(name, origin, hardening, hardenedAt, generated.all());
    }

    List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** The options of a stack. */
    public static final class Builder {

        private final String name;
        private final SortedMap<String, String> labels = new TreeMap<>();
        private final List<Adjustment> adjustments = new ArrayList<>();
        private final List<Flaw> flaws = new ArrayList<>();
        private final List<StackDependency> dependencies = new ArrayList<>(0);
        private final @Nullable Origin origin = Origins.here();
        private @Nullable String namespace;
        private @Nullable PodSecurityStandard hardening;
        private final Chart.Builder chart;
        private boolean charted = true;
        private @Nullable Origin hardenedAt;
        private boolean sealed;

        Builder(@Nullable String name) {
            this.name = name == null ? "" : name;
            this.chart = new Chart.Builder(this.name, flaws);
            check("The stack's name", name, Syntax.DNS_LABEL, ValueRule.NAME);
        }

        /**
         * Sets the namespace of every namespaced resource that does not state one. The namespace itself is made only if a
         * {@code Namespace} is added.
         */
        public Builder namespace(String namespace) {
            if (open()) {
                check("The namespace", namespace, Syntax.DNS_LABEL, ValueRule.NAME);
                this.namespace = namespace;
            }
            return this;
        }

        /** Adds a label to every resource that does not have it; never to selectors or pods. */
        public Builder label(String key, String value) {
            if (open()) {
                check("The label key", key, Syntax.LABEL_KEY, ValueRule.LABEL);
                check("The label value", value, Syntax.LABEL_VALUE, ValueRule.LABEL);
                if (key != null && value != null) {
                    labels.put(key, value);
                }
            }
            return this;
        }

        /**
         * Brings every workload of this stack to a Pod Security Standard, objects that were not made with builders too; what a
         * custom resource makes pods from is only checked. It sets what the standard asks for where the author has written
         * nothing, and never changes what is written: what contradicts it is an error. The summary says what was set.
         *
         * <p>{@link PodSecurityStandard#RESTRICTED} sets {@code runAsNonRoot} and the seccomp profile of the container runtime
         * for the pods, and for every container {@code allowPrivilegeEscalation} to {@code false} and the capabilities to drop
         * to {@code ALL}; for Windows only the first of them. {@link PodSecurityStandard#BASELINE} asks for nothing that has to
         * be set, so it only makes errors of what it forbids. {@link PodSecurityStandard#PRIVILEGED} is as if this was not
         * called.
         *
         * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security Standards</a>
         */
        public Builder harden(PodSecurityStandard standard) {
            if (open()) {
                if (standard == null) {
                    flaws.add(Flaw.missing());
                }
                hardening = standard == PodSecurityStandard.PRIVILEGED ? null : standard;
                hardenedAt = Origins.here();
            }
            return this;
        }

        /**
         * Says that this stack is applied only when others have been, and are ready. Who deploys one stack by itself finds the
         * others in the cluster, or is told that they are missing.
         *
         * @param first another stack of the app
         * @param others more of them
         */
        public Builder dependsOn(Stack first, Stack... others) {
            if (open()) {
                depend(first);
                if (others == null) {
                    flaws.add(Flaw.missing());
                } else {
                    Arrays.asList(others).forEach(this::depend);
                }
            }
            return this;
        }

        /**
         * Says what the Helm chart of this stack is called, and what it says of itself. Other outputs do not show it.
         *
         * @param options its name, versions, maintainers and the like
         */
        public Builder chart(Consumer<Chart.Builder> options) {
            if (open()) {
                if (options == null) {
                    flaws.add(Flaw.missing());
                } else {
                    options.accept(chart);
                }
            }
            return this;
        }

        /**
         * Makes no Helm chart of this stack; other outputs have it. That suits what is about one environment alone, such as the
         * Applications of {@code GitOps.of(...)}.
         */
        public Builder noChart() {
            if (open()) {
                charted = false;
            }
            return this;
        }

        private void depend(@Nullable Stack other) {
            if (other == null) {
                flaws.add(Flaw.missing());
            } else {
                dependencies.add(new StackDependency(other, Origins.here()));
            }
        }

        /**
         * Decides how much findings of one rule weigh for the resources of this stack.
         *
         * @param code the rule's code, such as {@code GTY-CFG-003}
         * @param severity {@link Severity#OFF} to accept them
         * @param reason why; must not be blank
         */
        public Builder finding(String code, Severity severity, String reason) {
            if (open()) {
                adjustments.add(new Adjustment(code, severity, reason, Origins.here()));
            }
            return this;
        }

        private boolean open() {
            if (sealed) {
                flaws.add(new Flaw(
                        ProgramRule.USED_LATER,
                        "The builder of stack \"" + name + "\" was used after its block had ended.",
                        "Make the call inside the block that received the builder."));
            }
            return !sealed;
        }

        private void check(String what, @Nullable String text, Syntax syntax, ValueRule rule) {
            Flaw flaw = Flaw.ofSyntax(rule, what, text, syntax);
            if (flaw != null) {
                flaws.add(flaw);
            }
        }
    }
}
