package dev.gantry.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCommentsTest {

    private static final String SOURCE = """
            package com.example;

            /** Not of the type. class Spec */
            class Other { /** Of another. */ String text; }

            // class Spec {
            /**
             * Says <b>something</b> of {@code it},
             * on two lines.
             *
             * @param name what it is
             *     called
             * @param none
             * @see Other
             */
            @Fancy(value = "class Spec { /** no *\\/ }", more = @Inner({1, 2}))
            public record Spec(
                    String name,
                    /** How many &lt;items&gt;. */ @Min(1) @Max(2) List<Map<String, Integer>> counts,
                    String none) {

                static final String TEXT = "{ /** not this */ ";

                static final String BLOCK = \"""
                        } /** nor this */ String name;
                        \""";

                /** Of a field. */
                @Required
                private final Map<String, List<Integer>> field = Map.of();

                /** Of a getter. */
                public boolean isReady() {
                    /** in a body */ int inside = '{';
                    return true;
                }

                /** Of a method that is no getter. */
                void run() {}

                /** Of a type within. */
                static final class Inner {
                    /** Of a field of another type. */
                    String field;
                }
            }

            class Behind { /** Of what comes later. */ String late; }
            """;

    @Test
    void should_find_what_is_said_of_a_type_and_its_properties() {
        assertThat(SourceComments.comments(SOURCE, "Spec"))
                .containsOnly(
                        java.util.Map.entry("", "Says something of it, on two lines."),
                        java.util.Map.entry("name", "what it is called"),
                        java.util.Map.entry("counts", "How many <items>."),
                        java.util.Map.entry("field", "Of a field."),
                        java.util.Map.entry("ready", "Of a getter."));
    }

    @Test
    void should_find_types_within_others() {
        assertThat(SourceComments.comments(SOURCE, "Inner"))
                .containsOnly(
                        java.util.Map.entry("", "Of a type within."),
                        java.util.Map.entry("field", "Of a field of another type."));
    }

    @Test
    void should_read_whatever_is_no_java() {
        assertThat(SourceComments.comments("/** class X { \" ' /* @ ( \"\"\"", "X"))
                .isEmpty();
        assertThat(SourceComments.comments("class X { /** a */ @A(\"", "X")).isEmpty();
        assertThat(SourceComments.comments("", "X")).isEmpty();
    }

    @Test
    void should_look_into_the_file_of_the_outermost_class(@TempDir Path root) throws IOException {
        Path file = root.resolve("dev/gantry/program/SourceCommentsTest.java");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "class SourceCommentsTest { /** Told. */ static class Told { /** Here. */ int here; } }");
        SourceComments comments = SourceComments.in(List.of(Path.of("nowhere"), root));

        assertThat(comments.of(Told.class)).isEqualTo("Told.");
        assertThat(comments.of(Told.class, "here")).isEqualTo("Here.");
        assertThat(comments.has(Told.class)).isTrue();
        assertThat(comments.has(String.class)).isFalse();
        assertThat(comments.of(String.class, "value")).isNull();
    }

    static final class Told {
        int here;
    }
}
