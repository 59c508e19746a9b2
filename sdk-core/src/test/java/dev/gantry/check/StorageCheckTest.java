package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Quantity;
import dev.gantry.Stack;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.PersistentVolume;
import dev.gantry.storage.PersistentVolumeClaim;
import dev.gantry.storage.PersistentVolumeSource;
import dev.gantry.storage.StorageClass;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.storage.VolumeMode;
import dev.gantry.workload.Container;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.StatefulSet;
import dev.gantry.workload.Volume;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StorageCheckTest {

    private static final Image IMAGE = Image.of("example.com/web:7");
    private static final VolumeClaim ONCE = VolumeClaim.of("10Gi", AccessMode.READ_WRITE_ONCE);
    private static final PersistentVolumeSource NFS = PersistentVolumeSource.nfs("nas.example.com", "/data");

    @Test
    void should_warn_of_a_claim_of_one_node_that_several_pods_share() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    PersistentVolumeClaim data = shop.add(PersistentVolumeClaim.of("data", ONCE, c -> {})); // @claim
                    shop.add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .replicas(3) // @replicas
                                    .container(
                                            "web", IMAGE, c -> c.mount(Volume.claim("data", data), "/d")))); // @mount
                }))
                .isEqualTo(Lines.fill(StorageCheckTest.class, """
                        warning GTY-STO-001 @mount Deployment shop/web \
                        spec.template.spec.volumes[0].persistentVolumeClaim.claimName
                          Up to 3 pods share PersistentVolumeClaim shop/data, which only the pods of one node can use: those on \
                        other nodes do not start.
                          hint: Give the claim READ_WRITE_MANY, run one pod, or use a StatefulSet with \
                        Volume.claimTemplate(...).
                          @claim: the claim is made here
                          @replicas: the number of pods is set here
                        """));
    }

    @Test
    void should_count_the_pods_that_an_autoscaler_may_make() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    VolumeClaim pod = VolumeClaim.of("10Gi", AccessMode.READ_WRITE_ONCE_POD);
                    PersistentVolumeClaim data = shop.add(PersistentVolumeClaim.of("data", pod, c -> {}));
                    Deployment web = shop.add(web(c -> c.requests("1", "1Gi").mount(Volume.claim("data", data), "/d")));
                    shop.add(HorizontalPodAutoscaler.of(
                            "web", web, h -> h.replicas(1, 4).cpuUtilization(70)));
                }))
                .extracting(f -> f.code() + " " + f.message())
                .containsExactly(
                        "GTY-STO-001 Up to 4 pods share PersistentVolumeClaim data, which only one pod can use:"
                                + " the others do not start.");
    }

    @Test
    void should_accept_claims_that_may_be_shared_or_are_not() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    VolumeClaim many = ONCE.accessModes(AccessMode.READ_WRITE_MANY);
                    PersistentVolumeClaim shared = shop.add(PersistentVolumeClaim.of("shared", many, c -> {}));
                    PersistentVolumeClaim own = shop.add(PersistentVolumeClaim.of("own", ONCE, c -> {}));
                    shop.add(Deployment.of(
                            "many",
                            d -> d.selector("app", "many")
                                    .replicas(3)
                                    .container(
                                            "web",
                                            IMAGE,
                                            c -> c.mount(Volume.claim("data", shared), "/d")
                                                    .mount(Volume.ephemeral("scratch", ONCE), "/s"))));
                    shop.add(web(c -> c.mount(Volume.claim("data", own), "/d")));
                    shop.add(StatefulSet.of(
                            "db",
                            s -> s.selector("app", "db")
                                    .replicas(3)
                                    .container("db", IMAGE, c -> c.mount(Volume.claimTemplate("data", ONCE), "/d"))));
                }))
                .filteredOn(f -> f.code().startsWith("GTY-STO"))
                .isEmpty();
    }

    @Test
    void should_warn_of_two_default_classes() {
        assertThat(report(app -> {
                    Stack storage = app.stack("storage");
                    storage.add(StorageClass.of("fast", "disk.example.com", c -> c.defaultClass())); // @fast
                    storage.add(StorageClass.of("slow", "disk.example.com", c -> {}));
                    storage.add(StorageClass.of("cheap", "disk.example.com", c -> c.defaultClass())); // @cheap
                }))
                .isEqualTo(Lines.fill(StorageCheckTest.class, """
                        warning GTY-STO-002 @cheap StorageClass cheap \
                        metadata.annotations["storageclass.kubernetes.io/is-default-class"]
                          StorageClass cheap and StorageClass fast are both the class of claims that name none.
                          hint: Call defaultClass() on one of them only.
                          @fast: the first one is the default here
                        """));
    }

    @Test
    void should_reject_a_block_device_that_is_mounted_and_files_that_are_a_device() {
        VolumeClaim block = ONCE.volumeMode(VolumeMode.BLOCK);
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    PersistentVolumeClaim disk = shop.add(PersistentVolumeClaim.of("disk", block, c -> {}));
                    PersistentVolumeClaim files = shop.add(PersistentVolumeClaim.of("files", ONCE, c -> {}));
                    shop.add(web(c -> c.mount(Volume.claim("disk", disk), "/d")
                            .device(Volume.claim("files", files), "/dev/f")
                            .mount(Volume.ephemeral("scratch", block), "/s")));
                }))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactlyInAnyOrder(
                        "GTY-STO-003 spec.template.spec.containers[0].volumeMounts[0].name The volume \"disk\" is a block"
                                + " device, but it is mounted as files.",
                        "GTY-STO-003 spec.template.spec.containers[0].volumeMounts[1].name The volume \"scratch\" is a"
                                + " block device, but it is mounted as files.",
                        "GTY-STO-003 spec.template.spec.containers[0].volumeDevices[0].name The volume \"files\" has files,"
                                + " but it is used as a block device.");
        assertThat(findings(stateful(c -> c.mount(Volume.claimTemplate("disk", block), "/d"))))
                .extracting(f -> f.code() + " " + f.hint())
                .contains("GTY-STO-003 Leave volumeMode(...) of its claim out, or use it with device(volume, path).");
        assertThat(findings(stateful(c -> c.device(Volume.claimTemplate("disk", block), "/dev/d")
                        .mount(Volume.claimTemplate("files", ONCE), "/f"))))
                .filteredOn(f -> f.code().startsWith("GTY-STO"))
                .isEmpty();
    }

    @Test
    void should_reject_a_claim_of_more_than_its_volume_has() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    PersistentVolume nas = shop.add(disk(Quantity.gibi(9)));
                    VolumeClaim claim = ONCE.noStorageClass().volume(nas);
                    shop.add(PersistentVolumeClaim.of("data", claim, c -> {})); // @data
                }))
                .isEqualTo(Lines.fill(StorageCheckTest.class, """
                        error GTY-STO-004 @data PersistentVolumeClaim shop/data spec.resources.requests.storage
                          The claim requests 10Gi, but PersistentVolume nas has 9Gi.
                          hint: Ask for what the volume has, or let volume(...) name another one.
                          @volume: the volume says so here
                        """));
    }

    @Test
    void should_reject_a_claim_of_another_kind_of_volume() {
        VolumeClaim claim = VolumeClaim.of("1Gi", AccessMode.READ_WRITE_MANY)
                .storageClass(StorageClass.existing("fast"))
                .volumeMode(VolumeMode.BLOCK);
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    PersistentVolume nas = shop.add(disk(Quantity.gibi(9)));
                    shop.add(PersistentVolumeClaim.of("data", claim.volume(nas), c -> {}));
                }))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactlyInAnyOrder(
                        "GTY-STO-004 spec.accessModes The claim asks for ReadWriteMany, which PersistentVolume nas has"
                                + " not.",
                        "GTY-STO-004 spec.volumeMode The claim is for the mode Block, but that of PersistentVolume nas is"
                                + " Filesystem.",
                        "GTY-STO-004 spec.storageClassName The claim asks for the class fast, but that of PersistentVolume"
                                + " nas is \"\" (none).");
    }

    @Test
    void should_accept_a_claim_that_its_volume_suits() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    PersistentVolume nas = shop.add(PersistentVolume.of(
                            "nas",
                            Quantity.gibi(10),
                            AccessMode.READ_WRITE_MANY,
                            NFS,
                            v -> v.accessModes(AccessMode.READ_WRITE_ONCE)
                                    .storageClass(StorageClass.existing("manual"))
                                    .volumeMode(VolumeMode.FILESYSTEM)));
                    shop.add(PersistentVolumeClaim.of(
                            "data",
                            ONCE.storageClass(StorageClass.existing("manual")).volume(nas),
                            c -> {}));
                    shop.add(PersistentVolumeClaim.of(
                            "other", ONCE.volume(PersistentVolume.existing("elsewhere")), c -> {}));
                }))
                .isEmpty();
    }

    @Test
    void should_reject_a_local_volume_of_no_node() {
        assertThat(findings(app -> local(app, v -> {})))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly("GTY-STO-005 spec.local Nothing says on which node PersistentVolume disk is.");
        assertThat(findings(app -> local(
                        app, v -> v.nodeAffinity(a -> a.required(t -> t.in("kubernetes.io/hostname", "node-3"))))))
                .isEmpty();
    }

    private static PersistentVolume disk(Quantity size) {
        return PersistentVolume.of("nas", size, AccessMode.READ_WRITE_ONCE, NFS, v -> {}); // @volume
    }

    private static void local(App app, Consumer<PersistentVolume.Builder> options) {
        app.stack("shop")
                .add(PersistentVolume.of(
                        "disk",
                        Quantity.gibi(7),
                        AccessMode.READ_WRITE_ONCE,
                        PersistentVolumeSource.local("/mnt/disk"),
                        options));
    }

    private static Consumer<App> stateful(Consumer<Container> options) {
        return app -> app.stack("shop")
                .add(StatefulSet.of("db", s -> s.selector("app", "db").container("db", IMAGE, options)));
    }

    private static Deployment web(Consumer<Container> options) {
        return Deployment.of("web", d -> d.selector("app", "web").container("web", IMAGE, options));
    }
}
