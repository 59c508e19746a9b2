package dev.gantry.fake.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a request is answered with. */
public sealed interface Response {

    /**
     * An answer that is known as a whole.
     *
     * @param status of HTTP
     * @param headers besides those about the length of the body
     * @param body what it says
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares answers.
    record Whole(int status, Map<String, List<String>> headers, byte[] body) implements Response {

        /** The same with one more header. */
        public Whole with(String name, String value) {
            Map<String, List<String>> more = new LinkedHashMap<>(headers);
            List<String> values = new ArrayList<>(headers.getOrDefault(name, List.of()));
            values.add(value);
            more.put(name, values);
            return new Whole(status, more, body);
        }
    }

    /**
     * An answer that goes on until its writer returns.
     *
     * @param contentType of what is written
     * @param writer writes as long as it likes
     */
    record Streamed(String contentType, Writer writer) implements Response {}

    /**
     * An answer of which only the beginning arrives, before the connection is closed.
     *
     * @param whole what would have been answered
     * @param bytes how many of its body arrive
     */
    record Cut(Whole whole, int bytes) implements Response {}

    /** No answer: the connection is reset. */
    record Reset() implements Response {}

    /** Writes a body piece by piece. */
    @FunctionalInterface
    interface Writer {

        /** Writes until there is nothing more to write. */
        void write(Pieces pieces) throws IOException;
    }

    /** Where pieces go. */
    @FunctionalInterface
    interface Pieces {

        /**
         * Sends a piece at once.
         *
         * @throws IOException if the client is gone
         */
        void send(byte[] piece) throws IOException;
    }

    /** An answer of any type. */
    static Whole of(int status, String contentType, byte[] body) {
        return new Whole(status, Map.of("Content-Type", List.of(contentType)), body);
    }

    /** An answer of JSON. */
    static Whole json(int status, JsonNode tree) {
        return of(status, "application/json", Json.write(tree));
    }

    /** An answer of text. */
    static Whole text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
