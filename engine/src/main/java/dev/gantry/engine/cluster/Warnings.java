package dev.gantry.engine.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code Warning} headers, such as {@code 299 - "autoscaling/v2beta2 is deprecated"}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7234#section-5.5">RFC 7234, 5.5</a>
 */
final class Warnings {

    private Warnings() {}

    /** The texts, each once. */
    static List<String> of(List<String> headers) {
        List<String> texts = new ArrayList<>();
        for (String header : headers) {
            read(utf8(header), texts);
        }
        return texts.stream().distinct().toList();
    }

    /** One header may hold several warnings, with commas between; a date may follow each. */
    private static void read(String header, List<String> into) {
        int at = header.indexOf('"');
        boolean text = true;
        while (at >= 0) {
            StringBuilder value = new StringBuilder();
            int i = at + 1;
            for (; i < header.length() && header.charAt(i) != '"'; i++) {
                if (header.charAt(i) == '\\' && i + 1 < header.length()) {
                    i++;
                }
                value.append(header.charAt(i));
            }
            if (text && !value.isEmpty()) {
                into.add(value.toString());
            }
            at = header.indexOf('"', i + 1);
            text = at >= 0 && header.substring(i + 1, at).contains(",");
        }
    }

    /** Java takes the bytes of headers for Latin 1; the API server writes UTF-8. */
    private static String utf8(String header) {
        try {
            byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }
}
