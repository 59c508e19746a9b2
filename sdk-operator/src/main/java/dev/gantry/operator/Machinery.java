package dev.gantry.operator;

import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Discovery;
import dev.gantry.engine.cluster.Time;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.OperatorException;
import io.javaoperatorsdk.operator.RegisteredController;
import io.javaoperatorsdk.operator.api.config.ConfigurationService;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.api.config.ResolvedControllerConfiguration;
import io.javaoperatorsdk.operator.api.config.informer.InformerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerWrappingEventSourceHealthIndicator;
import io.javaoperatorsdk.operator.processing.event.rate.LinearRateLimiter;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Java Operator SDK, set up for one operator: it watches, queues, tries again, adds finalizers and chooses leaders. */
final class Machinery {

    /** Whoever quarrels with the operator over a field must not keep it busy with nothing else. */
    private static final int MOST_A_SECOND = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Machinery.class);

    private final io.javaoperatorsdk.operator.Operator operator;
    private final RegisteredController<?> controller;
    private final List<Finding> notes;
    private volatile boolean started;

    private Machinery(
            io.javaoperatorsdk.operator.Operator operator, RegisteredController<?> controller, List<Finding> notes) {
        this.operator = operator;
        this.controller = controller;
        this.notes = List.copyOf(notes);
    }

    /**
     * Sets it up.
     *
     * @param lost is told why it cannot go on
     * @throws FindingsException if the cluster does not serve the custom resource
     */
    static <R extends CustomResource<?, ?>> Machinery of(
            Class<R> type,
            StackProgram<R> program,
            OperatorOptions<R> options,
            Connections connections,
            Time time,
            Consumer<String> lost) {
        List<Finding> notes = new ArrayList<>();
        List<ApiResource> owned = owned(type, options, connections.cluster().discovery(), notes);
        StatusFields<R> status =
                new StatusFields<>(type, connections.mapper(), servesStatus(type, connections.client()));
        if (status.areDeclared() && !status.exist()) {
            notes.add(statusNotServed(type));
        }
        notes.forEach(note -> LOG.warn("{}: {} {}", note.code(), note.message(), note.hint()));
        Events events = new Events(connections.cluster(), time, options.name(), instance());
        StackReconciler<R> plain = new StackReconciler<>(program, options, connections, owned, events, status, time);
        Reconciler<R> reconciler =
                options.onDelete() == null ? plain : new FinalizingReconciler<>(plain, options.onDelete());
        ConfigurationService service = ConfigurationService.newOverriddenConfigurationService(
                overrider -> configure(overrider, options, connections, lost));
        io.javaoperatorsdk.operator.Operator operator = new io.javaoperatorsdk.operator.Operator(service);
        RegisteredController<R> controller =
                operator.register(reconciler, controller(type, reconciler, options, service));
        return new Machinery(operator, controller, notes);
    }

    private static List<ApiResource> owned(
            Class<?> type, OperatorOptions<?> options, Discovery discovery, List<Finding> notes) {
        String kind = HasMetadata.getKind(type);
        String apiVersion = HasMetadata.getApiVersion(type);
        if (discovery.resource(apiVersion, kind).isEmpty()) {
            throw new FindingsException(Finding.of(
                            OperatorRule.NOT_SERVED, "The cluster does not serve " + kind + " of " + apiVersion + ".")
                    .hint("Apply its CustomResourceDefinition before the operator starts."));
        }
        List<ApiResource> owned = new ArrayList<>();
        for (dev.gantry.access.ApiResource named : new LinkedHashSet<>(options.owned())) {
            Optional<ApiResource> served = discovery.all().stream()
                    .filter(each -> OperatorOptions.isSame(named, each))
                    .findFirst();
            served.ifPresentOrElse(owned::add, () -> notes.add(notServed(named)));
        }
        return owned;
    }

    private static Finding notServed(dev.gantry.access.ApiResource named) {
        return Finding.of(OperatorRule.OWNED_NOT_SERVED, "The cluster does not serve " + named + ".")
                .hint("Nothing of this kind can be made until it does, and the operator is started again.");
    }

    /** What a cluster cannot say at the moment, it is taken to serve. */
    private static boolean servesStatus(Class<?> type, KubernetesClient client) {
        String status = HasMetadata.getPlural(type) + "/status";
        try {
            APIResourceList served = client.getApiResources(HasMetadata.getApiVersion(type));
            return served == null
                    || served.getResources().stream()
                            .anyMatch(each -> each.getName().equals(status));
        } catch (KubernetesClientException e) {
            return true;
        }
    }

    private static Finding statusNotServed(Class<?> type) {
        return Finding.of(
                        OperatorRule.STATUS_NOT_SERVED,
                        "The definition of " + HasMetadata.getFullResourceName(type)
                                + " has no status subresource, so that the status cannot be written.")
                .hint(
                        "Add subresources: {status: {}} to its version, and start the operator again. Until then events tell what"
                                + " becomes of each custom resource.");
    }

    private static void configure(
            ConfigurationServiceOverrider overrider,
            OperatorOptions<?> options,
            Connections connections,
            Consumer<String> lost) {
        overrider
                .withKubernetesClient(connections.client())
                .withCloseClientOnStop(false)
                .withConcurrentReconciliationThreads(options.parallel())
                .withMetrics(options.metrics())
                .withReconciliationTerminationTimeout(options.grace())
                .withInformerStoppedHandler((informer, failure) -> {
                    if (failure != null) {
                        lost.accept("A watch has ended: " + FailureText.of(failure));
                    }
                });
        if (options.lease() != null) {
            LeaderElectionConfigurationBuilder election =
                    LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(options.lease())
                            .withIdentity(instance())
                            .withLeaseDuration(options.leaseDuration())
                            .withRenewDeadline(
                                    options.leaseDuration().multipliedBy(2).dividedBy(3))
                            .withRetryPeriod(options.leaseDuration().dividedBy(7))
                            .withExitOnStopLeading(false)
                            .withLeaderCallbacks(new LeaderCallbacks(
                                    () -> LOG.info("This copy of {} leads.", options.name()),
                                    () -> lost.accept("The leadership of " + options.name() + " is lost"),
                                    leader -> {}));
            if (options.leaseNamespace() != null) {
                election.withLeaseNamespace(options.leaseNamespace());
            }
            overrider.withLeaderElectionConfiguration(election.build());
        }
    }

    private static <R extends CustomResource<?, ?>> ControllerConfiguration<R> controller(
            Class<R> type, Reconciler<R> reconciler, OperatorOptions<R> options, ConfigurationService service) {
        InformerConfiguration<R>.Builder informer = InformerConfiguration.builder(type);
        if (options.namespaces().isEmpty()) {
            informer.withWatchAllNamespaces();
        } else {
            informer.withNamespaces(options.namespaces());
        }
        informer.withLabelSelector(options.selector()).withOnUpdateFilter(Machinery::isOfInterest);
        GenericRetry retry = new GenericRetry()
                .setInitialInterval(options.firstRetry())
                .setIntervalMultiplier(2)
                .setMaxInterval(options.longestRetry().toMillis())
                .withoutMaxAttempts();
        return new ResolvedControllerConfiguration<>(
                options.name(),
                false,
                reconciler.getClass().getName(),
                retry,
                new LinearRateLimiter(Duration.ofSeconds(1), MOST_A_SECOND),
                null,
                null,
                Map.of(),
                dev.gantry.engine.release.FieldManager.OPERATOR,
                service,
                informer.buildForController(),
                false,
                null);
    }

    /** Whatever the operator says of it in the status is no news to itself. */
    private static boolean isOfInterest(HasMetadata now, HasMetadata before) {
        var one = now.getMetadata();
        var other = before.getMetadata();
        return !Objects.equals(one.getGeneration(), other.getGeneration())
                || !Objects.equals(one.getLabels(), other.getLabels())
                || !Objects.equals(one.getAnnotations(), other.getAnnotations())
                || !Objects.equals(one.getFinalizers(), other.getFinalizers())
                || !Objects.equals(one.getDeletionTimestamp(), other.getDeletionTimestamp());
    }

    /** The name of the pod, which is that of the host; elsewhere something that no other copy has. */
    private static String instance() {
        String host = System.getenv("HOSTNAME");
        return host == null || host.isBlank() ? UUID.randomUUID().toString() : host;
    }

    /** What has begun to start has to have started before it can be stopped. */
    synchronized void start() {
        try {
            operator.start();
            started = true;
        } catch (OperatorException failure) {
            throw new FindingsException(
                    Finding.of(OperatorRule.STOPPED, "The operator cannot begin to watch: " + FailureText.of(failure))
                            .hint("Look whether it may list and watch all that it owns, and reach the cluster."));
        }
    }

    List<Finding> notes() {
        return notes;
    }

    synchronized void stop() {
        started = false;
        operator.stop();
    }

    /**
     * Whether all is read, and it works. Whether each watch has told anything yet does not matter, which the health of an informer
     * depends on: a server may have nothing to tell for minutes after a watch was opened, and watches are opened again and again.
     */
    boolean isWatching() {
        return started && indicators().allMatch(informer -> informer.isRunning() && informer.hasSynced());
    }

    private Stream<InformerHealthIndicator> indicators() {
        Stream.Builder<InformerHealthIndicator> all = Stream.builder();
        for (InformerWrappingEventSourceHealthIndicator<?> source : controller
                .getControllerHealthInfo()
                .informerEventSourceHealthIndicators()
                .values()) {
            source.informerHealthIndicators().values().forEach(all::add);
        }
        return all.build();
    }
}
