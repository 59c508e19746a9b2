package dev.gantry.fake.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One connection: requests one after the other, until either side has enough. */
final class HttpConnection {

    private static final byte[] LINE_END = {'\r', '\n'};

    private final Socket socket;
    private final Handler handler;
    private final InputStream in;
    private final OutputStream out;

    HttpConnection(Socket socket, Handler handler) throws IOException {
        this.socket = socket;
        this.handler = handler;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    void serve() throws IOException {
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            String[] words = line.split(" ", -1);
            Map<String, String> headers = headers();
            if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
                print("HTTP/1.1 100 Continue\r\n\r\n");
                out.flush();
            }
            Request request = Request.of(words[0], words[1], headers, body(headers));
            boolean close = "close".equalsIgnoreCase(headers.get("connection"));
            if (!answer(handler.handle(request), close)) {
                return;
            }
        }
    }

    /** Whether the connection can be used again. */
    private boolean answer(Response response, boolean close) throws IOException {
        if (response instanceof Response.Whole whole) {
            head(whole, close);
            out.write(whole.body());
            out.flush();
            return !close;
        }
        if (response instanceof Response.Streamed streamed) {
            stream(streamed);
            return !close;
        }
        if (response instanceof Response.Cut cut) {
            head(cut.whole(), close);
            out.write(cut.whole().body(), 0, Math.min(cut.bytes(), cut.whole().body().length));
            out.flush();
            return false;
        }
        socket.setSoLinger(true, 0);
        return false;
    }

    private void head(Response.Whole whole, boolean close) throws IOException {
        print("HTTP/1.1 " + whole.status() + " " + phrase(whole.status()) + "\r\n");
        print(whole.headers());
        print("Content-Length: " + whole.body().length + "\r\n" + (close ? "Connection: close\r\n" : "") + "\r\n");
    }

    private void stream(Response.Streamed streamed) throws IOException {
        print("HTTP/1.1 200 OK\r\n");
        print("Content-Type: " + streamed.contentType() + "\r\n");
        print("Transfer-Encoding: chunked\r\n\r\n");
        out.flush();
        streamed.writer().write(piece -> {
            if (piece.length > 0) {
                print(Integer.toHexString(piece.length) + "\r\n");
                out.write(piece);
                out.write(LINE_END);
            }
            out.flush();
        });
        print("0\r\n\r\n");
        out.flush();
    }

    private static String phrase(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 202 -> "Accepted";
            default -> "Status";
        };
    }

    private void print(Map<String, List<String>> headers) throws IOException {
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            for (String value : header.getValue()) {
                print(header.getKey() + ": " + value + "\r\n");
            }
        }
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = chunkSize(); size > 0; size = chunkSize()) {
                body.write(exactly(size));
                line();
            }
            line();
            return body.toByteArray();
        }
        String length = headers.get("content-length");
        return length == null ? new byte[0] : exactly(Integer.parseInt(length));
    }

    private int chunkSize() throws IOException {
        String line = line();
        if (line == null) {
            throw new EOFException();
        }
        return Integer.parseInt(line.split(";", -1)[0].strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
