package dev.gantry.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WatchedTextTest {

    private static final String JSON = "{\"a\":\"Grüße, 你好 😀 \\u00e4\",\"ö\":[1]}\n";

    @Test
    void should_say_the_same_with_ascii_alone_wherever_a_buffer_ends() throws Exception {
        byte[] bytes = JSON.getBytes(StandardCharsets.UTF_8);
        for (int first = 0; first <= bytes.length; first++) {
            for (int second = first; second <= bytes.length; second++) {
                String seen = seen(
                        Arrays.copyOfRange(bytes, 0, first),
                        Arrays.copyOfRange(bytes, first, second),
                        Arrays.copyOfRange(bytes, second, bytes.length));

                assertThat(seen).matches("\\p{ASCII}+").endsWith("\n");
                assertThat(new ObjectMapper().readTree(seen)).isEqualTo(new ObjectMapper().readTree(JSON));
            }
        }
    }

    @Test
    void should_give_on_what_is_ascii_as_it_is() {
        ByteBuffer buffer = ByteBuffer.wrap("{}\n".getBytes(StandardCharsets.UTF_8));

        assertThat(new WatchedText.Escapes().in(buffer)).isSameAs(buffer);
    }

    /** As the client reads it. */
    private static String seen(byte[]... parts) {
        WatchedText.Escapes escapes = new WatchedText.Escapes();
        StringBuilder seen = new StringBuilder();
        for (byte[] part : parts) {
            seen.append(StandardCharsets.UTF_8
                    .decode(escapes.in(ByteBuffer.wrap(part)))
                    .array());
        }
        return seen.toString();
    }
}
