package dev.gantry.model;

import dev.gantry.Image;
import dev.gantry.config.Secret;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.PersistentVolumeClaim;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.storage.VolumeMode;
import dev.gantry.workload.ImagePullPolicy;
import dev.gantry.workload.StatefulSet;
import dev.gantry.workload.Volume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.List;

/** Volumes that come from outside of the pod. */
final class ClaimedVolumeCases {

    private ClaimedVolumeCases() {}

    static List<Case> cases() {
        Volume raw = Volume.claim("raw", PersistentVolumeClaim.existing("disk"));
        return List.of(
                Cases.pod(
                        "claimed volumes",
                        d -> d.volume(Volume.claim("data", PersistentVolumeClaim.existing("shared"))
                                        .readOnly())
                                .volume(Volume.ephemeral("scratch", VolumeClaim.of("3Gi", AccessMode.READ_WRITE_ONCE))
                                        .label("team", "web")
                                        .annotation("example.com/note", "may go")),
                        pod -> pod.addNewVolume()
                                .withName("data")
                                .withNewPersistentVolumeClaim("shared", true)
                                .endVolume()
                                .addNewVolume()
                                .withName("scratch")
                                .withNewEphemeral()
                                .withNewVolumeClaimTemplate()
                                .withNewMetadata()
                                .addToLabels("team", "web")
                                .addToAnnotations("example.com/note", "may go")
                                .endMetadata()
                                .withSpec(spec("3Gi", null))
                                .endVolumeClaimTemplate()
                                .endEphemeral()
                                .endVolume()),
                Cases.pod(
                        "volumes of drivers, servers and images",
                        d -> d.volume(Volume.csi("vault", "secrets-store.csi.k8s.io")
                                        .readOnly()
                                        .fsType("ext3")
                                        .volumeAttribute("class", "tokens")
                                        .nodePublishSecret(Secret.existing("vault-login")))
                                .volume(Volume.nfs("exports", "nas.example.com", "/exports")
                                        .readOnly())
                                .volume(Volume.image("models", Image.of("registry.example.com/models:7"))
                                        .pullPolicy(ImagePullPolicy.NEVER)),
                        pod -> pod.addNewVolume()
                                .withName("vault")
                                .withNewCsi()
                                .withDriver("secrets-store.csi.k8s.io")
                                .withReadOnly(true)
                                .withFsType("ext3")
                                .addToVolumeAttributes("class", "tokens")
                                .withNewNodePublishSecretRef("vault-login")
                                .endCsi()
                                .endVolume()
                                .addNewVolume()
                                .withName("exports")
                                .withNewNfs("/exports", true, "nas.example.com")
                                .endVolume()
                                .addNewVolume()
                                .withName("models")
                                .withNewImage("Never", "registry.example.com/models:7")
                                .endVolume()),
                Cases.container(
                        "a raw block device",
                        c -> c.device(raw, "/dev/xvda").device(raw, "/dev/xvdb"),
                        c -> c.addNewVolumeDevice("/dev/xvda", "raw").addNewVolumeDevice("/dev/xvdb", "raw"),
                        pod -> pod.addNewVolume()
                                .withName("raw")
                                .withNewPersistentVolumeClaim("disk", null)
                                .endVolume()),
                new Case(
                        "a claim for each pod",
                        StatefulSet.of(
                                "db",
                                s -> s.container(
                                        "db",
                                        Image.of("example.com/db:7"),
                                        c -> c.mount(
                                                        Volume.claimTemplate(
                                                                        "data",
                                                                        VolumeClaim.of(
                                                                                "8Gi", AccessMode.READ_WRITE_ONCE))
                                                                .label("app", "db")
                                                                .annotation("example.com/backup", "daily"),
                                                        "/data")
                                                .device(
                                                        Volume.claimTemplate(
                                                                "log",
                                                                VolumeClaim.of("1Gi", AccessMode.READ_WRITE_ONCE)
                                                                        .volumeMode(VolumeMode.BLOCK)),
                                                        "/dev/log"))),
                        new StatefulSetBuilder()
                                .withMetadata(Cases.named("db").build())
                                .withNewSpec()
                                .withNewTemplate()
                                .withNewSpec()
                                .addNewContainer()
                                .withName("db")
                                .withImage("example.com/db:7")
                                .addNewVolumeMount()
                                .withName("data")
                                .withMountPath("/data")
                                .endVolumeMount()
                                .addNewVolumeDevice("/dev/log", "log")
                                .endContainer()
                                .endSpec()
                                .endTemplate()
                                .addNewVolumeClaimTemplate()
                                .withNewMetadata()
                                .withName("data")
                                .addToLabels("app", "db")
                                .addToAnnotations("example.com/backup", "daily")
                                .endMetadata()
                                .withSpec(spec("8Gi", null))
                                .endVolumeClaimTemplate()
                                .addNewVolumeClaimTemplate()
                                .withNewMetadata()
                                .withName("log")
                                .endMetadata()
                                .withSpec(spec("1Gi", "Block"))
                                .endVolumeClaimTemplate()
                                .endSpec()
                                .build()));
    }

    private static PersistentVolumeClaimSpec spec(String size, String mode) {
        return new PersistentVolumeClaimSpecBuilder()
                .withAccessModes("ReadWriteOnce")
                .withNewResources()
                .addToRequests("storage", io.fabric8.kubernetes.api.model.Quantity.parse(size))
                .endResources()
                .withVolumeMode(mode)
                .build();
    }
}
