package dev.gantry;

import dev.gantry.check.Manifest;
import dev.gantry.output.Layout;
import dev.gantry.output.ManifestFiles;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Prints the manifests of one environment on a thread of its own, while the checks look at them: both only read, and both
 * take about as long. What is not needed in the end is thrown away.
 */
final class Printing implements Consumer<List<Manifest>>, Callable<ManifestFiles> {

    private final String environment;
    private final Layout layout;
    private List<Manifest> manifests = List.of();
    private @Nullable FutureTask<ManifestFiles> task;

    Printing(String environment, Layout layout) {
        this.environment = environment;
        this.layout = layout;
    }

    /** Begins to print manifests that will not change any more. */
    @Override
    public void accept(List<Manifest> complete) {
        manifests = complete;
        task = new FutureTask<>(this);
        Thread thread = new Thread(task, "gantry-printing-" + environment);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public ManifestFiles call() {
        return print(manifests);
    }

    /** These manifests as files: those that were begun with, or else printed now. */
    ManifestFiles of(List<Manifest> wanted) {
        if (task == null || !manifests.equals(wanted)) {
            return print(wanted);
        }
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return print(wanted);
        } catch (ExecutionException e) {
            return print(wanted); // throws the same, here where it is expected
        }
    }

    private ManifestFiles print(List<Manifest> complete) {
        return ManifestFiles.print(environment, complete, layout);
    }
}
