package dev.gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TestSourceTest {

    @Test
    void should_find_the_folder_of_the_running_test() {
        TestSource source = TestSource.current();

        assertThat(source.name()).isEqualTo("TestSourceTest");
        assertThat(source.folder()).endsWithRaw(Path.of("src/test/java/dev/gantry/testing"));
        assertThat(source.folder().resolve("TestSourceTest.java")).isRegularFile();
        assertThat(source.approved("staging").getFileName()).hasToString("TestSourceTest.staging.approved.yaml");
    }

    @RepeatedTest(2)
    void should_take_the_test_that_calls_a_class_without_tests() {
        assertThat(Caller.call(TestSource::current).name()).isEqualTo("TestSourceTest");
    }

    @TestFactory
    Stream<DynamicTest> should_know_tests_that_are_made_while_running() {
        return Stream.of(DynamicTest.dynamicTest(
                "dynamic", () -> assertThat(TestSource.current().name()).isEqualTo("TestSourceTest")));
    }

    @Test
    void should_say_if_there_is_no_source_file() {
        assertThatThrownBy(() -> TestSource.of(DynamicTest.class))
                .hasMessageStartingWith(
                        "The source file of org.junit.jupiter.api.DynamicTest is in no folder src/*/java")
                .hasMessageEndingWith(", so there is no place for its snapshots.");
    }

    @Nested
    class Inner {

        @Test
        void should_name_a_nested_class_with_those_around_it() {
            assertThat(TestSource.current().name()).isEqualTo("TestSourceTest.Inner");
        }
    }

    /** Stands between test and SDK, as a team's own base class does. */
    private static final class Caller {

        static <T> T call(Supplier<T> action) {
            return action.get();
        }
    }
}
