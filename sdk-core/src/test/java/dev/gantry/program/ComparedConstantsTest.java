package dev.gantry.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ComparedConstantsTest {

    /** What is not compared with anything, such as 77 and "unused", does not count. */
    static final class Program {

        static int numbers(int replicas, long bytes) {
            int unused = 77;
            if (replicas > 3 || replicas == 40_000) {
                return unused;
            }
            return bytes < 5_000_000_000L ? 1 : 2;
        }

        static String texts(String tag, String mood) {
            String unused = "unused";
            if (tag.equals("latest") || tag.startsWith("v")) {
                return unused;
            }
            return switch (mood) {
                case "calm" -> "a";
                default -> "b";
            };
        }
    }

    private static ComparedConstants constants() throws IOException {
        try (InputStream in = ComparedConstantsTest.class.getResourceAsStream("ComparedConstantsTest$Program.class")) {
            return ComparedConstants.in(List.of(Objects.requireNonNull(in).readAllBytes()));
        }
    }

    @Test
    void should_see_the_numbers_that_something_is_compared_with() throws IOException {
        assertThat(constants().numbers()).contains(3L, 40_000L, 5_000_000_000L).doesNotContain(77L);
    }

    @Test
    void should_see_the_texts_that_something_is_compared_with() throws IOException {
        assertThat(constants().texts()).contains("latest", "v", "calm").doesNotContain("unused", "a");
    }
}
