package dev.gantry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.fabric8.autoscaling.api.model.v1.VerticalPodAutoscaler;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.VolumeAttributesClass;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table against fabric8's classes: two sources that were made from Kubernetes' types independently. */
class FieldOrderTableTest {

    /** Newer than the model, or left out of it. */
    private static final Set<String> ONLY_IN_THE_TABLE = Set.of(
            "ClusterTrustBundleProjection.user",
            "ConfigMapVolumeSource.defaultUser",
            "ContainerResourcePolicy.memoryAggregationIntervalCount",
            "ContainerResourcePolicy.memoryAggregationIntervalSeconds",
            "ContainerResourcePolicy.oomBumpUpRatio",
            "ContainerResourcePolicy.oomMinBumpUp",
            "ContainerResourcePolicy.startupBoost",
            "DownwardAPIVolumeFile.user",
            "DownwardAPIVolumeSource.defaultUser",
            "EmptyDirVolumeSource.mode",
            "GRPCAction.mode",
            "HTTPGetAction.protocol",
            "JobSpec.scheduling",
            "KeyToPath.user",
            "PodCertificateProjection.user",
            "PodCertificateProjection.userAnnotations",
            "PodSpec.evictionResponders",
            "PodSpec.schedulingGroup",
            "PodUpdatePolicy.evictAfterOOMSeconds",
            "ProjectedVolumeSource.defaultUser",
            "SecretVolumeSource.defaultUser",
            "ServiceAccountTokenProjection.user",
            "VerticalPodAutoscalerSpec.startupBoost",
            "VolumeMount.bindMountOptions");

    /** Gone from Kubernetes, or read by the model in a form of its own. */
    private static final Set<String> ONLY_IN_THE_MODEL = Set.of();

    private static final List<Class<? extends HasMetadata>> KINDS = List.of(
            Deployment.class,
            StatefulSet.class,
            DaemonSet.class,
            ReplicaSet.class,
            Job.class,
            CronJob.class,
            Pod.class,
            Service.class,
            Ingress.class,
            IngressClass.class,
            PersistentVolume.class,
            PersistentVolumeClaim.class,
            StorageClass.class,
            VolumeAttributesClass.class,
            Role.class,
            ClusterRole.class,
            RoleBinding.class,
            ClusterRoleBinding.class,
            NetworkPolicy.class,
            PodDisruptionBudget.class,
            VerticalPodAutoscaler.class,
            ResourceQuota.class,
            LimitRange.class,
            PriorityClass.class,
            ConfigMap.class,
            Secret.class,
            ServiceAccount.class,
            Namespace.class,
            HorizontalPodAutoscaler.class,
            CustomResourceDefinition.class);

    private final ObjectMapper mapper = new ObjectMapper();
    private final FieldTable table = FieldTable.parse(CoreFields.TABLE, null);
    private final Set<String> seen = new HashSet<>();
    private final Set<String> onlyInTheTable = new TreeSet<>();
    private final Set<String> onlyInTheModel = new TreeSet<>();

    @Test
    void should_have_the_fields_that_the_model_has() {
        for (Class<? extends HasMetadata> kind : KINDS) {
            String group = HasMetadata.getGroup(kind);
            String name = HasMetadata.getKind(kind) + (group == null || group.isEmpty() ? "" : "." + group);
            compare(name, mapper.constructType(kind));
        }
        assertThat(seen).hasSizeGreaterThan(200);
        assertThat(onlyInTheTable).isEqualTo(new TreeSet<>(ONLY_IN_THE_TABLE));
        assertThat(onlyInTheModel).isEqualTo(new TreeSet<>(ONLY_IN_THE_MODEL));
    }

    private void compare(String name, JavaType type) {
        if (!seen.add(name)) {
            return;
        }
        FieldTable.Type row = table.type(name);
        assertThat(row).as(name + " for " + type.getRawClass().getSimpleName()).isNotNull();
        BeanDescription description = mapper.getSerializationConfig().introspect(type);
        Set<String> fields = new TreeSet<>(row.names());
        for (BeanPropertyDefinition property : description.findProperties()) {
            String field = property.getName();
            if (property.getGetter() == null) {
                continue;
            }
            if (!fields.remove(field)) {
                onlyInTheModel.add(name + "." + field);
                continue;
            }
            JavaType content = content(property.getPrimaryType());
            String inTable = Objects.requireNonNull(row.field(field)).content();
            if (inTable.isEmpty()) {
                if (isObject(content) && !field.equals("status") && !field.equals("managedFields")) {
                    onlyInTheModel.add(
                            name + "." + field + ": " + content.getRawClass().getSimpleName());
                }
            } else {
                assertThat(inTable.startsWith("{}"))
                        .as(name + "." + field)
                        .isEqualTo(property.getPrimaryType().isMapLikeType());
                compare(inTable.replace("{}", "").replace("[]", ""), content);
            }
        }
        fields.forEach(field -> onlyInTheTable.add(name + "." + field));
    }

    private static JavaType content(JavaType type) {
        return type.isContainerType() ? content(type.getContentType()) : type;
    }

    /** Whether the model has a class of its own for it; the two named ones are written as a text or a number. */
    private boolean isObject(JavaType type) {
        Class<?> raw = type.getRawClass();
        return raw.getName().startsWith("io.fabric8.")
                && raw != Quantity.class
                && raw != IntOrString.class
                && !mapper.getSerializationConfig()
                        .introspect(type)
                        .findProperties()
                        .isEmpty();
    }
}
