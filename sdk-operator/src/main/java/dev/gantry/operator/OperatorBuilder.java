package dev.gantry.operator;

import dev.gantry.Stack;
import dev.gantry.access.ApiResource;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Origins;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The options of an {@link Operator}. Nothing throws here: what is wrong is told when the operator starts.
 *
 * @param <R> the class of the custom resource
 */
public final class OperatorBuilder<R extends CustomResource<?, ?>> {

    private static final int MOST_PARALLEL = 200;

    private final Class<R> type;
    private final @Nullable Origin origin = Origins.here();
    private final List<ApiResource> owned = new ArrayList<>();
    private final List<OperatorOptions.Kept<R>> kept = new ArrayList<>();
    private final SortedSet<String> namespaces = new TreeSet<>();
    private final List<Consumer<? super Stack.Builder>> stack = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private String name;
    private @Nullable String selector;
    private Duration resync = Duration.ofMinutes(5);
    private Duration firstRetry = Duration.ofSeconds(1);
    private Duration longestRetry = Duration.ofMinutes(1);
    private int parallel = 16;
    private Duration grace = Duration.ofSeconds(20);
    private @Nullable String lease;
    private @Nullable String leaseNamespace;
    private Duration leaseDuration = Duration.ofSeconds(15);
    private @Nullable Consumer<? super R> onDelete;
    private @Nullable Integer port;
    private Metrics metrics = Metrics.NOOP;
    private @Nullable Supplier<String> metricsPage;
    private @Nullable Path kubeconfig;
    private @Nullable String context;

    OperatorBuilder(@Nullable Class<R> type) {
        this.type = java.util.Objects.requireNonNull(type, "the class of the custom resource");
        String singular = HasMetadata.getSingular(type);
        this.name = singular + "-operator";
        if (!Modifier.isPublic(type.getModifiers())
                || Arrays.stream(type.getConstructors()).noneMatch(each -> each.getParameterCount() == 0)) {
            report(Finding.of(OperatorRule.CLASS, type.getName() + " cannot be made by others.")
                    .hint("Make it public, with a public constructor without parameters or without any constructor."));
        }
        if (HasMetadata.getGroup(type) == null || HasMetadata.getVersion(type) == null) {
            report(Finding.of(
                            OperatorRule.CLASS, type.getName() + " does not say of which API group and version it is.")
                    .hint("Annotate it with @Group and @Version of io.fabric8.kubernetes.model.annotation."));
        }
    }

    /**
     * Names the kinds that the program makes. They are watched, so that a change by somebody else is corrected at once, and that what is no
     * longer asked for is found; an object of another kind is refused. Watching Secrets means to be allowed to read all of them in the
     * namespaces of the custom resources.
     *
     * @param kinds at least one in all, such as {@link ApiResource#DEPLOYMENTS}; {@link ApiResource#custom} for others. A kind that is no
     *     longer made has to stay here until no object of it is left
     */
    public OperatorBuilder<R> owns(ApiResource... kinds) {
        owned.addAll(list(kinds));
        return this;
    }

    /**
     * Keeps objects of these kinds, such as those that hold data: as long as the condition holds for a custom resource, they stay when it no
     * longer asks for them, and when it is deleted. A custom resource of the same name finds them again.
     *
     * <p>An object with the annotation {@code gantry.dev/prune: keep} stays in any case.
     *
     * @param condition asked each time
     * @param kinds kinds that the operator owns
     */
    public OperatorBuilder<R> keeps(Predicate<? super R> condition, ApiResource... kinds) {
        if (given(condition)) {
            kept.add(new OperatorOptions.Kept<>(condition, list(kinds)));
        }
        return this;
    }

    /**
     * Sets the name of the operator, by which its objects are labelled: {@code <singular of the kind>-operator} unless set. Whoever changes it
     * leaves the objects behind that are there.
     *
     * @param name a DNS label
     */
    public OperatorBuilder<R> name(String name) {
        if (check(Flaw.ofSyntax(ValueRule.NAME, "The operator's name", name, Syntax.DNS_LABEL))) {
            this.name = name;
        }
        return this;
    }

    /** Looks for custom resources in these namespaces only; in all of them unless set. */
    public OperatorBuilder<R> namespaces(String... names) {
        if (given(names)) {
            for (String each : names) {
                if (check(Flaw.ofSyntax(ValueRule.NAME, "The namespace", each, Syntax.DNS_LABEL))) {
                    namespaces.add(each);
                }
            }
        }
        return this;
    }

    /**
     * Looks after custom resources with these labels only, such as those of one of several operators of the kind.
     *
     * @param labels in the API's syntax, such as {@code tier in (web, api),!legacy}
     * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#api">Label selectors</a>
     */
    public OperatorBuilder<R> selector(String labels) {
        if (given(labels)) {
            selector = labels;
        }
        return this;
    }

    /**
     * Says what holds for every stack, such as labels and hardening.
     *
     * @param options as for a stack of a program; name and namespace are those of the custom resource
     */
    public OperatorBuilder<R> stack(Consumer<? super Stack.Builder> options) {
        if (given(options)) {
            stack.add(options);
        }
        return this;
    }

    /**
     * Looks at each custom resource again when nothing has changed for so long: 5 minutes unless set.
     *
     * @param interval from one second
     */
    public OperatorBuilder<R> resync(Duration interval) {
        if (given(interval)) {
            if (interval.toSeconds() < 1) {
                report(Finding.of(ValueRule.DURATION, "A resync every " + interval + " is not possible.")
                        .hint("Give a second or more."));
            } else {
                resync = interval;
            }
        }
        return this;
    }

    /**
     * Sets how long it takes until something that failed, or is not ready, is looked at again: more and more from the first to the longest
     * time; from 1 second to 1 minute unless set. A change is looked at without that.
     *
     * @param first from a millisecond
     * @param longest at least as long
     */
    public OperatorBuilder<R> retry(Duration first, Duration longest) {
        if (given(first) && given(longest)) {
            if (first.toMillis() < 1 || longest.compareTo(first) < 0) {
                report(Finding.of(ValueRule.DURATION, "Retries from " + first + " to " + longest + " are not possible.")
                        .hint("Give a first time of at least a millisecond, and a longest one that is not shorter."));
            } else {
                firstRetry = first;
                longestRetry = longest;
            }
        }
        return this;
    }

    /**
     * Sets how many custom resources are worked on at once, and how many requests are made at once: 16 unless set.
     *
     * @param number from 1 to 200
     */
    public OperatorBuilder<R> parallel(int number) {
        if (number < 1 || number > MOST_PARALLEL) {
            report(Finding.of(ValueRule.RANGE, "To work on " + number + " custom resources at once is not possible.")
                    .hint("Give a number from 1 to " + MOST_PARALLEL + "."));
        } else {
            parallel = number;
        }
        return this;
    }

    /**
     * Sets how long what is being done may take when the operator is stopped: 20 seconds unless set, which should be less than the grace
     * period of its pod.
     */
    public OperatorBuilder<R> grace(Duration time) {
        if (given(time)) {
            if (time.isNegative()) {
                report(Finding.of(ValueRule.DURATION, "A grace of " + time + " is not possible.")
                        .hint("Give zero or more."));
            } else {
                grace = time;
            }
        }
        return this;
    }

    /**
     * Lets the copies of the operator choose a leader, who works, in the namespace of its pod.
     *
     * @param lease the name of a Lease: a DNS subdomain
     */
    public OperatorBuilder<R> leaderElection(String lease) {
        if (check(Flaw.ofSyntax(ValueRule.NAME, "The name of the Lease", lease, Syntax.DNS_SUBDOMAIN))) {
            this.lease = lease;
        }
        return this;
    }

    /**
     * Lets the copies of the operator choose a leader, who works.
     *
     * @param lease the name of a Lease: a DNS subdomain
     * @param namespace where it is
     */
    public OperatorBuilder<R> leaderElection(String lease, String namespace) {
        if (check(Flaw.ofSyntax(ValueRule.NAME, "The namespace of the Lease", namespace, Syntax.DNS_LABEL))) {
            leaseNamespace = namespace;
        }
        return leaderElection(lease);
    }

    /** How long a leader may be silent; for tests, which cannot wait. */
    OperatorBuilder<R> leaseDuration(Duration time) {
        leaseDuration = time;
        return this;
    }

    /**
     * Does something before a custom resource goes, such as to delete what it has outside of the cluster. A finalizer keeps it until this has come
     * to its end without an exception; after one, it is tried again. It waits as long as its class cannot hold what the custom resource says.
     */
    public OperatorBuilder<R> onDelete(Consumer<? super R> action) {
        if (given(action)) {
            onDelete = action;
        }
        return this;
    }

    /**
     * Serves pages for probes: {@code /healthz} is good unless the operator cannot go on, {@code /readyz} as soon as all is read,
     * until it stops; a watch that is being opened again does not count.
     *
     * @param number of the port, from 1 to 65535; 0 for any that is free
     */
    public OperatorBuilder<R> health(int number) {
        if (number < 0 || number > 65_535) {
            report(Finding.of(ValueRule.PORT, "There is no port " + number + ".")
                    .hint("Give one from 1 to 65535."));
        } else {
            port = number;
        }
        return this;
    }

    /**
     * Counts and times what the operator does, by Micrometer.
     *
     * @param registry of your program, which has {@code io.javaoperatorsdk:micrometer-support} as a dependency
     */
    public OperatorBuilder<R> metrics(MeterRegistry registry) {
        if (given(registry)) {
            metrics = Meters.of(registry);
        }
        return this;
    }

    /**
     * Counts and times what the operator does, by Micrometer, and serves it as {@code /metrics} besides the pages for probes.
     *
     * @param registry of your program, which has {@code io.javaoperatorsdk:micrometer-support} as a dependency
     * @param page the metrics as text, such as {@code registry::scrape}
     */
    public OperatorBuilder<R> metrics(MeterRegistry registry, Supplier<String> page) {
        if (given(page)) {
            metricsPage = page;
        }
        return metrics(registry);
    }

    /** Takes the cluster of this file, and not of the usual places: {@code KUBECONFIG}, {@code ~/.kube/config}, or the pod's own. */
    public OperatorBuilder<R> kubeconfig(Path file) {
        if (given(file)) {
            kubeconfig = file;
        }
        return this;
    }

    /** Takes this context of the kubeconfig, and not the current one. */
    public OperatorBuilder<R> context(String name) {
        if (given(name)) {
            context = name;
        }
        return this;
    }

    OperatorOptions<R> build(@Nullable Object program) {
        given(program);
        if (owned.isEmpty()) {
            report(Finding.of(OperatorRule.OWNS_NOTHING, "The operator of " + type.getSimpleName() + " owns no kind.")
                    .hint("Name what its program makes, such as owns(ApiResource.DEPLOYMENTS, ApiResource.SERVICES)."));
        }
        return new OperatorOptions<>(
                name,
                owned,
                kept,
                namespaces,
                selector,
                resync,
                firstRetry,
                longestRetry,
                parallel,
                grace,
                lease,
                leaseNamespace,
                leaseDuration,
                onDelete,
                port,
                metrics,
                metricsPage,
                stack,
                kubeconfig,
                context,
                findings);
    }

    private List<ApiResource> list(ApiResource @Nullable [] kinds) {
        List<ApiResource> list = new ArrayList<>();
        if (given(kinds)) {
            Arrays.stream(kinds).filter(this::given).forEach(list::add);
        }
        return list;
    }

    private boolean given(@Nullable Object value) {
        return check(value == null ? Flaw.missing() : null);
    }

    private boolean check(@Nullable Flaw flaw) {
        if (flaw != null) {
            report(Finding.of(flaw.rule(), flaw.message()).hint(flaw.hint()));
        }
        return flaw == null;
    }

    private void report(Finding finding) {
        Origin line = Origins.here();
        findings.add(finding.at(line != null ? line : origin));
    }
}
