package dev.gantry.engine.release;

import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ClusterAccess;
import dev.gantry.engine.cluster.Pace;
import dev.gantry.engine.cluster.Patience;
import dev.gantry.engine.cluster.PatientCluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.kubeconfig.AccessOptions;
import dev.gantry.fake.FakeCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server that speaks HTTP: the one that {@code GANTRY_TEST_KUBECONFIG} leads to, or else the fake. */
final class TestServer implements AutoCloseable {

    private static final String VARIABLE = "GANTRY_TEST_KUBECONFIG";

    private final @Nullable FakeCluster fake;
    private final Cluster cluster;

    TestServer() {
        String real = System.getenv(VARIABLE);
        fake = real == null ? FakeCluster.start() : null;
        cluster = open(fake == null ? Path.of(String.valueOf(real)) : kubeconfig(fake));
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

    private static Path kubeconfig(FakeCluster fake) {
        try {
            Path file = Files.createTempFile("gantry", ".yaml");
            file.toFile().deleteOnExit();
            return fake.kubeconfig(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
