package dev.gantry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTableTest {

    @Test
    void should_order_kinds_by_what_needs_what() {
        String order = """
                scheduling.k8s.io/v1 PriorityClass
                v1 Namespace
                v1 ResourceQuota
                v1 LimitRange
                storage.k8s.io/v1 StorageClass
                apiextensions.k8s.io/v1 CustomResourceDefinition
                v1 ServiceAccount
                rbac.authorization.k8s.io/v1 ClusterRole
                rbac.authorization.k8s.io/v1 ClusterRoleBinding
                rbac.authorization.k8s.io/v1 Role
                rbac.authorization.k8s.io/v1 RoleBinding
                networking.k8s.io/v1 NetworkPolicy
                v1 ConfigMap
                v1 Secret
                v1 PersistentVolume
                v1 PersistentVolumeClaim
                v1 Service
                policy/v1 PodDisruptionBudget
                apps/v1 Deployment
                apps/v1 StatefulSet
                apps/v1 DaemonSet
                batch/v1 Job
                batch/v1 CronJob
                autoscaling/v2 HorizontalPodAutoscaler
                autoscaling.k8s.io/v1 VerticalPodAutoscaler
                networking.k8s.io/v1 IngressClass
                networking.k8s.io/v1 Ingress
                gateway.networking.k8s.io/v1 HTTPRoute
                networking.istio.io/v1 VirtualService
                cert-manager.io/v1 Issuer
                cert-manager.io/v1 Certificate
                example.com/v1 Foo
                argoproj.io/v1alpha1 AppProject
                argoproj.io/v1alpha1 Application
                apiregistration.k8s.io/v1 APIService
                admissionregistration.k8s.io/v1 MutatingWebhookConfiguration
                admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration
                """;
        List<Integer> ranks = new ArrayList<>();
        order.lines().forEach(line -> ranks.add(KindTable.rank(line.split(" ", 2)[0], line.split(" ", 2)[1])));
        assertThat(ranks).isSorted().doesNotHaveDuplicates().allMatch(rank -> rank >= 2 && rank <= 98);
    }

    @ParameterizedTest
    @CsvSource({
        "v1, Namespace, CLUSTER",
        "v1, ConfigMap, NAMESPACED",
        "rbac.authorization.k8s.io/v1, ClusterRoleBinding, CLUSTER",
        "rbac.authorization.k8s.io/v1, RoleBinding, NAMESPACED",
        "networking.istio.io/v1beta1, Gateway, NAMESPACED",
        "gateway.networking.k8s.io/v1, GatewayClass, CLUSTER",
        "cert-manager.io/v1, ClusterIssuer, CLUSTER",
        "cert-manager.io/v1, Issuer, NAMESPACED",
        "storagemigration.k8s.io/v1, StorageVersionMigration, CLUSTER",
        "resource.k8s.io/v1, DeviceTaintRule, CLUSTER",
        "certificates.k8s.io/v1, PodCertificateRequest, NAMESPACED",
        "scheduling.k8s.io/v1beta1, PodGroup, NAMESPACED",
        "admissionregistration.k8s.io/v1, ValidatingWebhookConfiguration, CLUSTER"
    })
    void should_know_where_kinds_live(String apiVersion, String kind, Kind.Scope scope) {
        assertThat(KindTable.scope(apiVersion, kind)).contains(scope);
    }

    @Test
    void should_tell_kinds_of_one_name_apart_by_their_group() {
        assertThat(KindTable.scope("serving.knative.dev/v1", "Service")).isEmpty();
        assertThat(KindTable.rank("serving.knative.dev/v1", "Service")).isEqualTo(70);
        assertThat(KindTable.scope("v1", "Deployment")).isEmpty();
        assertThat(KindTable.scope("apps.example.com/v1", "Deployment")).isEmpty();
    }
}
