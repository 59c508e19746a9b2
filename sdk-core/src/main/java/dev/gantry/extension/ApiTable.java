package dev.gantry.extension;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The resources of Kubernetes' own API groups as URLs name them, for access rules: which there are, and how the plural of
 * a kind is called. It is complete for the groups that it has, for Kubernetes 1.34; where they live is in {@link
 * KindTable}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.34/">Kubernetes API</a>
 */
public final class ApiTable {

    /**
     * A group, then {@code Kind=plural/subresource/subresource}; without a kind what is there for access rules only. Every
     * resource has the subresources {@code status} and {@code finalizers} besides.
     */
    private static final String TABLE = """
            - Binding=bindings ComponentStatus=componentstatuses ConfigMap=configmaps Endpoints=endpoints Event=events
            - LimitRange=limitranges Namespace=namespaces/finalize PersistentVolume=persistentvolumes
            - Node=nodes/checkpoint/configz/healthz/log/metrics/pods/proxy/spec/stats
            - PersistentVolumeClaim=persistentvolumeclaims PodTemplate=podtemplates
            - Pod=pods/attach/binding/ephemeralcontainers/eviction/exec/log/portforward/proxy/resize
            - ReplicationController=replicationcontrollers/scale ResourceQuota=resourcequotas Secret=secrets
            - ServiceAccount=serviceaccounts/token Service=services/proxy =users =groups
            admissionregistration.k8s.io MutatingWebhookConfiguration=mutatingwebhookconfigurations
            admissionregistration.k8s.io ValidatingWebhookConfiguration=validatingwebhookconfigurations
            admissionregistration.k8s.io ValidatingAdmissionPolicy=validatingadmissionpolicies
            admissionregistration.k8s.io ValidatingAdmissionPolicyBinding=validatingadmissionpolicybindings
            admissionregistration.k8s.io MutatingAdmissionPolicy=mutatingadmissionpolicies
            admissionregistration.k8s.io MutatingAdmissionPolicyBinding=mutatingadmissionpolicybindings
            apiextensions.k8s.io CustomResourceDefinition=customresourcedefinitions
            apiregistration.k8s.io APIService=apiservices
            apps ControllerRevision=controllerrevisions DaemonSet=daemonsets Deployment=deployments/scale
            apps ReplicaSet=replicasets/scale StatefulSet=statefulsets/scale
            authentication.k8s.io TokenReview=tokenreviews SelfSubjectReview=selfsubjectreviews =uids =userextras
            authorization.k8s.io LocalSubjectAccessReview=localsubjectaccessreviews
            authorization.k8s.io SelfSubjectAccessReview=selfsubjectaccessreviews
            authorization.k8s.io SelfSubjectRulesReview=selfsubjectrulesreviews
            authorization.k8s.io SubjectAccessReview=subjectaccessreviews
            autoscaling HorizontalPodAutoscaler=horizontalpodautoscalers
            autoscaling.k8s.io VerticalPodAutoscaler=verticalpodautoscalers
            autoscaling.k8s.io VerticalPodAutoscalerCheckpoint=verticalpodautoscalercheckpoints
            batch CronJob=cronjobs Job=jobs
            certificates.k8s.io CertificateSigningRequest=certificatesigningrequests/approval =signers
            certificates.k8s.io ClusterTrustBundle=clustertrustbundles PodCertificateRequest=podcertificaterequests
            coordination.k8s.io Lease=leases LeaseCandidate=leasecandidates
            discovery.k8s.io EndpointSlice=endpointslices
            events.k8s.io Event=events
            extensions
            flowcontrol.apiserver.k8s.io FlowSchema=flowschemas
            flowcontrol.apiserver.k8s.io PriorityLevelConfiguration=prioritylevelconfigurations
            metrics.k8s.io NodeMetrics=nodes PodMetrics=pods
            networking.k8s.io Ingress=ingresses IngressClass=ingressclasses NetworkPolicy=networkpolicies
            networking.k8s.io IPAddress=ipaddresses ServiceCIDR=servicecidrs
            node.k8s.io RuntimeClass=runtimeclasses
            policy PodDisruptionBudget=poddisruptionbudgets
            rbac.authorization.k8s.io ClusterRole=clusterroles ClusterRoleBinding=clusterrolebindings Role=roles
            rbac.authorization.k8s.io RoleBinding=rolebindings
            resource.k8s.io DeviceClass=deviceclasses ResourceClaim=resourceclaims/binding/driver
            resource.k8s.io ResourceClaimTemplate=resourceclaimtemplates ResourceSlice=resourceslices
            resource.k8s.io DeviceTaintRule=devicetaintrules
            scheduling.k8s.io PriorityClass=priorityclasses PodGroup=podgroups Workload=workloads
            storage.k8s.io CSIDriver=csidrivers CSINode=csinodes CSIStorageCapacity=csistoragecapacities
            storage.k8s.io StorageClass=storageclasses VolumeAttachment=volumeattachments
            storage.k8s.io VolumeAttributesClass=volumeattributesclasses
            storagemigration.k8s.io StorageVersionMigration=storageversionmigrations
            """;

    /** Read when it is first asked for: most programs have no access rules. */
    private static final class Groups {

        private static final Map<String, Map<String, Row>> ALL = groups();

        private Groups() {}
    }

    /** One resource: its kind, which may be empty, and its subresources. */
    private record Row(String kind, List<String> subresources) {}

    private ApiTable() {}

    /** The groups, with the kinds of each, for whoever compares this table with others. */
    static Map<String, Set<String>> kinds() {
        Map<String, Set<String>> kinds = new TreeMap<>();
        Groups.ALL.forEach((group, rows) -> {
            Set<String> named = kinds.computeIfAbsent(group, x -> new TreeSet<>());
            rows.values().stream()
                    .map(Row::kind)
                    .filter(kind -> !kind.isEmpty())
                    .forEach(named::add);
        });
        return kinds;
    }

    /** The group of an apiVersion; empty for the core group. */
    public static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The plural of a kind; {@code null} if the table does not have it. */
    public static @Nullable String plural(String group, String kind) {
        for (Map.Entry<String, Row> row : rows(group).entrySet()) {
            if (row.getValue().kind().equals(kind)) {
                return row.getKey();
            }
        }
        return null;
    }

    /** Whether the table has a group, and so all of its resources. */
    public static boolean hasGroup(String group) {
        return Groups.ALL.containsKey(group);
    }

    /** Whether a group has a resource, such as {@code pods} or {@code pods/log}. */
    public static boolean has(String group, String resource) {
        int slash = resource.indexOf('/');
        Row row = rows(group).get(slash < 0 ? resource : resource.substring(0, slash));
        if (row == null || slash < 0) {
            return row != null;
        }
        String sub = resource.substring(slash + 1);
        return sub.equals("status")
                || sub.equals("finalizers")
                || row.subresources().contains(sub)
                || row.kind().isEmpty(); // the keys of userextras are anybody's
    }

    /** The resources of a group, without subresources. */
    public static List<String> resources(String group) {
        return List.copyOf(rows(group).keySet());
    }

    /** The subresources of a resource which are special to it. */
    public static List<String> subresources(String group, String resource) {
        Row row = rows(group).get(resource);
        return row == null ? List.of() : row.subresources();
    }

    /** The groups that have a resource. */
    public static List<String> groupsOf(String resource) {
        List<String> groups = new ArrayList<>(1);
        for (String group : Groups.ALL.keySet()) {
            if (has(group, resource)) {
                groups.add(group);
            }
        }
        return groups;
    }

    /** Whether a resource is known to belong to the cluster as a whole; subresources live where their resource does. */
    public static boolean isClusterScoped(String group, String resource) {
        int slash = resource.indexOf('/');
        Row row = rows(group).get(slash < 0 ? resource : resource.substring(0, slash));
        return row != null
                && KindTable.scope(group.isEmpty() ? "v1" : group + "/v1", row.kind())
                        .filter(scope -> scope == Kind.Scope.CLUSTER)
                        .isPresent();
    }

    private static Map<String, Row> rows(String group) {
        return Groups.ALL.getOrDefault(group, Map.of());
    }

    private static Map<String, Map<String, Row>> groups() {
        Map<String, Map<String, Row>> groups = new LinkedHashMap<>();
        for (String line : TABLE.strip().split("\n", -1)) {
            String[] words = line.split(" ", -1);
            Map<String, Row> rows =
                    groups.computeIfAbsent(words[0].equals("-") ? "" : words[0], x -> new LinkedHashMap<>());
            for (int i = 1; i < words.length; i++) {
                int equals = words[i].indexOf('=');
                List<String> parts = List.of(words[i].substring(equals + 1).split("/", -1));
                rows.put(parts.get(0), new Row(words[i].substring(0, equals), parts.subList(1, parts.size())));
            }
        }
        return Collections.unmodifiableMap(groups);
    }
}
