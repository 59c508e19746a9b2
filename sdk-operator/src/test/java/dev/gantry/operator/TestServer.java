package dev.gantry.operator;

import dev.gantry.fake.FakeCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The server that an operator's life is tried on: one in memory, or with {@code -Dgantry.contract.server=real} that of the kubeconfig which the
 * variable {@code GANTRY_TEST_KUBECONFIG} names. Where that is asked for and there is none, tests fail.
 */
final class TestServer {

    static final String VARIABLE = "GANTRY_TEST_KUBECONFIG";

    private static final boolean REAL =
            System.getProperty("gantry.contract.server", "fake").equals("real");

    private TestServer() {}

    static Path kubeconfig() {
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
