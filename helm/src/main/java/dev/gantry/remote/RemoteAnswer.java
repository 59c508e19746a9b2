package dev.gantry.remote;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a server has answered. */
final class RemoteAnswer {

    private final int status;
    private final byte[] body;
    private final HttpHeaders headers;

    RemoteAnswer(int status, byte[] body, HttpHeaders headers) {
        this.status = status;
        this.body = body;
        this.headers = headers;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
