package dev.gantry.engine.kubeconfig;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why it is not known how to speak to the cluster, or not allowed. Never holds a credential. */
public final class AccessFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient @Nullable Path file;
    private final int line;
    private final transient List<String> known;
    private final @Nullable String guess;

    /** What kind of mistake it is. */
    public enum Problem {
        /** There is no kubeconfig, and this is no pod. */
        NO_KUBECONFIG,
        /** A file is no kubeconfig, or cannot be read. */
        BROKEN_KUBECONFIG,
        /** There is no context of this name, or none was named. */
        UNKNOWN_CONTEXT,
        /** A context, cluster or user lacks something, or has something that cannot be used. */
        UNUSABLE_CONTEXT,
        /** The context is not one of those that are allowed. */
        CONTEXT_NOT_ALLOWED,
        /** The program or file that gives the credentials does not. */
        NO_CREDENTIALS,
        /** The proxy is of a kind that cannot be used. */
        UNUSABLE_PROXY
    }

    private AccessFailure(
            Problem problem,
            String message,
            @Nullable Path file,
            int line,
            List<String> known,
            @Nullable String guess) {
        super(message, null, false, false);
        this.problem = problem;
        this.file = file;
        this.line = line;
        this.known = List.copyOf(known);
        this.guess = guess;
    }

    /** A failure, as one sentence without what to do. */
    public AccessFailure(Problem problem, String message) {
        this(problem, message, null, 0, List.of(), null);
    }

    /** The same in this file. */
    public AccessFailure in(@Nullable Path theFile) {
        return new AccessFailure(problem, message(), theFile, line, known, guess);
    }

    /** The same at this line, from 1. */
    public AccessFailure at(int theLine) {
        return new AccessFailure(problem, message(), file, theLine, known, guess);
    }

    /** The same with the names that there are, and the one that may have been meant. */
    public AccessFailure insteadOf(String name, List<String> names) {
        return new AccessFailure(problem, message(), file, line, names, Guess.closest(name, names));
    }

    /** What kind of mistake it is. */
    public Problem problem() {
        return problem;
    }

    /** What is wrong, as one sentence. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** The file that it is about. */
    public @Nullable Path file() {
        return file;
    }

    /** The line of the file, from 1; 0 if it is unknown. */
    public int line() {
        return line;
    }

    /** The names that there are; empty if that does not help. */
    public List<String> known() {
        return known;
    }

    /** The name that may have been meant. */
    public @Nullable String guess() {
        return guess;
    }
}
