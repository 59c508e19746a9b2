package dev.gantry;

import dev.gantry.chart.Release;
import dev.gantry.extension.Adjustment;
import dev.gantry.extension.Origins;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Consumer;

/** The whole of what a blueprint makes for one environment: stacks of resources. */
public final class App {

    private final String environment;
    private final SortedMap<String, Release> releases;
    private final List<Stack> stacks = new ArrayList<>();
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>(0);
    private String clusterDomain = "cluster.local";

    App(String environment) {
        this(environment, Collections.emptySortedMap());
    }

    /**
     * An app of releases that are not as usual.
     *
     * @param releases by the names of stacks
     */
    App(String environment, SortedMap<String, Release> releases) {
        this.environment = environment;
        this.releases = releases;
    }

    /** Makes a stack without options. */
    public Stack stack(String name) {
        return stack(name, options -> {});
    }

    /**
     * Makes a stack.
     *
     * @param name a DNS label, unique in the app; also the name of its folder
     * @param options its namespace and labels
     */
    public Stack stack(String name, Consumer<Stack.Builder> options) {
        Stack.Builder builder = new Stack.Builder(name);
        options.accept(builder);
        Stack stack = new Stack(builder, releases.get(Objects.requireNonNullElse(name, "")));
        stacks.add(stack);
        return stack;
    }

    /** The environment that is being made. Prefer settings: what depends on this name cannot become a chart's value. */
    public String environment() {
        return environment;
    }

    /** The DNS domain of the cluster, {@code cluster.local} unless set. */
    public String clusterDomain() {
        return clusterDomain;
    }

    /** Sets the DNS domain of the cluster: a DNS subdomain. */
    public App clusterDomain(String domain) {
        String problem = domain == null ? "is null" : Syntax.DNS_SUBDOMAIN.problem(domain);
        if (problem == null) {
            this.clusterDomain = domain;
        } else {
            findings.add(Finding.of(ValueRule.NAME, "The domain of the cluster \"" + domain + "\" " + problem + ".")
                    .hint(Syntax.DNS_SUBDOMAIN.description())
                    .at(Origins.here()));
        }
        return this;
    }

    /**
     * Decides how much findings of one rule weigh in the whole app.
     *
     * @param code the rule's code, such as {@code GTY-CFG-003}
     * @param severity {@link Severity#OFF} to accept them
     * @param reason why; must not be blank
     */
    public App finding(String code, Severity severity, String reason) {
        adjustments.add(new Adjustment(code, severity, reason, Origins.here()));
        return this;
    }

    /** What is wrong with the app itself. */
    List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    /** The stacks that were made so far, in their order. */
    public List<Stack> stacks() {
        return Collections.unmodifiableList(stacks);
    }

    List<Adjustment> adjustments() {
        return Collections.unmodifiableList(adjustments);
    }
}
