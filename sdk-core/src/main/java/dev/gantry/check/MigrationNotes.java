package dev.gantry.check;

/** What to mind where an object moves to a newer version of its API. */
final class MigrationNotes {

    private MigrationNotes() {}

    /** A sentence; empty if no field has another name or meaning. */
    static String between(String apiVersion, String kind) {
        return switch (kind) {
            case "Deployment", "DaemonSet", "ReplicaSet", "StatefulSet" ->
                "spec.selector is required, and cannot change.";
            case "Ingress" ->
                "spec.backend is spec.defaultBackend, serviceName and servicePort are service.name and service.port, and"
                        + " pathType is required.";
            case "CustomResourceDefinition" ->
                "spec.version, validation, subresources and additionalPrinterColumns are in spec.versions, and each"
                        + " version needs a schema.";
            case "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration" ->
                "sideEffects and admissionReviewVersions are required, and failurePolicy is Fail unless set.";
            case "HorizontalPodAutoscaler" ->
                apiVersion.equals("autoscaling/v2beta1")
                        ? "targets are in metrics[*].*.target, with averageUtilization, averageValue or value."
                        : "";
            case "PodDisruptionBudget" -> "an empty selector takes all pods of the namespace, where it took none.";
            case "CertificateSigningRequest" -> "spec.signerName and spec.usages are required.";
            case "EndpointSlice" -> "topology is nodeName and zone.";
            case "FlowSchema", "PriorityLevelConfiguration" ->
                apiVersion.endsWith("v1beta3")
                        ? "0 is a value of nominalConcurrencyShares, and 30 is the default."
                        : "assuredConcurrencyShares is nominalConcurrencyShares.";
            case "Event" -> "involvedObject is regarding, and action, reason and reportingController are required.";
            case "Endpoints" -> "Let a Service with a selector make them, or use discovery.k8s.io/v1 EndpointSlice.";
            case "PodSecurityPolicy" ->
                "Call podSecurity(standard) on the Namespace: the Pod Security Standards took its place.";
            case "ComponentStatus" -> "Ask the components' own health endpoints.";
            default -> "";
        };
    }
}
