package dev.gantry.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk under a process that is killed at the n-th change; a file that it is about to write is left half written. */
class FailingDisk implements Disk {

    private int left;

    FailingDisk(int changes) {
        left = changes;
    }

    /** Ends the run; no code of the run may catch it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        step();
        LOCAL.createFolders(folder);
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        if (left == 0) {
            LOCAL.write(file, Arrays.copyOf(content, content.length / 2));
        }
        step();
        LOCAL.write(file, content);
    }

    @Override
    public void replace(Path file, Path by) throws IOException {
        step();
        LOCAL.replace(file, by);
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        LOCAL.delete(file);
    }

    private void step() {
        if (left-- == 0) {
            throw new Killed();
        }
    }
}
