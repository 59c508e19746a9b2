package dev.gantry.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The cluster that tests are on: one in memory, or with {@code -Dgantry.contract.server=real} that of the kubeconfig which the variable
 * {@value #VARIABLE} names. Where that is asked for and there is none, tests fail.
 */
public final class TestCluster {

    private static final String VARIABLE = "GANTRY_TEST_KUBECONFIG";

    private static final boolean REAL =
            System.getProperty("gantry.contract.server", "fake").equals("real");

    private TestCluster() {}

    /** Whether it is a real one. */
    public static boolean isReal() {
        return REAL;
    }

    /**
     * A kubeconfig for it. All tests of a JVM share the cluster.
     *
     * @throws AssertionError if a real one is asked for, and the variable names no file that can be read
     */
    public static Path kubeconfig() {
        return REAL ? ofEnvironment() : InMemory.KUBECONFIG;
    }

    private static Path ofEnvironment() {
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
