package dev.gantry.access;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a role can speak of: a resource of the API, as its URLs name it. Constants name those of Kubernetes' own groups
 * that roles mention most; {@link #custom(String, String)} names all others.
 *
 * @param group the API group; empty for the core group, {@code *} for all groups
 * @param resource the plural in lower case, with its subresource if one is meant, such as {@code pods/log}; {@code *} for
 *     all
 * @param names the objects that are meant; empty for all
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources">Referring to
 *     resources</a>
 */
@CheckReturnValue
public record ApiResource(String group, String resource, List<@Nullable String> names) {

    /** Pods. */
    public static final ApiResource PODS = of("", "pods");

    /** What the containers of Pods print. */
    public static final ApiResource PODS_LOG = PODS.sub("log");

    /** Running commands in containers; clients need {@link Verb#CREATE} and {@link Verb#GET}. */
    public static final ApiResource PODS_EXEC = PODS.sub("exec");

    /** Connecting to a container's main process; clients need {@link Verb#CREATE} and {@link Verb#GET}. */
    public static final ApiResource PODS_ATTACH = PODS.sub("attach");

    /** Connecting to ports of Pods; clients need {@link Verb#CREATE} and {@link Verb#GET}. */
    public static final ApiResource PODS_PORT_FORWARD = PODS.sub("portforward");

    /** Evicting Pods as far as disruption budgets allow; it takes {@link Verb#CREATE}. */
    public static final ApiResource PODS_EVICTION = PODS.sub("eviction");

    /** Services. */
    public static final ApiResource SERVICES = of("", "services");

    /** Endpoints; EndpointSlices have replaced them. */
    public static final ApiResource ENDPOINTS = of("", "endpoints");

    /** ConfigMaps. */
    public static final ApiResource CONFIG_MAPS = of("", "configmaps");

    /** Secrets. Who may list them reads all of them. */
    public static final ApiResource SECRETS = of("", "secrets");

    /** ServiceAccounts. */
    public static final ApiResource SERVICE_ACCOUNTS = of("", "serviceaccounts");

    /** Tokens of ServiceAccounts; {@link Verb#CREATE} makes one. */
    public static final ApiResource SERVICE_ACCOUNTS_TOKEN = SERVICE_ACCOUNTS.sub("token");

    /** PersistentVolumeClaims. */
    public static final ApiResource PERSISTENT_VOLUME_CLAIMS = of("", "persistentvolumeclaims");

    /** PersistentVolumes, which belong to the cluster as a whole. */
    public static final ApiResource PERSISTENT_VOLUMES = of("", "persistentvolumes");

    /** Namespaces, which belong to the cluster as a whole. */
    public static final ApiResource NAMESPACES = of("", "namespaces");

    /** Nodes, which belong to the cluster as a whole. */
    public static final ApiResource NODES = of("", "nodes");

    /** Metrics of nodes, as their kubelets serve them. */
    public static final ApiResource NODES_METRICS = NODES.sub("metrics");

    /** All that kubelets serve. Whoever has {@link Verb#GET} for it can run commands in every Pod. */
    public static final ApiResource NODES_PROXY = NODES.sub("proxy");

    /** Events of the core group, as most clients write them. */
    public static final ApiResource CORE_EVENTS = of("", "events");

    /** Events of the group {@code events.k8s.io}. */
    public static final ApiResource EVENTS = of("events.k8s.io", "events");

    /** ResourceQuotas. */
    public static final ApiResource RESOURCE_QUOTAS = of("", "resourcequotas");

    /** LimitRanges. */
    public static final ApiResource LIMIT_RANGES = of("", "limitranges");

    /** Deployments. */
    public static final ApiResource DEPLOYMENTS = of("apps", "deployments");

    /** The number of replicas of Deployments. */
    public static final ApiResource DEPLOYMENTS_SCALE = DEPLOYMENTS.sub("scale");

    /** StatefulSets. */
    public static final ApiResource STATEFUL_SETS = of("apps", "statefulsets");

    /** The number of replicas of StatefulSets. */
    public static final ApiResource STATEFUL_SETS_SCALE = STATEFUL_SETS.sub("scale");

    /** DaemonSets. */
    public static final ApiResource DAEMON_SETS = of("apps", "daemonsets");

    /** ReplicaSets. */
    public static final ApiResource REPLICA_SETS = of("apps", "replicasets");

    /** ControllerRevisions. */
    public static final ApiResource CONTROLLER_REVISIONS = of("apps", "controllerrevisions");

    /** Jobs. */
    public static final ApiResource JOBS = of("batch", "jobs");

    /** CronJobs. */
    public static final ApiResource CRON_JOBS = of("batch", "cronjobs");

    /** HorizontalPodAutoscalers. */
    public static final ApiResource HORIZONTAL_POD_AUTOSCALERS = of("autoscaling", "horizontalpodautoscalers");

    /** PodDisruptionBudgets. */
    public static final ApiResource POD_DISRUPTION_BUDGETS = of("policy", "poddisruptionbudgets");

    /** Ingresses. */
    public static final ApiResource INGRESSES = of("networking.k8s.io", "ingresses");

    /** The status of Ingresses, which their controllers write. */
    public static final ApiResource INGRESSES_STATUS = INGRESSES.sub("status");

    /** IngressClasses, which belong to the cluster as a whole. */
    public static final ApiResource INGRESS_CLASSES = of("networking.k8s.io", "ingressclasses");

    /** NetworkPolicies. */
    public static final ApiResource NETWORK_POLICIES = of("networking.k8s.io", "networkpolicies");

    /** EndpointSlices. */
    public static final ApiResource ENDPOINT_SLICES = of("discovery.k8s.io", "endpointslices");

    /** Leases, with which the copies of a program choose a leader. */
    public static final ApiResource LEASES = of("coordination.k8s.io", "leases");

    /** Roles. */
    public static final ApiResource ROLES = of("rbac.authorization.k8s.io", "roles");

    /** ClusterRoles, which belong to the cluster as a whole. */
    public static final ApiResource CLUSTER_ROLES = of("rbac.authorization.k8s.io", "clusterroles");

    /** RoleBindings. */
    public static final ApiResource ROLE_BINDINGS = of("rbac.authorization.k8s.io", "rolebindings");

    /** ClusterRoleBindings, which belong to the cluster as a whole. */
    public static final ApiResource CLUSTER_ROLE_BINDINGS = of("rbac.authorization.k8s.io", "clusterrolebindings");

    /** StorageClasses, which belong to the cluster as a whole. */
    public static final ApiResource STORAGE_CLASSES = of("storage.k8s.io", "storageclasses");

    /** CustomResourceDefinitions, which belong to the cluster as a whole. */
    public static final ApiResource CUSTOM_RESOURCE_DEFINITIONS =
            of("apiextensions.k8s.io", "customresourcedefinitions");

    /** ValidatingWebhookConfigurations, which belong to the cluster as a whole. */
    public static final ApiResource VALIDATING_WEBHOOK_CONFIGURATIONS =
            of("admissionregistration.k8s.io", "validatingwebhookconfigurations");

    /** MutatingWebhookConfigurations, which belong to the cluster as a whole. */
    public static final ApiResource MUTATING_WEBHOOK_CONFIGURATIONS =
            of("admissionregistration.k8s.io", "mutatingwebhookconfigurations");

    /** PriorityClasses, which belong to the cluster as a whole. */
    public static final ApiResource PRIORITY_CLASSES = of("scheduling.k8s.io", "priorityclasses");

    /** CertificateSigningRequests, which belong to the cluster as a whole. */
    public static final ApiResource CERTIFICATE_SIGNING_REQUESTS =
            of("certificates.k8s.io", "certificatesigningrequests");

    /** Asking whether a token is valid, with {@link Verb#CREATE}. */
    public static final ApiResource TOKEN_REVIEWS = of("authentication.k8s.io", "tokenreviews");

    /** Asking whether somebody is allowed something, with {@link Verb#CREATE}. */
    public static final ApiResource SUBJECT_ACCESS_REVIEWS = of("authorization.k8s.io", "subjectaccessreviews");

    /** What Pods use at the moment, where a metrics server runs. */
    public static final ApiResource POD_METRICS = of("metrics.k8s.io", "pods");

    /** What nodes use at the moment, where a metrics server runs. */
    public static final ApiResource NODE_METRICS = of("metrics.k8s.io", "nodes");

    /** Everything of all groups, also what is to come: {@code *}. */
    public static final ApiResource ALL = of("*", "*");

    /** Copies the list. */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public ApiResource {
        names = names == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(names));
    }

    /**
     * A resource that is not among the constants, such as one that a CustomResourceDefinition defines.
     *
     * @param group the API group, such as {@code example.com}; empty for the core group
     * @param plural its name in URLs, in lower case, such as {@code webapps}
     */
    public static ApiResource custom(String group, String plural) {
        return of(group, plural);
    }

    /**
     * Every resource of one API group, also those to come: {@code *}.
     *
     * @param group such as {@code apps}; empty for the core group
     */
    public static ApiResource allOf(String group) {
        return of(group, "*");
    }

    /**
     * A subresource of this one, which its own permissions do not include.
     *
     * @param name such as {@code status}, {@code scale} or {@code finalizers}
     */
    public ApiResource sub(String name) {
        return new ApiResource(group, resource + "/" + name, names);
    }

    /**
     * Only the objects of these names. It holds for {@link Verb#GET}, {@link Verb#UPDATE}, {@link Verb#PATCH} and
     * {@link Verb#DELETE}; nobody can be allowed to create objects of certain names, and {@link Verb#LIST} and
     * {@link Verb#WATCH} need a field selector for the name.
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public ApiResource named(String... objects) {
        return new ApiResource(
                group, resource, objects == null ? Collections.singletonList(null) : Arrays.asList(objects));
    }

    private static ApiResource of(String group, String resource) {
        return new ApiResource(group, resource, List.of());
    }

    /** Such as {@code pods/log}, {@code deployments.apps} or {@code secrets "database"}. */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder(shown(group, resource));
        for (int i = 0; i < names.size(); i++) {
            shown.append(i == 0 ? " \"" : "\", \"").append(names.get(i));
        }
        return shown.append(names.isEmpty() ? "" : "\"").toString();
    }

    /** A resource with its group, as {@code kubectl} names it. */
    static String shown(String group, String resource) {
        if (resource.equals("*") && group.equals("*")) {
            return "everything";
        }
        if (resource.equals("*")) {
            return "everything of " + (group.isEmpty() ? "the core group" : group);
        }
        int slash = resource.indexOf('/');
        String suffix = group.isEmpty() || group.equals("*") ? "" : "." + group;
        return slash < 0 ? resource + suffix : resource.substring(0, slash) + suffix + resource.substring(slash);
    }
}
