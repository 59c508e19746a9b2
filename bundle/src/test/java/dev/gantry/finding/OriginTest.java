package dev.gantry.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTest {

    @Test
    void should_take_the_source_file_that_the_class_tells() {
        assertThat(of("com.acme.Parts", "Pieces.java", 31)).isEqualTo(Origin.source("com/acme/Pieces.java", 31));
    }

    @Test
    void should_name_the_file_of_the_outermost_class_where_none_is_told() {
        assertThat(of("com.acme.Shop$Inner$1", null, 12)).isEqualTo(Origin.source("com/acme/Shop.java", 12));
        assertThat(of("com.acme.Shop", null, 7)).isEqualTo(Origin.source("com/acme/Shop.java", 7));
        assertThat(of("com.acme.$Generated", null, 3)).isEqualTo(Origin.source("com/acme/$Generated.java", 3));
    }

    @Test
    void should_know_classes_without_a_package() {
        assertThat(of("Shop", "Shop.java", 4)).isEqualTo(Origin.source("Shop.java", 4));
        assertThat(of("Shop$Inner", null, 5)).isEqualTo(Origin.source("Shop.java", 5));
    }

    @Test
    void should_leave_the_line_out_that_is_unknown() {
        assertThat(of("com.acme.Shop", "Shop.java", -1)).hasToString("Shop.java");
    }

    private static Origin of(String type, String file, int line) {
        return Origin.of(new StackTraceElement(type, "define", file, line));
    }
}
