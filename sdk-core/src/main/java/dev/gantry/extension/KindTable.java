package dev.gantry.extension;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of kinds without asking a cluster: where they live, and in which order they can be applied. A new kind
 * needs a word in the table below; a kind that is not there is taken for a custom resource.
 */
public final class KindTable {

    private static final int CUSTOM_RESOURCE = 70;

    /** Group, then each kind with its rank; {@code c} after it for a kind that belongs to the cluster as a whole. */
    private static final String TABLE = """
            - Namespace=4c ResourceQuota=6 LimitRange=8 ServiceAccount=14 ConfigMap=26 Secret=28 PersistentVolume=30c
            - PersistentVolumeClaim=32 Service=34 Endpoints=35 PodTemplate=38 Pod=40 ReplicationController=41
            - Node=5c Event=70 Binding=52 ComponentStatus=70c
            authentication.k8s.io TokenReview=70c SelfSubjectReview=70c
            authorization.k8s.io LocalSubjectAccessReview=70 SubjectAccessReview=70c
            authorization.k8s.io SelfSubjectAccessReview=70c SelfSubjectRulesReview=70c
            scheduling.k8s.io PriorityClass=2c Workload=37 PodGroup=38
            node.k8s.io RuntimeClass=10c
            storage.k8s.io StorageClass=10c VolumeAttributesClass=10c CSIDriver=10c CSINode=10c
            storage.k8s.io CSIStorageCapacity=11 VolumeAttachment=33c
            snapshot.storage.k8s.io VolumeSnapshotClass=10c VolumeSnapshotContent=33c VolumeSnapshot=33
            resource.k8s.io DeviceClass=10c ResourceSlice=10c DeviceTaintRule=10c
            resource.k8s.io ResourceClaim=32 ResourceClaimTemplate=32
            flowcontrol.apiserver.k8s.io PriorityLevelConfiguration=2c FlowSchema=3c
            certificates.k8s.io CertificateSigningRequest=70c ClusterTrustBundle=28c PodCertificateRequest=70
            coordination.k8s.io Lease=70 LeaseCandidate=70
            events.k8s.io Event=70
            metrics.k8s.io NodeMetrics=70c PodMetrics=70
            storagemigration.k8s.io StorageVersionMigration=70c
            discovery.k8s.io EndpointSlice=35
            apiextensions.k8s.io CustomResourceDefinition=12c
            rbac.authorization.k8s.io ClusterRole=16c ClusterRoleBinding=18c Role=20 RoleBinding=22
            networking.k8s.io NetworkPolicy=24 IngressClass=60c Ingress=62 IPAddress=34c ServiceCIDR=34c
            policy PodDisruptionBudget=36 PodSecurityPolicy=4c
            extensions PodSecurityPolicy=4c NetworkPolicy=24 ReplicaSet=41 Deployment=42 DaemonSet=46 Ingress=62
            apps ReplicaSet=41 Deployment=42 StatefulSet=44 DaemonSet=46 ControllerRevision=47
            batch Job=48 CronJob=50
            autoscaling HorizontalPodAutoscaler=54
            autoscaling.k8s.io VerticalPodAutoscaler=56 VerticalPodAutoscalerCheckpoint=57
            apiregistration.k8s.io APIService=90c
            admissionregistration.k8s.io ValidatingAdmissionPolicy=92c ValidatingAdmissionPolicyBinding=93c
            admissionregistration.k8s.io MutatingAdmissionPolicy=94c MutatingAdmissionPolicyBinding=95c
            admissionregistration.k8s.io MutatingWebhookConfiguration=96c ValidatingWebhookConfiguration=98c
            gateway.networking.k8s.io GatewayClass=60c Gateway=62 ReferenceGrant=63 BackendTLSPolicy=63 HTTPRoute=64
            gateway.networking.k8s.io GRPCRoute=64 TLSRoute=64 TCPRoute=64 UDPRoute=64 BackendLBPolicy=65 ListenerSet=63
            networking.istio.io Gateway=62 ServiceEntry=63 WorkloadEntry=63 WorkloadGroup=63 DestinationRule=64
            networking.istio.io VirtualService=65 Sidecar=66 EnvoyFilter=67 ProxyConfig=66
            security.istio.io PeerAuthentication=70 RequestAuthentication=70 AuthorizationPolicy=71
            telemetry.istio.io Telemetry=70
            extensions.istio.io WasmPlugin=70
            monitoring.coreos.com Prometheus=68 PrometheusAgent=68 Alertmanager=68 ThanosRuler=68 AlertmanagerConfig=70
            monitoring.coreos.com ServiceMonitor=70 PodMonitor=70 Probe=70 ScrapeConfig=70 PrometheusRule=72
            cert-manager.io ClusterIssuer=66c Issuer=66 Certificate=68 CertificateRequest=70
            acme.cert-manager.io Order=70 Challenge=70
            argoproj.io AppProject=72 Application=74 ApplicationSet=76
            """;

    private static final Map<String, Row> ROWS = rows();

    /** One kind; the next one has the same name in another group. */
    private record Row(
            String group,
            int rank,
            boolean cluster,
            @Nullable Row next) {}

    private KindTable() {}

    /** The kinds of a group that are known; empty if the group is not. */
    public static Set<String> kinds(String group) {
        Set<String> kinds = new TreeSet<>();
        ROWS.forEach((kind, first) -> {
            for (Row row = first; row != null; row = row.next) {
                if (row.group.equals(group)) {
                    kinds.add(kind);
                }
            }
        });
        return kinds;
    }

    /**
     * The place of a kind in the order of applying, from 2 to 98; it is also the number in the name of a file. Lower
     * ones go first: what others need before what needs it, and admission webhooks last.
     */
    public static int rank(String apiVersion, String kind) {
        Row row = row(apiVersion, kind);
        return row == null ? CUSTOM_RESOURCE : row.rank;
    }

    /** The scope of a kind; empty if the table does not know it. */
    public static Optional<Kind.Scope> scope(String apiVersion, String kind) {
        Row row = row(apiVersion, kind);
        return row == null ? Optional.empty() : Optional.of(row.cluster ? Kind.Scope.CLUSTER : Kind.Scope.NAMESPACED);
    }

    private static @Nullable Row row(String apiVersion, String kind) {
        for (Row row = ROWS.get(kind); row != null; row = row.next) {
            int length = row.group.length();
            boolean core = length == 0 && apiVersion.indexOf('/') < 0;
            if (core || (length > 0 && apiVersion.startsWith(row.group) && apiVersion.startsWith("/", length))) {
                return row;
            }
        }
        return null;
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new HashMap<>(256);
        int at = 0;
        while (at < TABLE.length()) {
            int end = TABLE.indexOf('\n', at);
            int space = TABLE.indexOf(' ', at);
            String group = TABLE.startsWith("- ", at) ? "" : TABLE.substring(at, space);
            while (space >= 0 && space < end) {
                int equals = TABLE.indexOf('=', space);
                int next = TABLE.indexOf(' ', equals);
                int stop = next < 0 || next > end ? end : next;
                boolean cluster = TABLE.charAt(stop - 1) == 'c';
                int rank = Integer.parseInt(TABLE, equals + 1, cluster ? stop - 1 : stop, 10);
                String kind = TABLE.substring(space + 1, equals);
                rows.put(kind, new Row(group, rank, cluster, rows.get(kind)));
                space = stop;
                if (stop == end) {
                    break;
                }
            }
            at = end + 1;
        }
        return rows;
    }
}
