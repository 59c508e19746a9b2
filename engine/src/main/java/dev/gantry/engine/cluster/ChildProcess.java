package dev.gantry.engine.cluster;

import dev.gantry.engine.kubeconfig.AccessFailure;
import dev.gantry.engine.kubeconfig.AccessFailure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A program that is run to its end.
 *
 * @param name what to call it
 * @param command with arguments
 * @param variables added to the environment
 * @param limit how long it may take
 */
record ChildProcess(String name, List<String> command, Map<String, String> variables, Duration limit) {

    private static final int MOST = 1_000_000;
    private static final int WORDS = 300;

    /** What looks like a token, wherever a program puts it. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/_=.-]{32,}");

    /**
     * What it prints.
     *
     * @param hint what to say where it is not installed
     */
    String output(String hint) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        Process process;
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw failure("cannot be started; is it installed?" + hint);
        }
        CompletableFuture<String> output = read(process.getInputStream());
        CompletableFuture<String> complaints = read(process.getErrorStream());
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("did not come to its end in " + limit.toSeconds() + " s; it cannot ask anything here");
            }
            if (process.exitValue() != 0) {
                throw failure("failed with exit code " + process.exitValue() + said(complaints.join()));
            }
            return output.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private AccessFailure failure(String what) {
        return new AccessFailure(Problem.NO_CREDENTIALS, "the credential plugin " + name + " " + what);
    }

    private String said(String complaints) {
        String words = complaints.strip();
        for (String value : variables.values()) {
            words = value.length() > 2 ? words.replace(value, "***") : words;
        }
        words = TOKEN.matcher(words).replaceAll("***").replaceAll("\\s+", " ");
        return words.isEmpty() ? "" : ": " + (words.length() > WORDS ? words.substring(0, WORDS) + "..." : words);
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readNBytes(MOST), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return ""; // It was ended, because it took too long.
            }
        });
    }
}
