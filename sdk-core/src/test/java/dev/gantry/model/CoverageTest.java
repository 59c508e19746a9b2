package dev.gantry.model;

import dev.gantry.workload.OperatedPodsBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class CoverageTest extends CoverageContract {

    /** What changes trees or findings instead of setting a field; tested where that is done. */
    private static final Set<String> TESTED_ELSEWHERE = Set.of(
            "ResourceBuilder.dependsOn(Resource,Resource[])",
            "ResourceBuilder.finding(String,Severity,String)",
            "ResourceBuilder.rawTree(Consumer)",
            "ResourceBuilder.rawFields(Consumer)",
            "CustomResourceDefinition$Builder.descriptionsFromJavadoc()",
            "Volume.name()",
            // what builders say it with, and not what programs do
            "NodeSelectorTerm.of(Fields)");

    /** What the builders leave to {@code raw}, and why. */
    private static final Set<String> LEFT_TO_RAW = Set.of(
            // nobody writes these: the cluster does
            "CronJob.status",
            "CustomResourceDefinition.status",
            "DaemonSet.status",
            "Deployment.status",
            "HorizontalPodAutoscaler.status",
            "Job.status",
            "Ingress.status",
            "Namespace.status",
            "Pod.status",
            "PersistentVolume.status",
            "PersistentVolumeClaim.status",
            "PodDisruptionBudget.status",
            "ResourceQuota.status",
            "Service.status",
            "StatefulSet.status",
            "VerticalPodAutoscaler.status",
            "ObjectMeta.creationTimestamp",
            "ObjectMeta.deletionGracePeriodSeconds",
            "ObjectMeta.deletionTimestamp",
            "ObjectMeta.generateName",
            "ObjectMeta.generation",
            "ObjectMeta.managedFields",
            "ObjectMeta.resourceVersion",
            "ObjectMeta.selfLink",
            "ObjectMeta.uid",
            "PodSpec.overhead",
            "PodSpec.priority",
            // deprecated
            "LifecycleHandler.tcpSocket",
            "PodSpec.serviceAccount",
            "ServiceSpec.loadBalancerIP",
            // a Job makes its own selector; and whoever runs it instead of Kubernetes is for controllers
            "JobSpec.managedBy",
            "JobSpec.manualSelector",
            "JobSpec.selector",
            // for controllers only
            "Namespace.spec",
            "ObjectMeta.finalizers",
            "ObjectMeta.ownerReferences",
            // objects of other kinds than claims and snapshots
            "PersistentVolumeClaimSpec.dataSourceRef",
            // old drivers
            "PersistentVolumeSpec.awsElasticBlockStore",
            "PersistentVolumeSpec.azureDisk",
            "PersistentVolumeSpec.azureFile",
            "PersistentVolumeSpec.cephfs",
            "PersistentVolumeSpec.cinder",
            "PersistentVolumeSpec.fc",
            "PersistentVolumeSpec.flexVolume",
            "PersistentVolumeSpec.flocker",
            "PersistentVolumeSpec.gcePersistentDisk",
            "PersistentVolumeSpec.glusterfs",
            "PersistentVolumeSpec.iscsi",
            "PersistentVolumeSpec.photonPersistentDisk",
            "PersistentVolumeSpec.portworxVolume",
            "PersistentVolumeSpec.quobyte",
            "PersistentVolumeSpec.rbd",
            "PersistentVolumeSpec.scaleIO",
            "PersistentVolumeSpec.storageos",
            "PersistentVolumeSpec.vsphereVolume",
            // not in a template: added to pods that run
            "PodSpec.ephemeralContainers",
            // follows from the kind
            "CustomResourceDefinitionNames.listKind",
            // between versions that differ; and what structural schemas have made obsolete
            "CustomResourceDefinitionSpec.conversion",
            "CustomResourceDefinitionSpec.preserveUnknownFields",
            // dynamic resource allocation
            "PodSpec.resourceClaims",
            "ResourceRequirements.claims",
            // a Service's port is named by its number
            "ServiceBackendPort.name",
            // alpha or beta in the Kubernetes version of the model
            "Container.restartPolicyRules",
            "EnvVarSource.fileKeyRef",
            "PodSpec.hostnameOverride",
            "VolumeProjection.clusterTrustBundle",
            "VolumeProjection.podCertificate",
            // the version of a field path is always v1
            "ObjectFieldSelector.apiVersion",
            // a reference to a Secret is its name, and one to a claim its namespace too
            "ObjectReference.apiVersion",
            "ObjectReference.fieldPath",
            "ObjectReference.kind",
            "ObjectReference.resourceVersion",
            "ObjectReference.uid");

    /** The sources of volumes that a program can name; others are old drivers, or come with persistent volumes. */
    private static final Set<String> VOLUMES = Set.of(
            "Volume.name",
            "Volume.configMap",
            "Volume.csi",
            "Volume.downwardAPI",
            "Volume.emptyDir",
            "Volume.ephemeral",
            "Volume.hostPath",
            "Volume.image",
            "Volume.nfs",
            "Volume.persistentVolumeClaim",
            "Volume.projected",
            "Volume.secret");

    CoverageTest() {
        super(
                Dsl.ofCore(),
                Cases.all(),
                List.of(
                        AccessCases.class,
                        AmountTest.class,
                        AutoscalingCases.class,
                        BarePodCases.class,
                        ClaimedVolumeCases.class,
                        ClusterCases.class,
                        ConfigCases.class,
                        ContainerCases.class,
                        CronJobCases.class,
                        CustomResourceCases.class,
                        DaemonSetCases.class,
                        DeploymentCases.class,
                        DisruptionCases.class,
                        JobCases.class,
                        IngressCases.class,
                        NamespaceCases.class,
                        NetworkPolicyCases.class,
                        PlacementCases.class,
                        PodCases.class,
                        ProbeCases.class,
                        SecurityCases.class,
                        ServiceCases.class,
                        StatefulSetCases.class,
                        VerticalAutoscalingCases.class,
                        StorageCases.class,
                        VolumeCases.class));
    }

    /** The kinds of other modules are made with the builder of operated pods, and their cases call it. */
    @Override
    protected Set<String> testedElsewhere() {
        Set<String> elsewhere = new HashSet<>(TESTED_ELSEWHERE);
        elsewhere.addAll(methodsOf(OperatedPodsBuilder.class));
        return elsewhere;
    }

    @Override
    protected Set<String> leftToRaw() {
        return LEFT_TO_RAW;
    }

    @Override
    protected boolean isOutOfReach(String field) {
        boolean ofAClass = field.startsWith("JSONSchemaProps.") || field.startsWith("ValidationRule.");
        return ofAClass || (field.startsWith("Volume.") && !VOLUMES.contains(field));
    }
}
