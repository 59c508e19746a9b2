package dev.gantry.operator;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lets what a watch tells consist of ASCII, with escapes for all else. The client decodes each buffer for itself, and takes more
 * characters from the result than there are in it if one has several bytes: any letter with an accent would end the watch.
 */
final class WatchedText implements Interceptor {

    @Override
    public AsyncBody.Consumer<List<ByteBuffer>> consumer(
            AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
        String query = request.uri().getQuery();
        if (query == null || !query.contains("watch=true")) {
            return consumer;
        }
        Escapes escapes = new Escapes();
        return (buffers, body) ->
                consumer.consume(buffers.stream().map(escapes::in).toList(), body);
    }

    /** Of one stream of JSON, where what is not ASCII is within strings. */
    static final class Escapes {

        private static final int LAST_OF_ASCII = 0x7F;

        private final CharsetDecoder decoder =
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        private ByteBuffer begun = ByteBuffer.allocate(0);

        /** The same text as far as the buffer goes; a character that has only begun comes with the next. */
        ByteBuffer in(ByteBuffer buffer) {
            if (!begun.hasRemaining() && isAscii(buffer)) {
                return buffer;
            }
            ByteBuffer bytes = ByteBuffer.allocate(begun.remaining() + buffer.remaining());
            bytes.put(begun).put(buffer).flip();
            CharBuffer chars = CharBuffer.allocate(bytes.remaining());
            decoder.decode(bytes, chars, false);
            begun = bytes;
            StringBuilder text = new StringBuilder(chars.position());
            for (char c : chars.flip().toString().toCharArray()) {
                if (c <= LAST_OF_ASCII) {
                    text.append(c);
                } else {
                    text.append(String.format("\\u%04x", (int) c));
                }
            }
            return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
        }

        private static boolean isAscii(ByteBuffer buffer) {
            for (int i = buffer.position(); i < buffer.limit(); i++) {
                if (buffer.get(i) < 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
