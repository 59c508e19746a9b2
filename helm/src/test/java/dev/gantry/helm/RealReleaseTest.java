package dev.gantry.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.ReleaseHistory;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ClusterAccess;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Pace;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.kubeconfig.AccessOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A packaged chart in the hands of real Helm, on the API server of the kubeconfig that {@code GANTRY_TEST_KUBECONFIG} names, in a
 * namespace of its own. Helm-java has no {@code rollback}: what it does, an upgrade to the former package, is done here.
 */
@Tag("real-cluster")
class RealReleaseTest {

    private static final String VARIABLE = "GANTRY_TEST_KUBECONFIG";
    private static final ApiResource CONFIG_MAPS = new ApiResource("v1", "ConfigMap", "configmaps", true, Set.of());
    private static final ApiResource ACCOUNTS =
            new ApiResource("v1", "ServiceAccount", "serviceaccounts", true, Set.of());
    private static final ApiResource NAMESPACES = new ApiResource("v1", "Namespace", "namespaces", false, Set.of());

    @TempDir
    Path folder;

    private final String namespace =
            "gantry-helm-" + UUID.randomUUID().toString().substring(0, 8);
    private Path kubeconfig;
    private Cluster cluster;

    @BeforeEach
    void open() {
        String file = System.getenv(VARIABLE);
        if (file == null || !Files.isReadable(Path.of(file))) {
            throw new AssertionError(
                    "The profile real-cluster needs a kubeconfig in the variable " + VARIABLE + ", and there is none.");
        }
        kubeconfig = Path.of(file);
        cluster = ClusterAccess.find(new AccessOptions(kubeconfig, null, List.of(), null))
                .open(Pace.of(Time.system(), 1, 0), ClusterAccess.REQUEST_LIMIT, Time.system());
    }

    @AfterEach
    void leaveNothingBehind() {
        ObjectRef own = new ObjectRef(NAMESPACES, null, namespace);
        cluster.get(own).ifPresent(live -> {
            String uid = live.path("metadata").path("uid").asText();
            cluster.delete(new Deletion(own, uid, null, false));
            if (!hasControllers()) {
                finish(own);
            }
        });
        cluster.close();
    }

    /** Without them the namespace would stay for ever; with them, one that is let go too early would leave behind what is in it. */
    private boolean hasControllers() {
        return cluster.get(new ObjectRef(ACCOUNTS, "default", "default")).isPresent();
    }

    private void finish(ObjectRef own) {
        cluster.get(own).ifPresent(left -> {
            ObjectNode free = left.deepCopy();
            free.withObject("/spec").putArray("finalizers");
            ApiResource part = new ApiResource("v1", "Namespace", "namespaces/" + namespace, false, Set.of());
            ObjectRef finalize = new ObjectRef(part, null, "finalize");
            try {
                cluster.write(new Write(Write.Method.REPLACE, finalize, free, "test", false, false));
            } catch (ApiFailure e) {
                // It is gone, or its controller is at work.
            }
        });
    }

    @Test
    void should_install_upgrade_and_go_back() throws IOException {
        Path first = pack("0.1.0", "replicas: 2\nname: web\ndebug: false\n");
        Path second = pack("0.2.0", "replicas: 5\nname: web\ndebug: true\n");

        assertThat(com.marcnuri.helm.Helm.install(first.toString())
                        .withName("shop")
                        .withNamespace(namespace)
                        .createNamespace()
                        .withKubeConfig(kubeconfig)
                        .call()
                        .getStatus())
                .isEqualTo("deployed");
        assertThat(data()).hasValueSatisfying(data -> assertThat(data).hasToString("{\"replicas\":\"2\"}"));

        upgrade(second);
        assertThat(data())
                .hasValueSatisfying(data -> assertThat(data).hasToString("{\"debug\":\"on\",\"replicas\":\"5\"}"));

        upgrade(first);
        assertThat(data()).hasValueSatisfying(data -> assertThat(data).hasToString("{\"replicas\":\"2\"}"));
        assertThat(com.marcnuri.helm.Helm.history("shop")
                        .withNamespace(namespace)
                        .withKubeConfig(kubeconfig)
                        .call())
                .extracting(ReleaseHistory::getChart)
                .containsExactly("shop-0.1.0", "shop-0.2.0", "shop-0.1.0");

        String ignored = com.marcnuri.helm.Helm.uninstall("shop")
                .withNamespace(namespace)
                .withKubeConfig(kubeconfig)
                .call();
        assertThat(data()).isEmpty();
    }

    private void upgrade(Path archive) {
        assertThat(com.marcnuri.helm.Helm.upgrade(archive.toString())
                        .withName("shop")
                        .withNamespace(namespace)
                        .withKubeConfig(kubeconfig)
                        .call()
                        .getStatus())
                .isEqualTo("deployed");
    }

    private Path pack(String version, String values) throws IOException {
        Path chart =
                TestChart.in(folder.resolve("shop")).file("values.yaml", values).folder();
        return Helm.load().pack(chart, folder.resolve("charts"), version, null);
    }

    private Optional<ObjectNode> data() {
        return cluster.get(new ObjectRef(CONFIG_MAPS, namespace, "web")).map(live -> (ObjectNode) live.path("data"));
    }
}
