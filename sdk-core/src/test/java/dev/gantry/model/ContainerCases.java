package dev.gantry.model;

import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.Text;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.network.Service;
import dev.gantry.workload.EnvFrom;
import dev.gantry.workload.ImagePullPolicy;
import dev.gantry.workload.ResizeRestartPolicy;
import dev.gantry.workload.TerminationMessagePolicy;
import io.fabric8.kubernetes.api.model.ContainerPort;
import java.util.List;

final class ContainerCases {

    private ContainerCases() {}

    static List<Case> cases() {
        Service database = Service.of("database", s -> {});
        return List.of(
                Cases.pod(
                        "containers of every sort",
                        d -> d.container("one", Image.of("one:1"), c -> c.tty(true))
                                .initContainer("two", Image.of("two:2"), c -> c.workingDir("/two"))
                                .sidecar("three", Image.of("three:3"), c -> c.stdin(true)),
                        s -> s.addNewContainer()
                                .withName("one")
                                .withImage("one:1")
                                .withTty(true)
                                .endContainer()
                                .addNewInitContainer()
                                .withName("two")
                                .withImage("two:2")
                                .withWorkingDir("/two")
                                .endInitContainer()
                                .addNewInitContainer()
                                .withName("three")
                                .withImage("three:3")
                                .withRestartPolicy("Always")
                                .withStdin(true)
                                .endInitContainer()),
                Cases.container(
                        "what a container runs",
                        c -> c.imagePullPolicy(ImagePullPolicy.NEVER)
                                .command("java", "-Xmx200m")
                                .args("-jar", "/app.jar")
                                .workingDir("/srv")
                                .stdin(true)
                                .stdinOnce(true)
                                .tty(true)
                                .terminationMessagePath("/tmp/last-words")
                                .terminationMessagePolicy(TerminationMessagePolicy.FALLBACK_TO_LOGS_ON_ERROR),
                        c -> c.withImagePullPolicy("Never")
                                .withCommand("java", "-Xmx200m")
                                .withArgs("-jar", "/app.jar")
                                .withWorkingDir("/srv")
                                .withStdin(true)
                                .withStdinOnce(true)
                                .withTty(true)
                                .withTerminationMessagePath("/tmp/last-words")
                                .withTerminationMessagePolicy("FallbackToLogsOnError")),
                Cases.container(
                        "ports of a container",
                        c -> c.ports(Port.http(8080), Port.udp("dns", 53))
                                .port(
                                        Port.sctp("signal", 3868),
                                        p -> p.hostPort(3000).hostIp("192.0.2.1")),
                        c -> c.addToPorts(
                                new ContainerPort(8080, null, null, "http", "TCP"),
                                new ContainerPort(53, null, null, "dns", "UDP"),
                                new ContainerPort(3868, "192.0.2.1", 3000, "signal", "SCTP"))),
                Cases.container(
                        "variables of text",
                        c -> c.env("MODE", "fast").env("DB_URL", Text.join("jdbc:db://", database.host(), ":1521/x")),
                        c -> c.addNewEnv()
                                .withName("MODE")
                                .withValue("fast")
                                .endEnv()
                                .addNewEnv()
                                .withName("DB_URL")
                                .withValue("jdbc:db://database.shop.svc.cluster.example:1521/x")
                                .endEnv()),
                Cases.container(
                        "variables of ConfigMaps and Secrets",
                        c -> c.env("COLOR", ConfigMap.existing("theme").key("color"))
                                .env(
                                        "SHAPE",
                                        ConfigMap.existing("theme").key("shape").optional())
                                .env("PASSWORD", Secret.existing("db").key("password"))
                                .env("PIN", Secret.existing("db").key("pin").optional()),
                        c -> c.addNewEnv()
                                .withName("COLOR")
                                .withNewValueFrom()
                                .withNewConfigMapKeyRef("color", "theme", null)
                                .endValueFrom()
                                .endEnv()
                                .addNewEnv()
                                .withName("SHAPE")
                                .withNewValueFrom()
                                .withNewConfigMapKeyRef("shape", "theme", true)
                                .endValueFrom()
                                .endEnv()
                                .addNewEnv()
                                .withName("PASSWORD")
                                .withNewValueFrom()
                                .withNewSecretKeyRef("password", "db", null)
                                .endValueFrom()
                                .endEnv()
                                .addNewEnv()
                                .withName("PIN")
                                .withNewValueFrom()
                                .withNewSecretKeyRef("pin", "db", true)
                                .endValueFrom()
                                .endEnv()),
                Cases.container(
                        "variables of fields and resources",
                        c -> c.envField("POD_IP", "status.podIP")
                                .envResource("CPUS", "limits.cpu")
                                .envResource("MEBIS", "requests.memory", Quantity.mebi(1))
                                .envResource("OTHER", "proxy", "limits.memory", Quantity.of("1k")),
                        c -> c.addNewEnv()
                                .withName("POD_IP")
                                .withNewValueFrom()
                                .withNewFieldRef(null, "status.podIP")
                                .endValueFrom()
                                .endEnv()
                                .addNewEnv()
                                .withName("CPUS")
                                .withNewValueFrom()
                                .withNewResourceFieldRef()
                                .withResource("limits.cpu")
                                .endResourceFieldRef()
                                .endValueFrom()
                                .endEnv()
                                .addNewEnv()
                                .withName("MEBIS")
                                .withNewValueFrom()
                                .withNewResourceFieldRef()
                                .withResource("requests.memory")
                                .withNewDivisor("1Mi")
                                .endResourceFieldRef()
                                .endValueFrom()
                                .endEnv()
                                .addNewEnv()
                                .withName("OTHER")
                                .withNewValueFrom()
                                .withNewResourceFieldRef()
                                .withContainerName("proxy")
                                .withResource("limits.memory")
                                .withNewDivisor("1k")
                                .endResourceFieldRef()
                                .endValueFrom()
                                .endEnv()),
                Cases.container(
                        "variables of whole ConfigMaps and Secrets",
                        c -> c.envFrom(ConfigMap.existing("one"))
                                .envFrom(ConfigMap.existing("two"), "TWO_")
                                .envFrom(Secret.existing("three"))
                                .envFrom(Secret.existing("four"), "FOUR_")
                                .envFrom(EnvFrom.configMap(ConfigMap.existing("five"))
                                        .optional())
                                .envFrom(EnvFrom.secret(Secret.existing("six"))
                                        .prefix("SIX_")
                                        .optional()),
                        c -> c.addNewEnvFrom()
                                .withNewConfigMapRef("one", null)
                                .endEnvFrom()
                                .addNewEnvFrom()
                                .withPrefix("TWO_")
                                .withNewConfigMapRef("two", null)
                                .endEnvFrom()
                                .addNewEnvFrom()
                                .withNewSecretRef("three", null)
                                .endEnvFrom()
                                .addNewEnvFrom()
                                .withPrefix("FOUR_")
                                .withNewSecretRef("four", null)
                                .endEnvFrom()
                                .addNewEnvFrom()
                                .withNewConfigMapRef("five", true)
                                .endEnvFrom()
                                .addNewEnvFrom()
                                .withPrefix("SIX_")
                                .withNewSecretRef("six", true)
                                .endEnvFrom()),
                Cases.container(
                        "resources by pairs",
                        c -> c.requests("250m", "256Mi").limits("1500m", "1Gi"),
                        c -> c.withNewResources()
                                .addToRequests("cpu", quantity("250m"))
                                .addToRequests("memory", quantity("256Mi"))
                                .addToLimits("cpu", quantity("1500m"))
                                .addToLimits("memory", quantity("1Gi"))
                                .endResources()),
                Cases.container(
                        "resources one by one",
                        c -> c.cpu("2", "3")
                                .memory("128M", "129M")
                                .request("ephemeral-storage", Quantity.gibi(4))
                                .limit("example.com/gpu", Quantity.of(1))
                                .resizePolicy("cpu", ResizeRestartPolicy.NOT_REQUIRED)
                                .resizePolicy("memory", ResizeRestartPolicy.RESTART_CONTAINER),
                        c -> c.withNewResources()
                                .addToRequests("cpu", quantity("2"))
                                .addToRequests("memory", quantity("128M"))
                                .addToRequests("ephemeral-storage", quantity("4Gi"))
                                .addToLimits("cpu", quantity("3"))
                                .addToLimits("memory", quantity("129M"))
                                .addToLimits("example.com/gpu", quantity("1"))
                                .endResources()
                                .addNewResizePolicy("cpu", "NotRequired")
                                .addNewResizePolicy("memory", "RestartContainer")));
    }

    private static io.fabric8.kubernetes.api.model.Quantity quantity(String text) {
        return io.fabric8.kubernetes.api.model.Quantity.parse(text);
    }
}
