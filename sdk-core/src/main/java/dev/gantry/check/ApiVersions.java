package dev.gantry.check;

import dev.gantry.extension.ApiTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Since when and until when Kubernetes serves which kind in which version of its own APIs.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/deprecation-guide/">Deprecated APIs</a>
 */
final class ApiVersions {

    /** A minor version that never comes. */
    static final int NEVER = Integer.MAX_VALUE;

    /** The apiVersion; the minor versions that introduce, deprecate and remove it; and the kinds that this holds for. */
    private static final String TABLE = """
            admissionregistration.k8s.io/v1 16 - - MutatingWebhookConfiguration ValidatingWebhookConfiguration
            admissionregistration.k8s.io/v1 30 - - ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding
            admissionregistration.k8s.io/v1 36 - - MutatingAdmissionPolicy MutatingAdmissionPolicyBinding
            admissionregistration.k8s.io/v1alpha1 26 29 32 ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding
            admissionregistration.k8s.io/v1alpha1 32 35 38 MutatingAdmissionPolicy MutatingAdmissionPolicyBinding
            admissionregistration.k8s.io/v1beta1 9 16 22 MutatingWebhookConfiguration ValidatingWebhookConfiguration
            admissionregistration.k8s.io/v1beta1 28 31 34 ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding
            admissionregistration.k8s.io/v1beta1 34 37 40 MutatingAdmissionPolicy MutatingAdmissionPolicyBinding
            apiextensions.k8s.io/v1 16 - - CustomResourceDefinition
            apiextensions.k8s.io/v1beta1 7 16 22 CustomResourceDefinition
            apiregistration.k8s.io/v1 10 - - APIService
            apiregistration.k8s.io/v1beta1 7 19 22 APIService
            apps/v1 9 - - ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet
            apps/v1beta1 5 8 16 StatefulSet
            apps/v1beta1 6 8 16 Deployment
            apps/v1beta1 7 8 16 ControllerRevision
            apps/v1beta2 8 9 16 ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet
            autoscaling/v1 2 - - HorizontalPodAutoscaler
            autoscaling/v2 23 - - HorizontalPodAutoscaler
            autoscaling/v2beta1 8 22 25 HorizontalPodAutoscaler
            autoscaling/v2beta2 12 23 26 HorizontalPodAutoscaler
            batch/v1 2 - - Job
            batch/v1 21 - - CronJob
            batch/v1beta1 8 21 25 CronJob
            batch/v2alpha1 5 8 21 CronJob
            certificates.k8s.io/v1 19 - - CertificateSigningRequest
            certificates.k8s.io/v1 37 - - ClusterTrustBundle PodCertificateRequest
            certificates.k8s.io/v1alpha1 26 34 37 ClusterTrustBundle
            certificates.k8s.io/v1beta1 12 19 22 CertificateSigningRequest
            certificates.k8s.io/v1beta1 33 37 40 ClusterTrustBundle
            certificates.k8s.io/v1beta1 35 37 40 PodCertificateRequest
            coordination.k8s.io/v1 14 - - Lease
            coordination.k8s.io/v1alpha2 32 35 38 LeaseCandidate
            coordination.k8s.io/v1beta1 12 19 22 Lease
            coordination.k8s.io/v1beta1 33 36 39 LeaseCandidate
            discovery.k8s.io/v1 21 - - EndpointSlice
            discovery.k8s.io/v1beta1 16 21 25 EndpointSlice
            events.k8s.io/v1 19 - - Event
            events.k8s.io/v1beta1 8 22 25 Event
            extensions/v1beta1 1 8 16 DaemonSet Deployment
            extensions/v1beta1 1 14 22 Ingress
            extensions/v1beta1 2 8 16 ReplicaSet
            extensions/v1beta1 2 11 16 PodSecurityPolicy
            extensions/v1beta1 3 9 16 NetworkPolicy
            flowcontrol.apiserver.k8s.io/v1 29 - - FlowSchema PriorityLevelConfiguration
            flowcontrol.apiserver.k8s.io/v1beta1 20 23 26 FlowSchema PriorityLevelConfiguration
            flowcontrol.apiserver.k8s.io/v1beta2 23 26 29 FlowSchema PriorityLevelConfiguration
            flowcontrol.apiserver.k8s.io/v1beta3 26 29 32 FlowSchema PriorityLevelConfiguration
            networking.k8s.io/v1 7 - - NetworkPolicy
            networking.k8s.io/v1 19 - - Ingress IngressClass
            networking.k8s.io/v1 33 - - IPAddress ServiceCIDR
            networking.k8s.io/v1beta1 14 19 22 Ingress
            networking.k8s.io/v1beta1 18 19 22 IngressClass
            networking.k8s.io/v1beta1 31 34 37 IPAddress ServiceCIDR
            node.k8s.io/v1 20 - - RuntimeClass
            node.k8s.io/v1beta1 13 22 25 RuntimeClass
            policy/v1 21 - - PodDisruptionBudget
            policy/v1beta1 5 21 25 PodDisruptionBudget
            policy/v1beta1 10 21 25 PodSecurityPolicy
            rbac.authorization.k8s.io/v1 8 - - ClusterRole ClusterRoleBinding Role RoleBinding
            rbac.authorization.k8s.io/v1beta1 6 17 22 ClusterRole ClusterRoleBinding Role RoleBinding
            resource.k8s.io/v1 34 - - DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice
            resource.k8s.io/v1 37 - - DeviceTaintRule
            resource.k8s.io/v1alpha3 33 36 39 DeviceTaintRule
            resource.k8s.io/v1beta1 32 35 38 DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice
            resource.k8s.io/v1beta2 33 36 39 DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice
            resource.k8s.io/v1beta2 36 39 42 DeviceTaintRule
            scheduling.k8s.io/v1 14 - - PriorityClass
            scheduling.k8s.io/v1beta1 11 14 22 PriorityClass
            scheduling.k8s.io/v1beta1 37 40 43 PodGroup Workload
            storage.k8s.io/v1 6 - - StorageClass
            storage.k8s.io/v1 13 - - VolumeAttachment
            storage.k8s.io/v1 17 - - CSINode
            storage.k8s.io/v1 18 - - CSIDriver
            storage.k8s.io/v1 24 - - CSIStorageCapacity
            storage.k8s.io/v1 34 - - VolumeAttributesClass
            storage.k8s.io/v1alpha1 9 21 24 VolumeAttachment
            storage.k8s.io/v1alpha1 19 21 24 CSIStorageCapacity
            storage.k8s.io/v1alpha1 29 32 35 VolumeAttributesClass
            storage.k8s.io/v1beta1 4 19 22 StorageClass
            storage.k8s.io/v1beta1 10 19 22 VolumeAttachment
            storage.k8s.io/v1beta1 14 19 22 CSIDriver
            storage.k8s.io/v1beta1 14 17 22 CSINode
            storage.k8s.io/v1beta1 21 24 27 CSIStorageCapacity
            storage.k8s.io/v1beta1 31 34 37 VolumeAttributesClass
            storagemigration.k8s.io/v1 37 - - StorageVersionMigration
            storagemigration.k8s.io/v1beta1 35 37 40 StorageVersionMigration
            v1 0 33 - Endpoints
            v1 0 - - Event LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod PodTemplate
            v1 0 - - ReplicationController ResourceQuota Secret Service ServiceAccount
            v1 0 19 - ComponentStatus
            v1 2 - - ConfigMap
            """;

    private static final Map<String, Row> ROWS = new HashMap<>(256);
    private static final Set<String> GROUPS = new HashSet<>();

    static {
        for (String line : TABLE.strip().split("\n", -1)) {
            read(line);
        }
    }

    /** One kind in one version; the next one has the same name in another version or group. */
    record Row(
            String apiVersion,
            int introduced,
            int deprecated,
            int removed,
            @Nullable Row next) {

        boolean isAbsentIn(KubernetesVersion version) {
            return version.minor() < introduced;
        }

        boolean isDeprecatedIn(KubernetesVersion version) {
            return version.minor() >= deprecated;
        }

        boolean isRemovedIn(KubernetesVersion version) {
            return version.minor() >= removed;
        }

        private boolean isCurrentIn(KubernetesVersion version) {
            return !isAbsentIn(version) && !isDeprecatedIn(version);
        }

        private boolean isStable() {
            return apiVersion.indexOf("alpha") < 0 && apiVersion.indexOf("beta") < 0;
        }
    }

    private ApiVersions() {}

    /** The groups and kinds, for whoever compares this table with others. */
    static Map<String, Set<String>> kinds() {
        Map<String, Set<String>> kinds = new TreeMap<>();
        ROWS.forEach((kind, first) -> {
            for (Row row = first; row != null; row = row.next()) {
                kinds.computeIfAbsent(ApiTable.group(row.apiVersion()), x -> new TreeSet<>())
                        .add(kind);
            }
        });
        return kinds;
    }

    /** The newest minor version of which the table knows what it brings. */
    static int newest() {
        int newest = 0;
        for (Row first : ROWS.values()) {
            for (Row row = first; row != null; row = row.next()) {
                newest = Math.max(newest, row.introduced());
            }
        }
        return newest;
    }

    /** What is known of a kind in a version; {@code null} if it is none of Kubernetes' own, or never was in that version. */
    static @Nullable Row of(String apiVersion, String kind) {
        for (Row row = ROWS.get(kind); row != null; row = row.next()) {
            if (row.apiVersion().equals(apiVersion)) {
                return row;
            }
        }
        return null;
    }

    /**
     * Whether a kind of Kubernetes' own is named with a group of Kubernetes' own that never had it in that version. Versions
     * that are alpha come and go unseen.
     */
    static boolean isMisplaced(String apiVersion, String kind) {
        return ROWS.containsKey(kind) && GROUPS.contains(ApiTable.group(apiVersion)) && !apiVersion.contains("alpha");
    }

    /** The best version of a kind that a cluster serves and does not call deprecated; of the same group if it has one. */
    static @Nullable Row replacement(String apiVersion, String kind, KubernetesVersion target) {
        String group = ApiTable.group(apiVersion);
        Row best = null;
        for (Row row = ROWS.get(kind); row != null; row = row.next()) {
            if (row.isCurrentIn(target) && !row.apiVersion().equals(apiVersion) && isBetter(row, best, group)) {
                best = row;
            }
        }
        return best;
    }

    private static boolean isBetter(Row row, @Nullable Row best, String group) {
        if (best == null) {
            return true;
        }
        boolean own = ApiTable.group(row.apiVersion()).equals(group);
        if (own != ApiTable.group(best.apiVersion()).equals(group)) {
            return own;
        }
        return row.isStable() == best.isStable() ? row.introduced() > best.introduced() : row.isStable();
    }

    private static void read(String line) {
        List<String> words = List.of(line.split(" "));
        GROUPS.add(ApiTable.group(words.get(0)));
        for (String kind : words.subList(4, words.size())) {
            ROWS.put(
                    kind,
                    new Row(
                            words.get(0),
                            minor(words.get(1)),
                            minor(words.get(2)),
                            minor(words.get(3)),
                            ROWS.get(kind)));
        }
    }

    private static int minor(String text) {
        return text.equals("-") ? NEVER : Integer.parseInt(text);
    }
}
