package dev.gantry.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.finding.Finding;
import dev.gantry.finding.RuleFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolsTest {

    private static final Finding FINDING = Finding.of(() -> RuleFacts.fatal("GTY-XYZ-001", "Loud"), "It is \"loud\".");

    /** Says everything louder. */
    private static final class Louder implements Tool {

        private boolean isReleased;

        @Override
        public List<String> tasks() {
            return List.of("louder");
        }

        @Override
        public ToolAnswer answer(ToolRequest request) {
            String text = request.detail("text");
            return text.isEmpty()
                    ? ToolAnswer.of(List.of(FINDING))
                    : ToolAnswer.done().with("text", text + "!");
        }

        @Override
        public void release() {
            isReleased = true;
        }
    }

    @Test
    void should_answer_by_texts_with_the_tool_that_does_the_task() throws IOException {
        try (Tools tools = Tools.of(new Louder())) {
            String answer = tools.apply(
                    ToolRequest.of("louder").with("text", "a\n\"b\"").text());

            assertThat(ToolAnswer.parse(answer)).isEqualTo(ToolAnswer.done().with("text", "a\n\"b\"!"));
            assertThat(ToolAnswer.parse(answer).isClean()).isTrue();
        }
    }

    @Test
    void should_hand_over_findings() throws IOException {
        try (Tools tools = Tools.of(new Louder())) {
            String answer = tools.apply(ToolRequest.of("louder").text());

            assertThat(ToolAnswer.parse(answer).findings()).containsExactly(FINDING);
            assertThat(ToolAnswer.parse(answer).isClean()).isFalse();
        }
    }

    @Test
    void should_name_the_tasks_that_it_does() throws IOException {
        try (Tools tools = Tools.of(new Louder())) {
            ToolAnswer answer =
                    ToolAnswer.parse(tools.apply(ToolRequest.of(Tools.TASKS).text()));

            assertThat(answer.isClean()).isTrue();
            assertThat(answer.results()).containsOnlyKeys("louder");
        }
    }

    @Test
    void should_say_that_nobody_does_a_task() throws IOException {
        try (Tools tools = Tools.in(ClassLoader.getPlatformClassLoader())) {
            String answer = tools.apply(ToolRequest.of("louder").text());

            assertThat(answer).isEmpty();
            assertThat(ToolAnswer.parse(answer).isDone()).isFalse();
        }
    }

    @Test
    void should_release_what_was_used() {
        Louder louder = new Louder();
        try (Tools tools = Tools.of(louder)) {
            assertThat(tools.answer(ToolRequest.of("louder").with("text", "a")).result("text"))
                    .isEqualTo("a!");
        }

        assertThat(louder.isReleased).isTrue();
    }

    @Test
    void should_refuse_what_is_no_request() {
        try (Tools tools = Tools.of(new Louder())) {
            assertThatThrownBy(() -> tools.apply("{\"text\": \"a\"}"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("without a task");
        }
    }
}
