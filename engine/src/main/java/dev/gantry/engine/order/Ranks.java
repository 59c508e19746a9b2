package dev.gantry.engine.order;

import dev.gantry.bundle.ResourceId;

/** The place of a kind in the order of applying, for objects that no bundle ranks: those that the program has no longer. */
public final class Ranks {

    private static final int CUSTOM_RESOURCE = 70;

    private Ranks() {}

    /** A rank as in an index, from 0 to 99; coarser than those of bundles, and in accord with them. */
    public static int of(ResourceId id) {
        return switch (id.group()) {
            case "" -> core(id.kind());
            case "apiextensions.k8s.io" -> 12;
            case "rbac.authorization.k8s.io" -> id.kind().endsWith("Binding") ? 22 : 20;
            case "apps", "batch" -> 44;
            case "autoscaling", "autoscaling.k8s.io" -> 54;
            case "apiregistration.k8s.io" -> 90;
            case "admissionregistration.k8s.io" -> 96;
            case "scheduling.k8s.io", "flowcontrol.apiserver.k8s.io" -> 2;
            case "storage.k8s.io", "node.k8s.io" -> 10;
            case "policy", "discovery.k8s.io", "resource.k8s.io", "snapshot.storage.k8s.io" -> 34;
            case "networking.k8s.io" -> id.kind().startsWith("Ingress") ? 62 : 24;
            case "gateway.networking.k8s.io" -> 62;
            case "networking.istio.io" -> istio(id.kind());
            default -> CUSTOM_RESOURCE;
        };
    }

    private static int core(String kind) {
        return switch (kind) {
            case "Namespace" -> 4;
            case "ResourceQuota", "LimitRange" -> 8;
            case "ServiceAccount" -> 14;
            case "Pod", "ReplicationController" -> 40;
            default -> 34;
        };
    }

    private static int istio(String kind) {
        return switch (kind) {
            case "Gateway", "ServiceEntry", "WorkloadEntry", "WorkloadGroup", "DestinationRule" -> 64;
            default -> 66;
        };
    }
}
