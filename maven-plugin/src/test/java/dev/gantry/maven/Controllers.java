package dev.gantry.maven;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.FakeCluster;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Makes Deployments ready soon after they were applied, as a cluster with nodes would. */
final class Controllers {

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(50);

    private final FakeCluster cluster;
    private final Thread thread = new Thread(this::work, "controllers");
    private volatile boolean stopped;

    private Controllers(FakeCluster cluster) {
        this.cluster = cluster;
    }

    static Controllers of(FakeCluster cluster) {
        Controllers controllers = new Controllers(cluster);
        controllers.thread.setDaemon(true);
        controllers.thread.start();
        return controllers;
    }

    private void work() {
        while (!stopped) {
            for (ObjectNode deployment : cluster.objects("apps/v1", "Deployment")) {
                long generation = deployment.at("/metadata/generation").asLong();
                if (deployment.at("/status/observedGeneration").asLong() != generation) {
                    String namespace = deployment.at("/metadata/namespace").asText();
                    String name = deployment.at("/metadata/name").asText();
                    cluster.changeStatus(
                            "controllers", "apps/v1", "Deployment", namespace, name, Controllers::makeReady);
                }
            }
            LockSupport.parkNanos(PERIOD);
        }
    }

    private static void makeReady(ObjectNode deployment) {
        int replicas = deployment.at("/spec/replicas").asInt(1);
        ObjectNode status = deployment.putObject("status");
        status.put("observedGeneration", deployment.at("/metadata/generation").asLong());
        for (String count : new String[] {"replicas", "updatedReplicas", "readyReplicas", "availableReplicas"}) {
            status.put(count, replicas);
        }
        ObjectNode available = status.putArray("conditions").addObject();
        available.put("type", "Available").put("status", "True");
    }

    void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
