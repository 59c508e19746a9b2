package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingPathTest {

    record Database(String host) {}

    record Shop(Database main, Optional<Database> copy) {}

    record Settings(Shop shop, Shop other) {}

    private static final Database FIRST = new Database("db");
    private static final Database SECOND = new Database("db");
    private static final Shop SHOP = new Shop(FIRST, Optional.of(SECOND));
    private static final Settings SETTINGS = new Settings(new Shop(new Database("db"), Optional.empty()), SHOP);

    @Test
    void should_find_the_very_object_and_none_that_is_equal() {
        assertThat(SettingPath.to(FIRST, SETTINGS)).containsExactly("other", "main");
        assertThat(SettingPath.to(SECOND, SETTINGS)).containsExactly("other", "copy");
        assertThat(SettingPath.to(SETTINGS, SETTINGS)).isEmpty();
    }

    @Test
    void should_not_find_what_is_no_part_of_the_settings() {
        assertThat(SettingPath.to(new Database("db"), SETTINGS)).isNull();
    }
}
