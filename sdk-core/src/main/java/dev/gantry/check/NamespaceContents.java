package dev.gantry.check;

import java.util.List;

/**
 * What a namespace has that is limited, and what limits it.
 *
 * @param ranges its LimitRanges
 * @param quotas its ResourceQuotas
 * @param workloads what makes pods in it
 * @param claims its claims of storage
 */
record NamespaceContents(
        List<Manifest> ranges, List<Manifest> quotas, List<Workload> workloads, List<Manifest> claims) {}
