package dev.gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDifferenceTest {

    @Test
    void should_show_a_changed_line_among_three_before_and_after() {
        List<String> approved = lines("a b c d old e f g h");
        List<String> received = lines("a b c d new e f g h");
        LineDifference difference = LineDifference.between(approved, received);

        assertThat(difference.hunks()).containsExactly("  b", "  c", "  d", "- old", "+ new", "  e", "  f", "  g");
        assertThat(difference.before()).isEqualTo(4);
    }

    @Test
    void should_keep_what_both_have_between_changes() {
        LineDifference difference = LineDifference.between(lines("x a b y"), lines("a z b"));

        assertThat(difference.hunks()).containsExactly("- x", "  a", "+ z", "  b", "- y");
    }

    @Test
    void should_leave_out_what_is_far_from_changes() {
        List<String> approved = lines("one 1 2 3 4 5 6 7 8 two");
        List<String> received = lines("uno 1 2 3 4 5 6 7 8 due");

        assertThat(LineDifference.between(approved, received).hunks())
                .containsExactly("- one", "+ uno", "  1", "  2", "  3", "  ...", "  6", "  7", "  8", "- two", "+ due");
    }

    @Test
    void should_find_lines_that_were_only_added_or_only_removed() {
        assertThat(LineDifference.between(List.of(), lines("a b")).hunks()).containsExactly("+ a", "+ b");
        assertThat(LineDifference.between(lines("a a a"), lines("a a")).hunks()).containsExactly("  a", "  a", "- a");
    }

    @Test
    void should_replace_what_is_too_long_to_be_compared() {
        List<String> approved = numbers("old", 2_500);
        List<String> received = numbers("new", 2_500);
        approved.set(1_000, "same");
        received.set(1_000, "same");

        assertThat(LineDifference.between(approved, received).hunks())
                .hasSize(5_000)
                .contains("- same", "+ same");
    }

    private static List<String> lines(String words) {
        return List.of(words.split(" ", -1));
    }

    private static List<String> numbers(String word, int count) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> word + i).toList());
    }
}
