package dev.gantry.maven;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts what is written to it into lines. */
final class LineStream extends OutputStream {

    private final Consumer<String> taker;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean closed;

    LineStream(Consumer<String> taker) {
        this.taker = taker;
    }

    @Override
    public synchronized void write(int b) {
        if (closed) {
            return;
        }
        if (b == '\n') {
            end();
        } else {
            line.write(b);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    /** The last line may lack its end. */
    @Override
    public synchronized void close() {
        if (!closed && line.size() > 0) {
            end();
        }
        closed = true;
    }

    private void end() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        taker.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
