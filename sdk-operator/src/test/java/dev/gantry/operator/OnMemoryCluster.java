package dev.gantry.operator;

import dev.gantry.fake.FakeCluster;
import dev.gantry.fake.controller.Pace;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server in memory for each test, whose controllers bring up all that they are asked for at once. */
abstract class OnMemoryCluster {

    FakeCluster server;
    Path kubeconfig;

    @BeforeEach
    void startTheCluster(@TempDir Path folder) {
        server = FakeCluster.start();
        server.controllers().workloads(Pace.atOnce()).claims(Pace.atOnce());
        kubeconfig = server.kubeconfig(folder.resolve("kubeconfig"));
    }

    @AfterEach
    void stopTheCluster() {
        server.close();
    }
}
