package dev.gantry.engine.contract;

import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ClusterAccess;
import dev.gantry.engine.cluster.Pace;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.kubeconfig.AccessOptions;
import dev.gantry.fake.FakeCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The server that the contract is tried on: the one in memory, or with {@code -Dgantry.contract.server=real} the one of the
 * kubeconfig that the variable {@code GANTRY_TEST_KUBECONFIG} names. Where that is asked for and there is none, tests fail.
 */
final class ContractServer {

    static final String VARIABLE = "GANTRY_TEST_KUBECONFIG";

    private static final boolean REAL =
            System.getProperty("gantry.contract.server", "fake").equals("real");

    private ContractServer() {}

    /** Whether it is a real one. */
    static boolean isReal() {
        return REAL;
    }

    /** Opens it, each time anew. */
    static Cluster open() {
        return ClusterAccess.find(new AccessOptions(kubeconfig(), null, List.of(), null))
                .open(Pace.of(Time.system(), 8, 0), ClusterAccess.REQUEST_LIMIT, Time.system());
    }

    private static Path kubeconfig() {
        if (!REAL) {
            return InMemory.KUBECONFIG;
        }
        String file = System.getenv(VARIABLE);
        if (file == null || !Files.isReadable(Path.of(file))) {
            throw new AssertionError("The profile real-cluster needs a kubeconfig in the variable " + VARIABLE
                    + ", and there is " + (file == null ? "none" : "no file " + file) + ".");
        }
        return Path.of(file);
    }

    /** Lives as long as the tests. */
    private static final class InMemory {

        static final Path KUBECONFIG = start();

        private static Path start() {
            try {
                Path file = Files.createTempFile("kubeconfig", ".yaml");
                file.toFile().deleteOnExit();
                return FakeCluster.start().kubeconfig(file);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
