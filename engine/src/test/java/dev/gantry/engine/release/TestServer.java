package dev.gantry.engine.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ClusterAccess;
import dev.gantry.engine.cluster.Pace;
import dev.gantry.engine.cluster.Patience;
import dev.gantry.engine.cluster.PatientCluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.kubeconfig.AccessOptions;
import dev.gantry.fake.FakeCluster;
import dev.gantry.fake.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server that speaks HTTP: a fake of its own, or the real one; see {@link TestCluster}. */
final class TestServer implements AutoCloseable {

    private final @Nullable FakeCluster fake;
    private final Path kubeconfig;
    private final Cluster cluster;

    private TestServer(@Nullable FakeCluster fake, Path kubeconfig) {
        this.fake = fake;
        this.kubeconfig = kubeconfig;
        this.cluster = open(kubeconfig);
    }

    /** The chosen one. */
    static TestServer chosen() {
        return TestCluster.isReal() ? new TestServer(null, TestCluster.kubeconfig()) : of(FakeCluster.start());
    }

    /** This one. */
    static TestServer of(FakeCluster fake) {
        return new TestServer(fake, fake.kubeconfig(temporary()));
    }

    /** The same server, asked in the name of another user; only a real one knows who may do what. */
    Cluster as(String user) {
        try {
            YAMLMapper yaml = new YAMLMapper();
            JsonNode config = yaml.readTree(kubeconfig.toFile());
            config.path("users")
                    .forEach(each -> ((ObjectNode) each).withObject("/user").put("as", user));
            Path file = temporary();
            yaml.writeValue(file.toFile(), config);
            return open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cluster cluster() {
        return cluster;
    }

    @Override
    public void close() {
        cluster.close();
        if (fake != null) {
            fake.close();
        }
    }

    private static Cluster open(Path kubeconfig) {
        Time time = Time.system();
        return new PatientCluster(
                ClusterAccess.find(new AccessOptions(kubeconfig, null, List.of(), null))
                        .open(Pace.of(time, 8, 0), ClusterAccess.REQUEST_LIMIT, time),
                Patience.until(time.now().plus(Duration.ofMinutes(2)), time, (action, why, wait) -> {}));
    }

    private static Path temporary() {
        try {
            Path file = Files.createTempFile("gantry", ".yaml");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
