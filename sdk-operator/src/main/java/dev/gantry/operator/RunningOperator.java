package dev.gantry.operator;

import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.problem.Asker;
import dev.gantry.engine.problem.FailureFindings;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An operator that works until it is stopped. */
public final class RunningOperator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningOperator.class);

    private final Connections connections;
    private final Machinery machinery;
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Pages pages;
    private volatile @Nullable String lost;
    private boolean closing;

    private RunningOperator(Connections connections, Machinery machinery) {
        this.connections = connections;
        this.machinery = machinery;
    }

    static <R extends CustomResource<?, ?>> RunningOperator start(
            Class<R> type, StackProgram<R> program, OperatorOptions<R> options) {
        Connections connections = Connections.open(type, options);
        RunningOperator[] made = new RunningOperator[1];
        try {
            Machinery machinery = Machinery.of(type, program, options, connections, Time.system(), why -> {
                if (made[0] != null) {
                    made[0].lose(why);
                }
            });
            RunningOperator running = new RunningOperator(connections, machinery);
            made[0] = running;
            running.begin(options);
            return running;
        } catch (ApiFailure failure) {
            connections.close();
            throw new FindingsException(FailureFindings.of(failure, Asker.OPERATOR));
        } catch (RuntimeException | Error failure) {
            String why = made[0] == null ? null : made[0].lost;
            if (made[0] != null) {
                made[0].close();
            } else {
                connections.close();
            }
            if (why != null) {
                throw stopped(why);
            }
            throw failure;
        }
    }

    private void begin(OperatorOptions<?> options) {
        if (options.pages().isPresent()) {
            pages = Pages.serve(options.pages().get(), this::isHealthy, this::isReady, options.metricsPage());
        }
        try {
            machinery.start();
        } catch (FindingsException failure) {
            awaitReason();
            throw failure;
        }
    }

    /** Another thread tells which watch has ended, and why; whoever waits for the watch is not told. */
    private void awaitReason() {
        try {
            if (over.await(1, TimeUnit.SECONDS)) {
                LOG.debug("A watch has ended while the operator started.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it has read all that it has to watch, and has not stopped. A watch that breaks is opened again meanwhile. */
    public boolean isReady() {
        return isHealthy() && machinery.isWatching();
    }

    /** Whether it can go on: no watch, and not the leadership, is lost for good. What is lost for a moment comes back by itself. */
    public boolean isHealthy() {
        return lost == null;
    }

    /** What is worth knowing of its start, such as that the cluster does not serve a kind that it owns. */
    public List<Finding> findings() {
        return machinery.notes();
    }

    /** The port of its pages for probes; empty if it has none. */
    public OptionalInt port() {
        Pages served = pages;
        return served == null ? OptionalInt.empty() : OptionalInt.of(served.port());
    }

    /**
     * Waits until it is stopped.
     *
     * @throws FindingsException if a watch or the leadership is lost for good
     */
    public void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String why = lost;
        if (why != null) {
            throw stopped(why);
        }
    }

    private static FindingsException stopped(String why) {
        return new FindingsException(
                Finding.of(OperatorRule.STOPPED, why)
                        .hint(
                                "Look whether it may list and watch all that it owns; then start it again. Its state is in the cluster."));
    }

    /**
     * Stops: takes on nothing new, finishes what is being done, and gives back threads and connections. The Lease is not given back: another
     * copy takes over when it expires. Whoever calls it while it is at work waits until that is done. It stops by itself when a watch or the
     * leadership is lost for good.
     */
    @Override
    public void close() {
        if (!isFirstToClose()) {
            awaitClosed();
            return;
        }
        try {
            machinery.stop();
            connections.close();
            Pages served = pages;
            if (served != null) {
                served.close();
            }
        } finally {
            closed.countDown();
            over.countDown();
        }
    }

    private synchronized boolean isFirstToClose() {
        boolean first = !closing;
        closing = true;
        return first;
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stopWithTheProcess() {
        Thread hook = new Thread(
                () -> {
                    LOG.info("The operator is stopped.");
                    close();
                },
                "gantry-operator-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whoever tells of it is one of the threads that {@link #close} waits for. */
    private void lose(String why) {
        synchronized (this) {
            if (closing || lost != null) {
                return;
            }
            lost = why;
        }
        LOG.error("{}", why);
        over.countDown();
        Thread end = new Thread(this::close, "gantry-operator-end");
        end.setDaemon(true);
        end.start();
    }
}
