package dev.gantry.engine.cluster;

import dev.gantry.engine.kubeconfig.AccessFailure;
import dev.gantry.engine.kubeconfig.AccessFailure.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * A program that is run to its end, within limits: whatever it does, it is known in time that there are no credentials.
 *
 * @param name what to call it
 * @param command with arguments
 * @param variables added to the environment
 * @param limit how long it may take
 */
record ChildProcess(String name, List<String> command, Map<String, String> variables, Duration limit) {

    /** In bytes. Credentials have a few thousand. */
    private static final int MOST = 1_000_000;

    private static final int COMPLAINTS = 10_000;
    private static final int WORDS = 300;

    /** How long what it printed is waited for when it has ended. */
    private static final Duration REST = Duration.ofSeconds(2);

    /** What looks like a token, wherever a program puts it. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/_=.-]{32,}");

    /**
     * What it prints.
     *
     * @param hint what to say where it is not installed
     * @throws AccessFailure if it cannot be started, fails, takes too long or prints too much; it is ended then, with all that it
     *     has started
     */
    String output(String hint) {
        Process process = start(hint);
        Printed printed = Printed.on(process.getInputStream(), MOST);
        Printed complaints = Printed.on(process.getErrorStream(), COMPLAINTS);
        try {
            await(CompletableFuture.anyOf(process.onExit(), printed.overflow()));
            if (process.isAlive()) {
                throw tooMuch();
            }
            if (process.exitValue() != 0) {
                throw failure("failed with exit code " + process.exitValue() + said(complaints.text(REST)));
            }
            String text = printed.text(REST);
            if (printed.overflow().isDone()) {
                throw tooMuch();
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(String hint) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw failure("cannot be started; is it installed?" + hint);
        }
    }

    private void await(CompletableFuture<?> end) throws InterruptedException {
        try {
            end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failure("did not come to its end in " + limit.toSeconds() + " s; it cannot ask anything here");
        } catch (ExecutionException e) {
            throw new IllegalStateException("neither an end nor an overflow fails", e);
        }
    }

    private AccessFailure tooMuch() {
        return failure("prints more than " + MOST / 1_000_000 + " MB, which are no credentials");
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
}
