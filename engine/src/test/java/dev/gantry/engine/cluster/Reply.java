package dev.gantry.engine.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a stub does with a request. */
sealed interface Reply {

    /** An answer. */
    record Http(int status, Map<String, String> headers, String body) implements Reply {

        Http header(String name, String value) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.put(name, value);
            return new Http(status, all, body);
        }

        byte[] bytes() {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " x\r\n");
            Map<String, String> all = new LinkedHashMap<>(Map.of("Content-Type", "application/json"));
            all.putAll(headers);
            all.putIfAbsent("Content-Length", String.valueOf(content.length));
            all.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
            byte[] bytes = Arrays.copyOf(start, start.length + content.length);
            System.arraycopy(content, 0, bytes, start.length, content.length);
            return bytes;
        }
    }

    /** The connection is reset without an answer. */
    record Reset() implements Reply {}

    /** The beginning of an answer, after which the connection ends. */
    record CutOff(String start) implements Reply {}

    /** Nothing, but the connection stays open; perhaps after the beginning of an answer. */
    record Silence(String start) implements Reply {}

    static Http json(int status, String body) {
        return new Http(status, Map.of(), body);
    }

    static Http status(int status, String reason, String message) {
        return json(status, """
                {"kind":"Status","apiVersion":"v1","status":"Failure","reason":"%s","message":"%s","code":%d}""".formatted(reason, message, status));
    }
}
