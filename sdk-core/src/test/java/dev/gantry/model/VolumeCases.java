package dev.gantry.model;

import dev.gantry.Quantity;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.storage.HostPathType;
import dev.gantry.workload.EmptyDirVolume;
import dev.gantry.workload.MountPropagation;
import dev.gantry.workload.RecursiveReadOnly;
import dev.gantry.workload.Volume;
import dev.gantry.workload.VolumeProjection;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import java.time.Duration;
import java.util.List;

final class VolumeCases {

    private VolumeCases() {}

    static List<Case> cases() {
        EmptyDirVolume cache = Volume.emptyDir("cache").sizeLimit(Quantity.mebi(64));
        return List.of(
                Cases.container(
                        "mounts",
                        c -> c.mount(cache, "/cache")
                                .mount(
                                        cache,
                                        "/logs",
                                        m -> m.readOnly()
                                                .recursiveReadOnly(RecursiveReadOnly.IF_POSSIBLE)
                                                .subPath("logs")
                                                .mountPropagation(MountPropagation.HOST_TO_CONTAINER))
                                .mount(cache, "/own", m -> m.subPathExpr("$(POD_NAME)")),
                        c -> c.addNewVolumeMount()
                                .withName("cache")
                                .withMountPath("/cache")
                                .endVolumeMount()
                                .addNewVolumeMount()
                                .withName("cache")
                                .withMountPath("/logs")
                                .withReadOnly(true)
                                .withRecursiveReadOnly("IfPossible")
                                .withSubPath("logs")
                                .withMountPropagation("HostToContainer")
                                .endVolumeMount()
                                .addNewVolumeMount()
                                .withName("cache")
                                .withMountPath("/own")
                                .withSubPathExpr("$(POD_NAME)")
                                .endVolumeMount(),
                        pod -> pod.addNewVolume()
                                .withName("cache")
                                .withEmptyDir(new EmptyDirVolumeSource(null, quantity("64Mi")))
                                .endVolume()),
                Cases.pod(
                        "folders",
                        d -> d.volume(Volume.emptyDir("fast").memory())
                                .volume(Volume.emptyDir("huge").medium("HugePages-2Mi"))
                                .volume(Volume.hostPath("socket", "/run/x.sock").type(HostPathType.SOCKET)),
                        pod -> pod.addNewVolume()
                                .withName("fast")
                                .withEmptyDir(new EmptyDirVolumeSource("Memory", null))
                                .endVolume()
                                .addNewVolume()
                                .withName("huge")
                                .withEmptyDir(new EmptyDirVolumeSource("HugePages-2Mi", null))
                                .endVolume()
                                .addNewVolume()
                                .withName("socket")
                                .withNewHostPath("/run/x.sock", "Socket")
                                .endVolume()),
                Cases.pod(
                        "keys as files",
                        d -> d.volume(Volume.configMap("conf", ConfigMap.existing("app"))
                                        .item("a", "x/a.txt")
                                        .item("b", "b.txt", 0400)
                                        .defaultMode(0440)
                                        .optional())
                                .volume(Volume.secret("tls", Secret.existing("cert"))
                                        .item("tls.crt", "crt.pem")
                                        .item("tls.key", "key.pem", 0600)
                                        .defaultMode(0444)
                                        .optional()),
                        pod -> pod.addNewVolume()
                                .withName("conf")
                                .withNewConfigMap()
                                .withName("app")
                                .addToItems(new KeyToPath("a", null, "x/a.txt"), new KeyToPath("b", 256, "b.txt"))
                                .withDefaultMode(288)
                                .withOptional(true)
                                .endConfigMap()
                                .endVolume()
                                .addNewVolume()
                                .withName("tls")
                                .withNewSecret()
                                .withSecretName("cert")
                                .addToItems(
                                        new KeyToPath("tls.crt", null, "crt.pem"),
                                        new KeyToPath("tls.key", 384, "key.pem"))
                                .withDefaultMode(292)
                                .withOptional(true)
                                .endSecret()
                                .endVolume()),
                Cases.pod(
                        "what the pod knows of itself",
                        d -> d.volume(Volume.downwardApi("self")
                                .field("labels", "metadata.labels")
                                .field("name", "metadata.name", 0404)
                                .resource("memory", "main", "limits.memory", Quantity.mebi(1))
                                .defaultMode(0400)),
                        pod -> pod.addNewVolume()
                                .withName("self")
                                .withNewDownwardAPI()
                                .addNewItem()
                                .withPath("labels")
                                .withNewFieldRef(null, "metadata.labels")
                                .endItem()
                                .addNewItem()
                                .withPath("name")
                                .withMode(260)
                                .withNewFieldRef(null, "metadata.name")
                                .endItem()
                                .addNewItem()
                                .withPath("memory")
                                .withResourceFieldRef(
                                        new ResourceFieldSelector("main", quantity("1Mi"), "limits.memory"))
                                .endItem()
                                .withDefaultMode(256)
                                .endDownwardAPI()
                                .endVolume()),
                Cases.pod(
                        "several sources in one folder",
                        d -> d.volume(Volume.projected(
                                        "all",
                                        VolumeProjection.configMap(ConfigMap.existing("app"))
                                                .item("a", "a.txt")
                                                .optional(),
                                        VolumeProjection.secret(Secret.existing("cert"))
                                                .item("b", "b.txt", 0200)
                                                .optional(),
                                        VolumeProjection.downwardApi()
                                                .field("uid", "metadata.uid")
                                                .field("ns", "metadata.namespace", 0100)
                                                .resource("cpu", "main", "requests.cpu", Quantity.milli(1)),
                                        VolumeProjection.serviceAccountToken("token")
                                                .audience("vault")
                                                .expiration(Duration.ofMinutes(30)))
                                .defaultMode(0111)),
                        pod -> pod.addNewVolume()
                                .withName("all")
                                .withNewProjected()
                                .addNewSource()
                                .withNewConfigMap()
                                .withName("app")
                                .addToItems(new KeyToPath("a", null, "a.txt"))
                                .withOptional(true)
                                .endConfigMap()
                                .endSource()
                                .addNewSource()
                                .withNewSecret()
                                .withName("cert")
                                .addToItems(new KeyToPath("b", 128, "b.txt"))
                                .withOptional(true)
                                .endSecret()
                                .endSource()
                                .addNewSource()
                                .withNewDownwardAPI()
                                .addNewItem()
                                .withPath("uid")
                                .withNewFieldRef(null, "metadata.uid")
                                .endItem()
                                .addNewItem()
                                .withPath("ns")
                                .withMode(64)
                                .withNewFieldRef(null, "metadata.namespace")
                                .endItem()
                                .addNewItem()
                                .withPath("cpu")
                                .withResourceFieldRef(new ResourceFieldSelector("main", quantity("1m"), "requests.cpu"))
                                .endItem()
                                .endDownwardAPI()
                                .endSource()
                                .addNewSource()
                                .withNewServiceAccountToken("vault", 1800L, "token")
                                .endSource()
                                .withDefaultMode(73)
                                .endProjected()
                                .endVolume()));
    }

    private static io.fabric8.kubernetes.api.model.Quantity quantity(String text) {
        return io.fabric8.kubernetes.api.model.Quantity.parse(text);
    }
}
