package dev.gantry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Does several things at once, as many as there are processors, and answers in their order. */
final class SideBySide {

    private SideBySide() {}

    static <T> List<T> all(List<Callable<T>> things) {
        List<FutureTask<T>> tasks = new ArrayList<>(things.size());
        things.forEach(thing -> tasks.add(new FutureTask<>(thing)));
        AtomicInteger next = new AtomicInteger();
        int workers = Math.min(Runtime.getRuntime().availableProcessors(), tasks.size());
        for (int i = 0; i < workers; i++) {
            Thread worker = new Thread(() -> work(tasks, next), "gantry-environments-" + i);
            worker.setDaemon(true);
            worker.start();
        }
        List<T> results = new ArrayList<>(tasks.size());
        for (FutureTask<T> task : tasks) {
            results.add(result(task));
        }
        return results;
    }

    private static <T> void work(List<FutureTask<T>> tasks, AtomicInteger next) {
        for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
            tasks.get(i).run();
        }
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        }
    }
}
