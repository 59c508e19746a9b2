package dev.gantry.operator;

import dev.gantry.Stack;
import dev.gantry.access.ApiResource;
import dev.gantry.finding.Finding;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an operator works, as its builder was told.
 *
 * @param name in labels and leases
 * @param owned the kinds that it makes
 * @param kept when objects of which kinds stay
 * @param namespaces where it looks for custom resources; empty for everywhere
 * @param selector which custom resources it looks after; {@code null} for all
 * @param resync after how long it looks again although nothing has changed
 * @param firstRetry how long it waits before the second try
 * @param longestRetry how long it waits at most
 * @param parallel how many custom resources at once
 * @param grace how long what is being done may take when it is stopped
 * @param lease of the leader; {@code null} if there is one copy only
 * @param leaseNamespace {@code null} for that of the pod
 * @param leaseDuration how long a leader may be silent
 * @param onDelete what is done before a custom resource goes; {@code null} if nothing
 * @param port of its pages; {@code null} for none
 * @param metrics where they go
 * @param metricsPage how they are shown; {@code null} if not by the operator
 * @param stack options of every stack
 * @param kubeconfig {@code null} for the usual places
 * @param context {@code null} for the current one
 * @param findings what is wrong with these options
 */
record OperatorOptions<R>(
        String name,
        List<ApiResource> owned,
        List<Kept<R>> kept,
        SortedSet<String> namespaces,
        @Nullable String selector,
        Duration resync,
        Duration firstRetry,
        Duration longestRetry,
        int parallel,
        Duration grace,
        @Nullable String lease,
        @Nullable String leaseNamespace,
        Duration leaseDuration,
        @Nullable Consumer<? super R> onDelete,
        @Nullable Integer port,
        Metrics metrics,
        @Nullable Supplier<String> metricsPage,
        List<Consumer<? super Stack.Builder>> stack,
        @Nullable Path kubeconfig,
        @Nullable String context,
        List<Finding> findings) {

    OperatorOptions {
        owned = List.copyOf(owned);
        kept = List.copyOf(kept);
        stack = List.copyOf(stack);
        findings = List.copyOf(findings);
    }

    /** Objects of these kinds stay as long as something holds for the custom resource. */
    record Kept<R>(Predicate<? super R> condition, List<ApiResource> kinds) {

        Kept {
            kinds = List.copyOf(kinds);
        }
    }

    /** Whether objects of a kind stay when a custom resource no longer asks for them, or is deleted. */
    boolean keeps(R resource, dev.gantry.engine.cluster.ApiResource kind) {
        return kept.stream()
                .filter(each -> each.kinds().stream().anyMatch(one -> isSame(one, kind)))
                .anyMatch(each -> each.condition().test(resource));
    }

    /** Whether a role and a server mean the same kind. */
    static boolean isSame(ApiResource named, dev.gantry.engine.cluster.ApiResource served) {
        return named.group().equals(served.group()) && named.resource().equals(served.plural());
    }

    Optional<Integer> pages() {
        return Optional.ofNullable(port);
    }
}
