package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaptureTest {

    private final ClassLoader program = new URLClassLoader(new URL[0]);
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream original = new PrintStream(console, true, StandardCharsets.UTF_8);
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void replace_the_console() {
        System.setOut(original);
        System.setErr(original);
    }

    @AfterEach
    void restore_the_console() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void should_take_lines_of_both_streams_however_they_are_printed() {
        try (Capture capture = Capture.begin(program, lines::add)) {
            assertThat(capture).isNotNull();
            System.out.print("grün ");
            System.out.println(42);
            System.err.printf(Locale.ROOT, "%.1f%n", 1.5);
            System.out.append("two\r\nlines").append('\n');
            System.out.write('x');
        }

        assertThat(lines).containsExactly("grün 42", "1.5", "two", "lines", "x");
        assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void should_take_what_threads_print_that_the_program_starts_and_no_others() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch printed = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            await(begun);
            System.out.println("of another module");
            printed.countDown();
        });
        other.start();
        try (Capture capture = Capture.begin(program, lines::add)) {
            assertThat(capture).isNotNull();
            begun.countDown();
            await(printed);
            Thread child = new Thread(() -> System.out.println("of the program"));
            child.start();
            child.join();
        }
        other.join();

        assertThat(lines).containsExactly("of the program");
        assertThat(console.toString(StandardCharsets.UTF_8).strip()).isEqualTo("of another module");
    }

    @Test
    void should_let_the_taker_print() {
        try (Capture capture = Capture.begin(program, line -> System.out.println("[log] " + line))) {
            assertThat(capture).isNotNull();
            System.out.println("hello");
        }

        assertThat(console.toString(StandardCharsets.UTF_8).strip()).isEqualTo("[log] hello");
    }

    @Test
    void should_restore_the_streams_when_the_last_capture_ends() throws InterruptedException {
        Capture first = Capture.begin(program, lines::add);
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            Capture capture = Capture.begin(program, line -> lines.add("second: " + line));
            second.countDown();
            await(done);
            System.out.println("still there");
            capture.close();
        });
        other.start();
        await(second);
        first.close();
        assertThat(System.out).isInstanceOf(RoutedStream.class);
        done.countDown();
        other.join();

        assertThat(System.out).isSameAs(original);
        assertThat(System.err).isSameAs(original);
        assertThat(lines).containsExactly("second: still there");
    }

    @Test
    void should_leave_a_stream_that_someone_else_has_set_since() {
        PrintStream foreign = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (Capture capture = Capture.begin(program, lines::add)) {
            assertThat(capture).isNotNull();
            System.setOut(foreign);
        }

        assertThat(System.out).isSameAs(foreign);
    }

    @Test
    void should_drop_what_a_program_prints_that_was_given_up() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread endless;
        try (Capture capture = Capture.begin(program, lines::add)) {
            assertThat(capture).isNotNull();
            endless = new Thread(() -> {
                PrintStream kept = System.out;
                begun.countDown();
                await(ended);
                kept.println("too late");
            });
            endless.setContextClassLoader(program);
            endless.start();
            await(begun);
        }
        ended.countDown();
        endless.join();

        assertThat(lines).isEmpty();
        assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void should_let_a_pool_print_again_whose_thread_the_program_was_the_first_to_use()
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            PrintStream kept;
            try (Capture capture = Capture.begin(program, lines::add)) {
                assertThat(capture).isNotNull();
                pool.submit(() -> System.out.println("of the program")).get();
                kept = System.out;
            }
            pool.submit(() -> System.out.println("of another plugin")).get();
            pool.submit(() -> kept.println("of one that kept the stream")).get();
        } finally {
            pool.shutdown();
        }

        assertThat(lines).containsExactly("of the program");
        assertThat(console.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("of another plugin", "of one that kept the stream");
    }

    @Test
    void should_not_be_kept_in_memory_by_a_pool() throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            WeakReference<Object> taker = captureWith(pool);
            for (int i = 0; i < 20 && taker.get() != null; i++) {
                System.gc();
            }

            assertThat(taker.get()).isNull();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void should_not_let_a_program_close_the_console() {
        try (Capture capture = Capture.begin(program, lines::add)) {
            assertThat(capture).isNotNull();
            System.out.close();
            System.out.println("still captured");
        }
        System.out.println("still open");

        assertThat(lines).containsExactly("still captured");
        assertThat(console.toString(StandardCharsets.UTF_8).strip()).isEqualTo("still open");
    }

    /** A method of its own, so that no variable holds what it made. */
    private WeakReference<Object> captureWith(ExecutorService pool) throws InterruptedException, ExecutionException {
        List<String> own = new ArrayList<>();
        try (Capture capture = Capture.begin(program, own::add)) {
            assertThat(capture).isNotNull();
            pool.submit(() -> System.out.println("hello")).get();
        }
        assertThat(own).containsExactly("hello");
        return new WeakReference<>(own);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
