package dev.gantry.maven;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Stands for {@code System.out} or {@code System.err}, and passes every call on: to the capture of the thread that
 * calls, or to the original. Whole calls, not bytes: the original keeps its encoding and its lock, and a capture may log
 * through the stream that it captures.
 */
final class RoutedStream extends PrintStream {

    private final PrintStream original;

    RoutedStream(PrintStream original) {
        super(original);
        this.original = original;
    }

    PrintStream original() {
        return original;
    }

    private PrintStream target() {
        PrintStream captured = Capture.current();
        return captured == null ? original : captured;
    }

    @Override
    public void write(int b) {
        target().write(b);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        target().write(bytes);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        target().write(bytes, offset, length);
    }

    @Override
    public void writeBytes(byte[] bytes) {
        target().writeBytes(bytes);
    }

    @Override
    public void flush() {
        target().flush();
    }

    /** A program that closes its output closes it for nobody else. */
    @Override
    public void close() {
        if (target() == original) {
            original.close();
        } else {
            target().flush();
        }
    }

    @Override
    public boolean checkError() {
        return target().checkError();
    }

    @Override
    public void println() {
        target().println();
    }

    @Override
    public void print(boolean value) {
        target().print(value);
    }

    @Override
    public void println(boolean value) {
        target().println(value);
    }

    @Override
    public void print(char value) {
        target().print(value);
    }

    @Override
    public void println(char value) {
        target().println(value);
    }

    @Override
    public void print(int value) {
        target().print(value);
    }

    @Override
    public void println(int value) {
        target().println(value);
    }

    @Override
    public void print(long value) {
        target().print(value);
    }

    @Override
    public void println(long value) {
        target().println(value);
    }

    @Override
    public void print(float value) {
        target().print(value);
    }

    @Override
    public void println(float value) {
        target().println(value);
    }

    @Override
    public void print(double value) {
        target().print(value);
    }

    @Override
    public void println(double value) {
        target().println(value);
    }

    @Override
    public void print(char[] value) {
        target().print(value);
    }

    @Override
    public void println(char[] value) {
        target().println(value);
    }

    @Override
    public void print(@Nullable String value) {
        target().print(value);
    }

    @Override
    public void println(@Nullable String value) {
        target().println(value);
    }

    @Override
    public void print(@Nullable Object value) {
        target().print(value);
    }

    @Override
    public void println(@Nullable Object value) {
        target().println(value);
    }

    @Override
    public PrintStream printf(String format, @Nullable Object... arguments) {
        return format(format, arguments);
    }

    @Override
    public PrintStream printf(@Nullable Locale locale, String format, @Nullable Object... arguments) {
        return format(locale, format, arguments);
    }

    @Override
    public PrintStream format(String format, @Nullable Object... arguments) {
        target().format(format, arguments);
        return this;
    }

    @Override
    public PrintStream format(@Nullable Locale locale, String format, @Nullable Object... arguments) {
        target().format(locale, format, arguments);
        return this;
    }

    @Override
    public PrintStream append(@Nullable CharSequence text) {
        target().append(text);
        return this;
    }

    @Override
    public PrintStream append(@Nullable CharSequence text, int start, int end) {
        target().append(text, start, end);
        return this;
    }

    @Override
    public PrintStream append(char c) {
        target().append(c);
        return this;
    }
}
