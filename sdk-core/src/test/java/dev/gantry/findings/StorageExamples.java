package dev.gantry.findings;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Quantity;
import dev.gantry.Stack;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.PersistentVolume;
import dev.gantry.storage.PersistentVolumeClaim;
import dev.gantry.storage.PersistentVolumeSource;
import dev.gantry.storage.StorageClass;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.storage.VolumeMode;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.Volume;

/** What the rules for storage are for. */
final class StorageExamples {

    private StorageExamples() {}

    @Example(
            value = "GTY-STO-001",
            why =
                    "The scheduler may put the pods on different nodes; there they wait for the volume without end. A StatefulSet gives each pod a claim of its own.")
    static void shared(App app) {
        Stack shop = app.stack("shop");
        PersistentVolumeClaim data =
                shop.add(PersistentVolumeClaim.of("data", VolumeClaim.of("10Gi", AccessMode.READ_WRITE_ONCE), c -> {}));
        shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .replicas(3)
                        .container(
                                "web",
                                Image.of("example.com/web:7"),
                                c -> c.mount(Volume.claim("data", data), "/data"))));
    }

    @Example(
            value = "GTY-STO-002",
            why = "Claims that name no class get the newer one of the two: it depends on what was applied last.")
    static void twoDefaults(App app) {
        Stack storage = app.stack("storage");
        storage.add(StorageClass.of("fast", "disk.example.com", c -> c.defaultClass()));
        storage.add(StorageClass.of("cheap", "disk.example.com", c -> c.defaultClass()));
    }

    @Example(value = "GTY-STO-003", why = "The container does not start: a block device has no files to mount.")
    static void volumeMode(App app) {
        Stack shop = app.stack("shop");
        PersistentVolumeClaim disk = shop.add(PersistentVolumeClaim.of(
                "disk", VolumeClaim.of("10Gi", AccessMode.READ_WRITE_ONCE).volumeMode(VolumeMode.BLOCK), c -> {}));
        shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container(
                                "web",
                                Image.of("example.com/web:7"),
                                c -> c.mount(Volume.claim("disk", disk), "/data"))));
    }

    @Example(value = "GTY-STO-004", why = "The claim never gets the volume, and the pods that use it never start.")
    static void unsuitable(App app) {
        Stack shop = app.stack("shop");
        PersistentVolume nas = shop.add(PersistentVolume.of(
                "nas",
                Quantity.gibi(5),
                AccessMode.READ_WRITE_MANY,
                PersistentVolumeSource.nfs("nas.example.com", "/exports/shop"),
                v -> {}));
        shop.add(PersistentVolumeClaim.of(
                "data",
                VolumeClaim.of("10Gi", AccessMode.READ_WRITE_MANY)
                        .noStorageClass()
                        .volume(nas),
                c -> {}));
    }

    @Example(value = "GTY-STO-005", why = "A cluster rejects the volume: pods could be put where the disk is not.")
    static void localAnywhere(App app) {
        app.stack("shop")
                .add(PersistentVolume.of(
                        "disk",
                        Quantity.gibi(500),
                        AccessMode.READ_WRITE_ONCE,
                        PersistentVolumeSource.local("/mnt/disk"),
                        v -> {}));
    }
}
