package dev.gantry.model;

import static dev.gantry.TestRun.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Image;
import dev.gantry.LabelSelector;
import dev.gantry.Quantity;
import dev.gantry.cluster.LimitRange;
import dev.gantry.cluster.PriorityClass;
import dev.gantry.cluster.ResourceQuota;
import dev.gantry.config.Secret;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Reference;
import dev.gantry.extension.Resource;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.PersistentVolume;
import dev.gantry.storage.PersistentVolumeClaim;
import dev.gantry.storage.PersistentVolumeSource;
import dev.gantry.storage.StorageClass;
import dev.gantry.storage.VolumeAttributesClass;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.workload.Container;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.StatefulSet;
import dev.gantry.workload.Volume;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Bad values of storage, quotas and priorities: each is written, and becomes a flaw at its field. */
class StorageFlawTest {

    private static final String MAIN = "spec.template.spec.containers[0]";
    private static final String VOLUMES = "spec.template.spec.volumes";
    private static final String NULL = "GTY-VAL-001 A value is needed here, but null was given.";
    private static final VolumeClaim CLAIM = VolumeClaim.of("3Gi", AccessMode.READ_WRITE_ONCE);
    private static final PersistentVolumeSource NFS = PersistentVolumeSource.nfs("nas.example.com", "/data");

    @Test
    void should_find_null_wherever_a_value_belongs() {
        assertThat(claim(null)).containsExactly("spec " + NULL);
        assertThat(claim(VolumeClaim.of((String) null, null)))
                .containsExactly(
                        "spec.accessModes " + NULL, "spec.resources.requests.storage GTY-VAL-004 A quantity is null.");
        assertThat(claim(CLAIM.storageClass(null))).containsExactly("spec.storageClassName " + NULL);
        assertThat(claim(CLAIM.volume(null))).containsExactly("spec.volumeName " + NULL);
        assertThat(claim(CLAIM.dataSource(null))).containsExactly("spec.dataSource " + NULL);
        assertThat(claim(CLAIM.selector((LabelSelector) null))).containsExactly("spec.selector " + NULL);
        assertThat(volume(null, v -> {})).containsExactly("spec " + NULL);
        assertThat(volume(NFS, v -> v.claimRef(null))).containsExactly("spec.claimRef " + NULL);
        assertThat(volume(PersistentVolumeSource.csi("a", "b").nodeStageSecret(null), v -> {}))
                .containsExactly("spec.csi.nodeStageSecretRef " + NULL);
        assertThat(pod(c -> c.device(null, "/dev/x"))).containsExactly(MAIN + ".volumeDevices " + NULL);
        assertThat(pod(c -> c.mount(Volume.claim("a", null), "/a")))
                .containsExactly(VOLUMES + "[0].persistentVolumeClaim.claimName " + NULL);
        assertThat(flaws(ResourceQuota.of("q", q -> q.storage(null, Quantity.of(7)))))
                .containsExactly("spec.hard " + NULL);
        assertThat(flaws(ResourceQuota.of("q", q -> q.hard(null, Quantity.of(7)))))
                .containsExactly("spec.hard " + NULL);
        assertThat(flaws(ResourceQuota.of("q", q -> q.priorityClasses((PriorityClass) null))))
                .containsExactly("spec.scopeSelector.matchExpressions[0].values " + NULL);
        assertThat(flaws(LimitRange.of("l", l -> l.container(null)))).containsExactly("spec.limits[0] " + NULL);
    }

    @Test
    void should_find_sizes_that_are_none() {
        assertThat(claim(VolumeClaim.of("0", AccessMode.READ_WRITE_ONCE)))
                .containsExactly("spec.resources.requests.storage GTY-VAL-007 A size of 0 is out of range.");
        assertThat(claim(CLAIM.limit(Quantity.of("-3Gi"))))
                .containsExactly("spec.resources.limits.storage GTY-VAL-007 A size of -3Gi is out of range.");
        assertThat(claim(VolumeClaim.of("3 GB", AccessMode.READ_WRITE_ONCE)))
                .containsExactly("spec.resources.requests.storage GTY-VAL-004 \"3 GB\" is not a quantity.");
    }

    @Test
    void should_find_an_access_mode_that_stands_alone_or_not_at_all() {
        String alone = "spec.accessModes GTY-VAL-010 ReadWriteOncePod cannot stand beside other access modes.";
        assertThat(claim(CLAIM.accessModes(AccessMode.READ_WRITE_ONCE_POD))).containsExactly(alone);
        assertThat(volume(NFS, v -> v.accessModes(AccessMode.READ_WRITE_ONCE_POD)))
                .containsExactly(alone);
        assertThat(claim(CLAIM.accessModes(AccessMode.READ_ONLY_MANY))).isEmpty();
    }

    @Test
    void should_find_paths_and_names_that_kubernetes_does_not_take() {
        assertThat(volume(PersistentVolumeSource.nfs("nas", "data"), v -> {}))
                .containsExactly("spec.nfs.path GTY-VAL-009 \"data\" does not begin with /.");
        assertThat(claim(CLAIM.snapshot("Nightly")))
                .containsExactly("spec.dataSource.name GTY-VAL-009 \"Nightly\" has upper-case letters.");
        assertThat(flaws(StorageClass.of("fast", "a b", c -> {})))
                .containsExactly("provisioner GTY-VAL-009 \"a b\" has the character ' ' (a space).");
        assertThat(flaws(VolumeAttributesClass.of("fast", "", c -> {})))
                .containsExactly("driverName GTY-VAL-009 \"\" is empty.");
        assertThat(volume(PersistentVolumeSource.csi("disk_example", "b"), v -> {}))
                .containsExactly("spec.csi.driver GTY-VAL-009 \"disk_example\" has the character '_'.");
        assertThat(volume(PersistentVolumeSource.csi("d".repeat(64), "b"), v -> {}))
                .containsExactly(
                        "spec.csi.driver GTY-VAL-009 \"" + "d".repeat(64) + "\" has 64 characters; 63 are allowed.");
        assertThat(volume(PersistentVolumeSource.csi("Disk.Example.com", "b"), v -> {}))
                .isEmpty();
        assertThat(flaws(ResourceQuota.of("q", q -> q.count("deployments apps", 3))))
                .containsExactly(
                        "spec.hard[\"count/deployments apps\"] GTY-VAL-009 \"count/deployments apps\" has the character"
                                + " ' ' (a space).");
        assertThat(pod(c -> c.device(Volume.claim("a", PersistentVolumeClaim.existing("a")), "/dev:x")))
                .containsExactly(MAIN + ".volumeDevices[0].devicePath GTY-VAL-009 \"/dev:x\" has a ':'.");
    }

    @Test
    void should_refuse_a_device_that_comes_from_no_claim() {
        assertThat(pod(c -> c.device(Volume.emptyDir("a"), "/dev/x")))
                .containsExactly(MAIN
                        + ".volumeDevices[0].name GTY-VAL-011 The volume \"a\" cannot be a device: it does not come from a"
                        + " claim.");
        assertThat(pod(c -> c.device(Volume.ephemeral("a", CLAIM), "/dev/x"))).isEmpty();
    }

    @Test
    void should_refuse_a_claim_for_each_pod_where_nobody_makes_it() {
        assertThat(pod(c -> c.mount(Volume.claimTemplate("data", CLAIM), "/data")))
                .containsExactly(VOLUMES
                        + " GTY-VAL-011 The volume \"data\" is a claim for each pod, which only a StatefulSet makes.");
    }

    @Test
    void should_list_a_claim_for_each_pod_once() {
        StatefulSet db = StatefulSet.of(
                "db",
                s -> s.initContainer(
                                "prepare", Image.of("db:7"), c -> c.mount(Volume.claimTemplate("data", CLAIM), "/data"))
                        .container("db", Image.of("db:7"), c -> c.mount(Volume.claimTemplate("data", CLAIM), "/data")));
        assertThat(flaws(db)).isEmpty();
        assertThat(Trees.of(db).at("/spec/volumeClaimTemplates").size()).isEqualTo(1);
        assertThat(Trees.of(db).at("/spec/template/spec").has("volumes")).isFalse();
    }

    @Test
    void should_find_two_volumes_of_one_name_of_which_one_is_a_claim_for_each_pod() {
        String different = VOLUMES + " GTY-VAL-010 The pod has two different volumes with the name \"data\".";
        assertThat(stateful(c -> c.mount(Volume.claimTemplate("data", CLAIM), "/a")
                        .mount(Volume.claimTemplate("data", CLAIM).label("a", "b"), "/b")))
                .containsExactly(different);
        assertThat(stateful(
                        c -> c.mount(Volume.claimTemplate("data", CLAIM), "/a").mount(Volume.emptyDir("data"), "/b")))
                .containsExactly(different);
        assertThat(stateful(
                        c -> c.mount(Volume.emptyDir("data"), "/b").mount(Volume.claimTemplate("data", CLAIM), "/a")))
                .containsExactly(different);
    }

    @Test
    void should_find_priorities_that_are_not_for_programs() {
        assertThat(flaws(PriorityClass.of("system-mine", 7, p -> {})))
                .containsExactly("metadata.name GTY-VAL-002 \"system-mine\" begins with \"system-\", which Kubernetes"
                        + " keeps for itself.");
        assertThat(flaws(PriorityClass.of("high", 1_000_000_001, p -> {})))
                .containsExactly("value GTY-VAL-007 1000000001 is out of range.");
        assertThat(flaws(PriorityClass.existing("system-node-critical"))).isEmpty();
        assertThat(flaws(PriorityClass.of("systemic", -7, p -> {}))).isEmpty();
    }

    @Test
    void should_find_the_same_type_of_limits_twice() {
        assertThat(flaws(LimitRange.of("l", l -> l.pod(p -> p.max("1", "1Gi")).pod(p -> p.min("1m", "1Mi")))))
                .containsExactly("spec.limits[1].type GTY-VAL-010 There is another item of the type Pod.");
    }

    @Test
    void should_find_a_topology_without_a_value() {
        assertThat(flaws(StorageClass.of("fast", "disk.example.com", c -> c.allowedTopology(t -> t.in("zone")))))
                .containsExactly(
                        "allowedTopologies[0].matchLabelExpressions[0].values GTY-VAL-010 A label needs at least"
                                + " one value.");
    }

    @Test
    void should_find_a_selector_of_no_priority_class() {
        assertThat(flaws(ResourceQuota.of("q", q -> q.notPriorityClasses())))
                .containsExactly(
                        "spec.scopeSelector.matchExpressions[0].values GTY-VAL-010 NotIn needs at least one value.");
    }

    @Test
    void should_ask_for_the_namespace_of_a_secret_that_a_volume_names() {
        assertThat(volume(PersistentVolumeSource.csi("a", "b").nodeStageSecret(Secret.existing("s")), v -> {}))
                .containsExactly(
                        "spec.csi.nodeStageSecretRef.namespace GTY-VAL-002 Nobody says in which namespace Secret"
                                + " s is.");
    }

    @Test
    void should_write_the_namespace_of_a_claim_of_the_program() {
        PersistentVolumeClaim data = PersistentVolumeClaim.of("data", CLAIM, c -> {});
        PersistentVolume disk =
                PersistentVolume.of("disk", Quantity.gibi(3), AccessMode.READ_WRITE_ONCE, NFS, v -> v.claimRef(data));
        assertThat(Trees.of(disk).at("/spec/claimRef")).hasToString("{\"name\":\"data\",\"namespace\":\"shop\"}");
        assertThat(NFS).isEqualTo(PersistentVolumeSource.nfs("nas.example.com", "/data"));
        assertThat(PersistentVolumeSource.csi("a", "b")
                        .nodeStageSecret(Secret.existing("s").in("x")))
                .isNotEqualTo(PersistentVolumeSource.csi("a", "b"));
    }

    @Test
    void should_name_what_belongs_to_the_cluster_from_any_namespace() {
        assertThat(findings(app -> {
                    PriorityClass high = app.stack("cluster").add(PriorityClass.of("high", 7, p -> {}));
                    StorageClass fast = app.stack("storage").add(StorageClass.of("fast", "disk.example.com", c -> {}));
                    app.stack("shop", s -> s.namespace("shop"))
                            .add(PersistentVolumeClaim.of("data", CLAIM.storageClass(fast), c -> {}));
                    app.stack("quota", s -> s.namespace("quota"))
                            .add(ResourceQuota.of(
                                    "all",
                                    q -> q.storage(fast, Quantity.gibi(30)).priorityClasses(high)));
                }))
                .isEmpty();
    }

    @Test
    void should_know_a_class_of_the_program_that_was_never_added() {
        StorageClass fast = StorageClass.of("fast", "disk.example.com", c -> {});
        assertThat(Draft.of(PersistentVolumeClaim.of("data", CLAIM.storageClass(fast), c -> {}))
                        .references())
                .extracting(Reference::target)
                .containsExactly(fast);
    }

    private static List<String> claim(VolumeClaim claim) {
        return flaws(PersistentVolumeClaim.of("data", claim, c -> {}));
    }

    private static List<String> volume(PersistentVolumeSource source, Consumer<PersistentVolume.Builder> options) {
        return flaws(PersistentVolume.of("disk", Quantity.gibi(7), AccessMode.READ_WRITE_ONCE, source, options));
    }

    private static List<String> pod(Consumer<Container> options) {
        return flaws(Deployment.of("web", d -> d.container("main", Image.of("web:7"), options)));
    }

    private static List<String> stateful(Consumer<Container> options) {
        return flaws(StatefulSet.of("db", s -> s.container("main", Image.of("db:7"), options)));
    }

    private static List<String> flaws(Resource resource) {
        return Draft.of(resource).problems().stream()
                .map(p -> p.field() + " " + p.flaw().rule().code() + " "
                        + p.flaw().message())
                .toList();
    }
}
