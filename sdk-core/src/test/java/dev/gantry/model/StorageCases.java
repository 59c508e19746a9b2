package dev.gantry.model;

import dev.gantry.LabelSelector;
import dev.gantry.Quantity;
import dev.gantry.config.Secret;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.HostPathType;
import dev.gantry.storage.PersistentVolume;
import dev.gantry.storage.PersistentVolumeClaim;
import dev.gantry.storage.PersistentVolumeSource;
import dev.gantry.storage.ReclaimPolicy;
import dev.gantry.storage.StorageClass;
import dev.gantry.storage.VolumeAttributesClass;
import dev.gantry.storage.VolumeBindingMode;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.storage.VolumeMode;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpecBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import io.fabric8.kubernetes.api.model.TopologySelectorLabelRequirement;
import io.fabric8.kubernetes.api.model.TopologySelectorTerm;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.fabric8.kubernetes.api.model.storage.VolumeAttributesClassBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

final class StorageCases {

    private static final String ZONE = "topology.kubernetes.io/zone";

    private StorageCases() {}

    static List<Case> cases() {
        return List.of(
                claim(
                        "a claim of a class",
                        VolumeClaim.of("10Gi", AccessMode.READ_WRITE_ONCE)
                                .accessModes(AccessMode.READ_ONLY_MANY)
                                .limit(Quantity.gibi(20))
                                .storageClass(StorageClass.existing("fast"))
                                .volumeMode(VolumeMode.BLOCK)
                                .dataSource(PersistentVolumeClaim.existing("golden"))
                                .volumeAttributesClass(VolumeAttributesClass.existing("silver")),
                        s -> s.withAccessModes("ReadWriteOnce", "ReadOnlyMany")
                                .withNewResources()
                                .addToRequests("storage", quantity("10Gi"))
                                .addToLimits("storage", quantity("20Gi"))
                                .endResources()
                                .withStorageClassName("fast")
                                .withVolumeMode("Block")
                                .withNewDataSource(null, "PersistentVolumeClaim", "golden")
                                .withVolumeAttributesClassName("silver")),
                claim(
                        "a claim of a volume that is there",
                        VolumeClaim.of(Quantity.mebi(700), AccessMode.READ_WRITE_MANY)
                                .noStorageClass()
                                .volume(PersistentVolume.existing("disk-7"))
                                .selector(LabelSelector.of("disk", "ssd")),
                        s -> s.withAccessModes("ReadWriteMany")
                                .withNewResources()
                                .addToRequests("storage", quantity("700Mi"))
                                .endResources()
                                .withStorageClassName("")
                                .withVolumeName("disk-7")
                                .withNewSelector()
                                .addToMatchLabels("disk", "ssd")
                                .endSelector()),
                claim(
                        "a claim of what was kept",
                        VolumeClaim.of("3Gi", AccessMode.READ_WRITE_ONCE_POD).snapshot("nightly"),
                        s -> s.withAccessModes("ReadWriteOncePod")
                                .withNewResources()
                                .addToRequests("storage", quantity("3Gi"))
                                .endResources()
                                .withNewDataSource("snapshot.storage.k8s.io", "VolumeSnapshot", "nightly")),
                volume(
                        "a volume of a driver",
                        PersistentVolumeSource.csi("disk.example.com", "vol-1234")
                                .fsType("xfs")
                                .readOnly()
                                .volumeAttribute("tier", "gold")
                                .controllerPublishSecret(secret("attach"))
                                .nodeStageSecret(secret("stage"))
                                .nodePublishSecret(secret("mount"))
                                .controllerExpandSecret(secret("grow"))
                                .nodeExpandSecret(secret("grow-here")),
                        v -> v.accessModes(AccessMode.READ_ONLY_MANY)
                                .reclaimPolicy(ReclaimPolicy.DELETE)
                                .storageClass(StorageClass.existing("manual"))
                                .mountOptions("noatime", "ro")
                                .volumeMode(VolumeMode.BLOCK)
                                .claimRef(PersistentVolumeClaim.existing("data").in("shop"))
                                .volumeAttributesClass(VolumeAttributesClass.existing("silver")),
                        s -> s.withAccessModes("ReadWriteMany", "ReadOnlyMany")
                                .withNewCsi()
                                .withDriver("disk.example.com")
                                .withVolumeHandle("vol-1234")
                                .withFsType("xfs")
                                .withReadOnly(true)
                                .addToVolumeAttributes("tier", "gold")
                                .withNewControllerPublishSecretRef("attach", "vault")
                                .withNewNodeStageSecretRef("stage", "vault")
                                .withNewNodePublishSecretRef("mount", "vault")
                                .withNewControllerExpandSecretRef("grow", "vault")
                                .withNewNodeExpandSecretRef("grow-here", "vault")
                                .endCsi()
                                .withPersistentVolumeReclaimPolicy("Delete")
                                .withStorageClassName("manual")
                                .withMountOptions("noatime", "ro")
                                .withVolumeMode("Block")
                                .withNewClaimRef()
                                .withName("data")
                                .withNamespace("shop")
                                .endClaimRef()
                                .withVolumeAttributesClassName("silver")),
                volume(
                        "a volume of an NFS server",
                        PersistentVolumeSource.nfs("nas.example.com", "/exports/data")
                                .readOnly(),
                        v -> v.reclaimPolicy(ReclaimPolicy.RETAIN),
                        s -> s.withAccessModes("ReadWriteMany")
                                .withNewNfs("/exports/data", true, "nas.example.com")
                                .withPersistentVolumeReclaimPolicy("Retain")),
                volume(
                        "a volume of the node",
                        PersistentVolumeSource.hostPath("/data").type(HostPathType.DIRECTORY),
                        v -> v.volumeMode(VolumeMode.FILESYSTEM),
                        s -> s.withAccessModes("ReadWriteMany")
                                .withNewHostPath("/data", "Directory")
                                .withVolumeMode("Filesystem")),
                volume(
                        "a disk of one node",
                        PersistentVolumeSource.local("/dev/sdb").fsType("ext4"),
                        v -> v.nodeAffinity(a -> a.required(t -> t.in("kubernetes.io/hostname", "node-3"))
                                .required(t -> t.in("kubernetes.io/hostname", "node-4"))),
                        s -> s.withAccessModes("ReadWriteMany")
                                .withNewLocal("ext4", "/dev/sdb")
                                .withNewNodeAffinity()
                                .withNewRequired()
                                .addNewNodeSelectorTerm()
                                .addToMatchExpressions(
                                        new NodeSelectorRequirement("kubernetes.io/hostname", "In", List.of("node-3")))
                                .endNodeSelectorTerm()
                                .addNewNodeSelectorTerm()
                                .addToMatchExpressions(
                                        new NodeSelectorRequirement("kubernetes.io/hostname", "In", List.of("node-4")))
                                .endNodeSelectorTerm()
                                .endRequired()
                                .endNodeAffinity()),
                storageClass(
                        "a class with all options",
                        c -> c.parameter("type", "gp3")
                                .parameter("iops", "4000")
                                .reclaimPolicy(ReclaimPolicy.RETAIN)
                                .volumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER)
                                .allowVolumeExpansion(true)
                                .mountOptions("noatime")
                                .allowedTopology(t -> t.in(ZONE, "a", "b").in("rack", "r1"))
                                .defaultClass(),
                        c -> c.editMetadata()
                                .addToAnnotations("storageclass.kubernetes.io/is-default-class", "true")
                                .endMetadata()
                                .addToParameters("type", "gp3")
                                .addToParameters("iops", "4000")
                                .withReclaimPolicy("Retain")
                                .withVolumeBindingMode("WaitForFirstConsumer")
                                .withAllowVolumeExpansion(true)
                                .withMountOptions("noatime")
                                .addToAllowedTopologies(new TopologySelectorTerm(List.of(
                                        new TopologySelectorLabelRequirement(ZONE, List.of("a", "b")),
                                        new TopologySelectorLabelRequirement("rack", List.of("r1")))))),
                storageClass(
                        "a class whose claims do not grow",
                        c -> c.allowVolumeExpansion(false).volumeBindingMode(VolumeBindingMode.IMMEDIATE),
                        c -> c.withAllowVolumeExpansion(false).withVolumeBindingMode("Immediate")),
                new Case(
                        "a class of attributes",
                        VolumeAttributesClass.of("silver", "disk.example.com", c -> c.parameter("iops", "700")),
                        new VolumeAttributesClassBuilder()
                                .withMetadata(Cases.named("silver").build())
                                .withDriverName("disk.example.com")
                                .addToParameters("iops", "700")
                                .build()));
    }

    private static Case claim(String name, VolumeClaim claim, UnaryOperator<PersistentVolumeClaimSpecBuilder> byHand) {
        return new Case(
                name,
                PersistentVolumeClaim.of("data", claim, c -> {}),
                new PersistentVolumeClaimBuilder()
                        .withMetadata(Cases.named("data").build())
                        .withSpec(byHand.apply(new PersistentVolumeClaimSpecBuilder())
                                .build())
                        .build());
    }

    private static Case volume(
            String name,
            PersistentVolumeSource source,
            Consumer<PersistentVolume.Builder> options,
            UnaryOperator<PersistentVolumeSpecBuilder> byHand) {
        return new Case(
                name,
                PersistentVolume.of("disk", Quantity.of("1T"), AccessMode.READ_WRITE_MANY, source, options),
                new PersistentVolumeBuilder()
                        .withMetadata(Cases.named("disk").build())
                        .withSpec(
                                byHand.apply(new PersistentVolumeSpecBuilder().addToCapacity("storage", quantity("1T")))
                                        .build())
                        .build());
    }

    private static Case storageClass(
            String name, Consumer<StorageClass.Builder> options, UnaryOperator<StorageClassBuilder> byHand) {
        return new Case(
                name,
                StorageClass.of("fast", "disk.example.com", options),
                byHand.apply(new StorageClassBuilder()
                                .withMetadata(Cases.named("fast").build())
                                .withProvisioner("disk.example.com"))
                        .build());
    }

    private static Secret secret(String name) {
        return Secret.existing(name).in("vault");
    }

    private static io.fabric8.kubernetes.api.model.Quantity quantity(String text) {
        return io.fabric8.kubernetes.api.model.Quantity.parse(text);
    }
}
