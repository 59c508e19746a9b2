package dev.gantry.fake.http;

/** Answers requests. Called from several threads. */
@FunctionalInterface
public interface Handler {

    /** The answer to a request. */
    Response handle(Request request);
}
