package dev.gantry.istio;

import dev.gantry.cluster.Namespace;
import dev.gantry.workload.PodTemplateBuilder;

/**
 * Which pods get a proxy of the mesh, said with labels on namespaces and pods:
 *
 * <pre>{@code
 * Namespace.of("shop", Injection::enable)
 * Namespace.of("shop", n -> Injection.revision(n, "stable").podSecurity(RESTRICTED))
 * CronJob.of("report", schedule, NEVER, j -> Injection.disable(j).container("report", image, c -> {}))
 * }</pre>
 *
 * @see <a href="https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/">Installing the sidecar</a>
 */
public final class Injection {

    private static final String NAMESPACE = "istio-injection";
    private static final String POD = "sidecar.istio.io/inject";
    private static final String REVISION = "istio.io/rev";
    private static final String DATAPLANE_MODE = "istio.io/dataplane-mode";

    private Injection() {}

    /** Gives the pods of a namespace a sidecar: sets the label {@code istio-injection} to {@code enabled}. */
    public static Namespace.Builder enable(Namespace.Builder namespace) {
        return namespace.label(NAMESPACE, "enabled");
    }

    /** Gives the pods of a namespace no sidecar, whatever they ask for: sets the label {@code istio-injection} to {@code disabled}. */
    public static Namespace.Builder disable(Namespace.Builder namespace) {
        return namespace.label(NAMESPACE, "disabled");
    }

    /**
     * Gives the pods of a namespace a sidecar of one revision of the control plane: sets the label {@code istio.io/rev}. The
     * label {@code istio-injection} would win over it.
     *
     * @param revision a revision such as {@code 1-27-1}, or a tag such as {@code stable}
     * @see <a href="https://istio.io/latest/docs/setup/upgrade/canary/">Canary upgrades</a>
     */
    public static Namespace.Builder revision(Namespace.Builder namespace, String revision) {
        return namespace.label(REVISION, revision);
    }

    /**
     * Takes the pods of a namespace into the mesh without sidecars: sets the label {@code istio.io/dataplane-mode} to {@code
     * ambient}.
     *
     * @see <a href="https://istio.io/latest/docs/ambient/usage/add-workloads/">Add workloads to the mesh</a>
     */
    public static Namespace.Builder ambient(Namespace.Builder namespace) {
        return namespace.label(DATAPLANE_MODE, "ambient");
    }

    /**
     * Gives the pods of a workload a sidecar: sets the label {@code sidecar.istio.io/inject} to {@code true}.
     *
     * @param <B> the builder's own type
     */
    public static <B extends PodTemplateBuilder<B>> B enable(PodTemplateBuilder<B> workload) {
        return workload.podLabel(POD, "true");
    }

    /**
     * Gives the pods of a workload no sidecar: sets the label {@code sidecar.istio.io/inject} to {@code false}.
     *
     * @param <B> the builder's own type
     */
    public static <B extends PodTemplateBuilder<B>> B disable(PodTemplateBuilder<B> workload) {
        return workload.podLabel(POD, "false");
    }

    /**
     * Gives the pods of a workload a sidecar of one revision of the control plane: sets the label {@code istio.io/rev}.
     *
     * @param <B> the builder's own type
     * @param revision a revision such as {@code 1-27-1}, or a tag such as {@code stable}
     */
    public static <B extends PodTemplateBuilder<B>> B revision(PodTemplateBuilder<B> workload, String revision) {
        return workload.podLabel(REVISION, revision);
    }
}
